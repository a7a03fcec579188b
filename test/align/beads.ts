import { readFileSync } from 'node:fs';
import type { Bead } from '../../server/core/bead.ts';

/** A text and its translation, sentence by sentence, and how people aligned them. */
export interface Gold {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly beads: readonly Pick<Bead, 'zh' | 'en'>[];
}

/** Read a file of beads: Chinese, a tab, English; ` | ` parts sentences, `#` begins a remark. */
export function readGold(name: string): Gold {
  const lines = readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const pairs = lines
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t').map((side) => (side === '' ? [] : side.split(' | '))));
  return goldOf(pairs.map(([zh = [], en = []]) => [zh, en] as const));
}

export function goldOf(pairs: readonly (readonly [zh: readonly string[], en: readonly string[]])[]): Gold {
  const [zh, en]: [string[], string[]] = [[], []];
  const beads = pairs.map(([ours, theirs]) => ({
    zh: ours.map((sentence) => zh.push(sentence) - 1),
    en: theirs.map((sentence) => en.push(sentence) - 1),
  }));
  return { zh, en, beads };
}

/** Strict F1: a bead counts if both its sides are exactly right. */
export function f1Of(found: readonly Pick<Bead, 'zh' | 'en'>[], { beads }: Gold): number {
  const right = new Set(beads.map(keyOf));
  const correct = found.filter((bead) => right.has(keyOf(bead))).length;
  return (2 * correct) / (found.length + beads.length);
}

function keyOf({ zh, en }: Pick<Bead, 'zh' | 'en'>): string {
  return `${zh.join()}:${en.join()}`;
}
