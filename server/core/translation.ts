import type { Row } from './align-drafts.ts';
import { confidenceOf } from './bead.ts';
import type { DraftSegment } from './draft.ts';
import { joinDrafts } from './draft.ts';
import { joinerBetween } from './resegment.ts';

/** A text with its translation laid beside it: one row for each segment. */
export interface Translation {
  /** Sentences that are rendered together, of one block, are one segment. */
  readonly drafts: readonly DraftSegment[];
  /** The English of each segment, and how sure it is; undefined where there is none. */
  readonly glosses: readonly ({ readonly en: string; readonly score: number } | undefined)[];
  /** English that stands for no Chinese, and how many segments stand before it. */
  readonly loose: readonly { readonly before: number; readonly en: string }[];
  /** Of the whole, from 0 to 1: a text and what has nothing to do with it stay below .3. */
  readonly confidence: number;
}

/**
 * Lay a translation beside a text. `rows` are what `alignDrafts` made of `drafts`, debris among them. Where sentences of several blocks are rendered
 * together, the English stands beside the first: a segment does not leave its block.
 */
export function translationOf(drafts: readonly DraftSegment[], rows: readonly Row[]): Translation {
  const joinedTo = new Map<number, number>();
  const english = new Map<number, { en: string; score: number }>();
  const behind: { at: number; en: string }[] = [];
  let last = -1;
  for (const { bead, en } of rows) {
    const text = en.map((one) => one.text).join(' ');
    const [first, ...others] = bead.zh;
    if (first === undefined) {
      if (text !== '') behind.push({ at: last, en: text });
      continue;
    }
    let before = first;
    for (const at of others) {
      if (isNext(drafts, before, at)) joinedTo.set(at, first);
      before = at;
    }
    if (text !== '') english.set(first, { en: text, score: bead.score });
    last = before;
  }
  const whole: { draft: DraftSegment; at: number }[] = [];
  const places: number[] = [];
  for (const [at, draft] of drafts.entries()) {
    const into = joinedTo.has(at) ? whole.at(-1) : undefined;
    if (into === undefined) whole.push({ draft, at });
    else into.draft = joinDrafts(into.draft, draft, joinerBetween(into.draft.text, draft.text));
    places.push(whole.length);
  }
  return {
    drafts: whole.map(({ draft }) => draft),
    glosses: whole.map(({ at }) => english.get(at)),
    loose: behind.map(({ at, en }) => ({ before: at === -1 ? 0 : (places[at] ?? 0), en })),
    confidence: confidenceOf(rows.map(({ bead }) => bead)),
  };
}

function isNext(drafts: readonly DraftSegment[], before: number, at: number): boolean {
  const [one, two] = [drafts[before], drafts[at]];
  return at === before + 1 && one?.block === two?.block && one?.kind === two?.kind;
}
