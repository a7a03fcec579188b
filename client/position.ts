import { recall, remember } from './memory.ts';

/** Where somebody stopped reading a document: a segment, and the number that it is known by. */
export interface Position {
  readonly segment: string;
  readonly number: string;
}

export function recallPosition(document: string): Position | undefined {
  const [segment, number] = recall(`position.${document}`)?.split(' ') ?? [];
  return segment === undefined || number === undefined ? undefined : { segment, number };
}

export function rememberPosition(document: string, { segment, number }: Position): void {
  remember(`position.${document}`, `${segment} ${number}`);
  remember('last', document);
}
