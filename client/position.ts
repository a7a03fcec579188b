import { forget, recall, remember } from './memory.ts';

/** Who has read less has only looked: that is no place to come back to. */
const WORTH_KEEPING = 4;

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
  if (Number(number) < WORTH_KEEPING) {
    forget(`position.${document}`);
    return;
  }
  remember(`position.${document}`, `${segment} ${number}`);
  remember('last', document);
}
