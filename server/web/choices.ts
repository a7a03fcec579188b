import type { Script } from '../core/script.ts';
import { SCRIPTS } from '../core/script.ts';
import type { Query } from './query.ts';

export const VIEWS = ['parallel', 'stacked', 'interlinear', 'zh', 'en'] as const;
export type View = (typeof VIEWS)[number];

/** For which words the interlinear view shows pinyin: all, those that the device does not count as known, or none. */
export const PINYINS = ['all', 'new', 'none'] as const;
export type Pinyin = (typeof PINYINS)[number];

/** What is chosen by the address; `view` is undefined where the device's default is in force. */
export interface Choices {
  readonly view: View | undefined;
  readonly hidesGlosses: boolean;
  readonly showsNotes: boolean;
  readonly pinyin: Pinyin;
  /** The characters that Chinese is shown in; undefined where it is shown as it is written. */
  readonly script?: Script | undefined;
}

/** @throws BadRequest where the address asks for what does not exist. */
export function choicesIn(query: Query): Choices {
  return {
    view: query.choice('view', VIEWS),
    hidesGlosses: query.choice('reveal', ['1', '0']) === '1',
    showsNotes: query.choice('notes', ['0', '1']) !== '0',
    pinyin: query.choice('pinyin', PINYINS) ?? 'all',
    script: query.choice('script', SCRIPTS),
  };
}

/** The orders that the list of entities can be in, the usual one first. */
export const SORTS = ['type', 'name', 'documents'] as const;
export type Sort = (typeof SORTS)[number];

/** What `/entities` shows. */
export const ENTITY_VIEWS = ['list', 'network'] as const;
export type EntityView = (typeof ENTITY_VIEWS)[number];

/** @throws BadRequest where the address asks for what does not exist. */
export function entityChoicesIn(query: Query): { readonly view: EntityView; readonly sort: Sort } {
  return {
    view: query.choice('view', ENTITY_VIEWS) ?? 'list',
    sort: query.choice('sort', SORTS) ?? 'type',
  };
}

/** The orders that the list of terms can be in, the usual one first. */
export const TERM_SORTS = ['pinyin', 'english', 'outliers'] as const;
export type TermSort = (typeof TERM_SORTS)[number];

/** @throws BadRequest where the address asks for what does not exist. */
export function termSortIn(query: Query): TermSort {
  return query.choice('sort', TERM_SORTS) ?? 'pinyin';
}
