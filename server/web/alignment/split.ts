import type { Cutters } from '../../core/parting.ts';
import { glossPartingsOf, partingsOf } from '../../core/parting.ts';

/** Where a row may be cut, on both sides. */
export interface SplitView {
  /** What its button sends. */
  readonly order: string;
  readonly zh: readonly CutView[];
  /** None where it has no English. */
  readonly en: readonly CutView[];
}

export interface CutView {
  readonly offset: number;
  /** What stands around the cut; '' where nothing does. */
  readonly before: string;
  readonly behind: string;
  readonly isChosen: boolean;
}

const AROUND = { zh: 12, en: 28 };

/** The end of a sentence nearest the middle is offered first, and the cut of the English that parts it alike. */
export function splitView(
  key: string,
  zh: string,
  en: string | null,
  seen: string,
  sentences: Cutters,
): SplitView {
  const partings = partingsOf(zh, sentences.zh);
  const ends = partings.filter(({ isSentence }) => isSentence);
  const offsets = (ends.length > 0 ? ends : partings).map(({ offset }) => offset);
  const chosen = nearest(offsets, zh.length / 2);
  const glossCuts = en === null || en === '' ? [] : glossPartingsOf(en, sentences.en);
  const share = ((chosen ?? 0) / zh.length) * (en?.length ?? 0);
  const inner = glossCuts.slice(1, -1);
  const chosenGloss = nearest(inner.length > 0 ? inner : glossCuts, share);
  return {
    order: `split ${key} ${seen}`,
    zh: partings.map(({ offset }) => cutView(zh, offset, chosen, AROUND.zh)),
    en: glossCuts.map((offset) => cutView(en ?? '', offset, chosenGloss, AROUND.en)),
  };
}

function nearest(offsets: readonly number[], to: number): number | undefined {
  return offsets.toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to))[0];
}

function cutView(text: string, offset: number, chosen: number | undefined, around: number): CutView {
  const [before, behind] = [text.slice(0, offset).trimEnd(), text.slice(offset).trimStart()];
  const tail = [...before];
  const head = [...behind];
  return {
    offset,
    before: tail.length > around ? `…${tail.slice(-around).join('')}` : before,
    behind: head.length > around ? `${head.slice(0, around).join('')}…` : behind,
    isChosen: offset === chosen,
  };
}
