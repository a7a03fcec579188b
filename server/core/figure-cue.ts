import type { Cues } from './cue.ts';
import type { Figure } from './figure.ts';

const WEIGHT = 1.5;
// So small numbers are in too many sentences to say much.
const SMALL = 12;

/** What figures say, part by part, so that `2013年3月` and `March 2013` share all and `2013` some of it. */
export function addFigures(figures: readonly Figure[], cues: Cues): void {
  for (const figure of figures) for (const key of keysOf(figure)) cues.add(key, weightOf(figure));
}

function weightOf(figure: Figure): number {
  return figure.kind === 'number' && figure.value <= SMALL ? WEIGHT / 2 : WEIGHT;
}

function keysOf(figure: Figure): string[] {
  if (figure.kind === 'number') return [`=${figure.digits ?? rounded(figure.value)}`];
  if (figure.kind === 'share') return [`=${rounded(figure.value * 100)}%`];
  if (figure.kind === 'version') return [`=${figure.version}`];
  const { year, decade, month, day } = figure;
  return [
    ...(year === undefined ? [] : [`=${year}`]),
    ...(decade === undefined ? [] : [`=${decade % 100}s`]),
    ...(month === undefined ? [] : [`=month${month}`]),
    ...(day === undefined ? [] : [`=${day}`]),
  ];
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(8)));
}
