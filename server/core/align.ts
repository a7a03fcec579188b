import { beside, reachedFrom, transposed } from './band.ts';
import type { Bead, BeadKind } from './bead.ts';
import { BEAD_KINDS, MOST_OF_A_SIDE } from './bead.ts';
import { taught } from './co-occurrence.ts';
import type { Correspondence } from './correspondence.ts';
import { correspondenceOf, reversed } from './correspondence.ts';
import { corridorOf } from './corridor.ts';
import type { Cue } from './cue.ts';
import { cuesOfEnglish, smallWordsOf } from './cue-en.ts';
import type { CueTable } from './cue-table.ts';
import { cueTableOf } from './cue-table.ts';
import { cuesOfChinese, latinWordsOf, repeatedIn } from './cue-zh.ts';
import { Gains } from './gain.ts';
import type { Judge, Link } from './lattice.ts';
import { bestWay } from './lattice.ts';
import { NameTrie } from './name-trie.ts';
import type { Renderings } from './renderings.ts';
import { lengthOf, lengthOfChinese, lengthOfEnglish, spreadOf, strainOf } from './spread.ts';

/** A sentence to be aligned. */
export interface Sentence {
  readonly text: string;
  /** What is seen of its structure, and is the same in a translation: that it is a heading, an item; where it leads. */
  readonly signs?: readonly string[];
  /** It begins a block. */
  readonly opens?: boolean;
}

/**
 * Align the sentences of a Chinese text with those of its English translation: beads in order, every sentence of either in exactly one.
 * Time and memory grow with the lengths of the texts, not with their product.
 *
 * Twice: first as the dictionary says; then also with what the first alignment teaches of this text, its names above all, and its lengths.
 */
export function align(zh: readonly Sentence[], en: readonly Sentence[], known: Renderings): Bead[] {
  const pair = tablesOf(zh, en, known);
  const there = correspondenceOf(pair.zh, pair.en, known.rootsOf);
  const band = corridorOf(pair.zh, pair.en, there);
  const first = new Pass(pair, there, []).run(band);
  const second = new Pass(pair, taught(there, pair.zh, pair.en, first.links), first.links);
  const { links, evidence } = second.run(beside(band, stopsOf(first.links), ASIDE));
  return links.flatMap((link, at) => beadsOf(link, relatedness(evidence, at)));
}

/** A bead; of sentences that are dropped together one for each. */
function beadsOf({ zh: row, en: column, kind, chance }: Link, related: number): Bead[] {
  const zh = Array.from({ length: kind.zh }, (_, next) => row + next);
  const en = Array.from({ length: kind.en }, (_, next) => column + next);
  const score = Math.round(chance * related * 1000) / 1000;
  if (zh.length > 0 && en.length > 0) return [{ zh, en, score }];
  return [
    ...zh.map((one) => ({ zh: [one], en: [], score })),
    ...en.map((one) => ({ zh: [], en: [one], score })),
  ];
}

/** The first way is nearly right: the second looks so many sentences aside. */
const ASIDE = 10;
/** What a sign says, and what it costs to leave a block, in nats: translators seldom move what is in a paragraph. */
const SIGN = 1;
const INTO = 2;
const UNEVEN = 1;
/** A bead that is any says more than two drops, in nats. */
const BONUS = 2;

interface Pair {
  readonly zh: CueTable;
  readonly en: CueTable;
  /** How many blocks begin before each sentence. */
  readonly blocks: Readonly<Record<'zh' | 'en', Int32Array>>;
}

function tablesOf(ours: readonly Sentence[], theirs: readonly Sentence[], known: Renderings): Pair {
  const [zh, en] = [ours, theirs].map((all) => all.map(({ text }) => text)) as [string[], string[]];
  const latin = new Set(zh.flatMap(latinWordsOf));
  const small = smallWordsOf(en);
  const english = en.map((text) => cuesOfEnglish(text, small, latin));
  const names = english.flatMap((cues) =>
    cues.flatMap(({ key }) => (key.startsWith('=') ? key.slice(1) : [])),
  );
  const trie = new NameTrie(new Set(names));
  const repeated = repeatedIn(zh, known);
  const chinese = zh.map((text) => cuesOfChinese(text, known, trie, repeated));
  return {
    blocks: { zh: blocksOf(ours), en: blocksOf(theirs) },
    zh: cueTableOf(chinese.map(withSigns(ours)), zh.map(lengthOfChinese)),
    en: cueTableOf(english.map(withSigns(theirs)), en.map(lengthOfEnglish)),
  };
}

function withSigns(sentences: readonly Sentence[]): (cues: readonly Cue[], at: number) => Cue[] {
  return (cues, at) => {
    const signs = sentences[at]?.signs ?? [];
    return [...cues, ...signs.map((sign) => ({ key: `=${sign}`, weight: SIGN }))];
  };
}

function blocksOf(sentences: readonly Sentence[]): Int32Array {
  const blocks = new Int32Array(sentences.length + 1);
  for (const [at, { opens }] of sentences.entries())
    blocks[at + 1] = (blocks[at] ?? 0) + (opens === true ? 1 : 0);
  return blocks;
}

/** How much the words of a bead answer to one another, and how much they say. */
interface Evidence {
  readonly gain: number;
  readonly size: number;
}

class Pass {
  readonly #pair: Pair;
  readonly #there: Correspondence;
  readonly #before: readonly Link[];

  constructor(pair: Pair, there: Correspondence, before: readonly Link[]) {
    [this.#pair, this.#there, this.#before] = [pair, there, before];
  }

  run(band: ReturnType<typeof corridorOf>): { links: Link[]; evidence: Evidence[] } {
    const { zh, en } = this.#pair;
    const [rows, columns] = [zh.cues.length, en.cues.length];
    const reached = reachedFrom(band, columns, MOST_OF_A_SIDE);
    const back = reversed(this.#there, zh, en);
    const toEnglish = new Gains(zh, en, this.#there, reached, MOST_OF_A_SIDE);
    const toChinese = new Gains(en, zh, back, transposed(reached, columns), MOST_OF_A_SIDE);
    const spread = spreadOf(zh, en, this.#before);
    const words: Judge = (row, column, kind) =>
      (toEnglish.of(row, kind.zh, column, column + kind.en) +
        toChinese.of(column, kind.en, row, row + kind.zh)) /
      2;
    const judge: Judge = (row, column, kind) => {
      if (isDrop(kind)) return 0;
      const strain = strainOf(lengthOf(zh, row, kind.zh), lengthOf(en, column, kind.en), spread);
      return words(row, column, kind) + BONUS - strain - this.#breach(row, column, kind);
    };
    const links = bestWay(rows, columns, band, BEAD_KINDS, judge);
    const evidence = links.map(({ zh: row, en: column, kind }) => ({
      gain: isDrop(kind) ? 0 : words(row, column, kind),
      size: (sum(zh.sizes, row, kind.zh) + sum(en.sizes, column, kind.en)) / 2,
    }));
    return { links, evidence };
  }

  /** What a bead costs that goes on into another block, or begins one on one side only. */
  #breach(row: number, column: number, { zh, en }: BeadKind): number {
    const { blocks } = this.#pair;
    const inside = (all: Int32Array, start: number, count: number): number =>
      (all[start + count] ?? 0) - (all[start + 1] ?? 0);
    const opens = (all: Int32Array, start: number): boolean => (all[start + 1] ?? 0) > (all[start] ?? 0);
    const isUneven = opens(blocks.zh, row) !== opens(blocks.en, column);
    return INTO * (inside(blocks.zh, row, zh) + inside(blocks.en, column, en)) + (isUneven ? UNEVEN : 0);
  }
}

function isDrop({ zh, en }: BeadKind): boolean {
  return zh === 0 || en === 0;
}

function stopsOf(links: readonly Link[]): [number, number][] {
  return [[0, 0], ...links.map(({ zh, en, kind }): [number, number] => [zh + kind.zh, en + kind.en])];
}

/** Beads on either side that are looked at together. */
const NEAR = 5;
// Of texts that have nothing to do with each other a bead gains at most 0 for each word that could be found, of free translations 0.2 and more.
const MIDDLE = 0.08;
const STEEP = 14;

/** How sure it is that the texts are translations of each other around a bead: its chance only says that no other way is better. */
function relatedness(evidence: readonly Evidence[], at: number): number {
  let [gain, size] = [0, 0];
  for (const one of evidence.slice(Math.max(0, at - NEAR), at + NEAR + 1)) {
    gain += one.gain;
    size += one.size;
  }
  return 1 / (1 + Math.exp(STEEP * (MIDDLE - gain / Math.max(1, size))));
}

function sum(numbers: Float64Array, start: number, count: number): number {
  let total = 0;
  for (let at = start; at < start + count; at += 1) total += numbers[at] ?? 0;
  return total;
}
