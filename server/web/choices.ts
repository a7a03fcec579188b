import type { Query } from './query.ts';

export const VIEWS = ['parallel', 'stacked', 'zh', 'en'] as const;
export type View = (typeof VIEWS)[number];

/** What is chosen by the address; `view` is undefined where the device's default is in force. */
export interface Choices {
  readonly view: View | undefined;
  readonly hidesGlosses: boolean;
  readonly showsNotes: boolean;
}

/** @throws BadRequest where the address asks for what does not exist. */
export function choicesIn(query: Query): Choices {
  return {
    view: query.choice('view', VIEWS),
    hidesGlosses: query.choice('reveal', ['1', '0']) === '1',
    showsNotes: query.choice('notes', ['0', '1']) !== '0',
  };
}
