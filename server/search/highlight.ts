import type { Span } from '../core/span.ts';
import type { Sought } from './look.ts';
import { closed } from './look.ts';
import type { Index } from './open-index.ts';
import { hanRuns, stemOf, wordsIn } from './token.ts';

/** Where on one side of a unit something stands. */
type Find = (normal: string, unit: number) => Span[];

/** Finds what was sought on one side of a unit: spans in order, and apart. What can be made ready is ready once. */
export function highlighter(
  index: Index,
  sought: readonly Sought[],
): (unit: number, side: 'zh' | 'en') => Span[] {
  const writers = sought.map(writtenFinder);
  const entities = new Set(sought.flatMap((one) => one.entities));
  const readings = sought.flatMap((one) => one.readings);
  const speaks: Find = (normal, unit) =>
    readings.flatMap((reading) => spokenIn(index, unit, normal, reading));
  return (unit, side) => {
    const normal = index.normals[unit]?.[side] ?? '';
    if (normal === '') return [];
    const mentions = index.units[unit]?.segment.names[side].mentions ?? [];
    return apart([
      ...writers.flatMap((find) => find(normal, unit)),
      ...mentions.filter(({ entity }) => entities.has(entity)),
      ...(side === 'zh' ? speaks(normal, unit) : []),
    ]);
  };
}

function writtenFinder({ normal: sought, isPhrase }: Sought): Find {
  const words = wordsIn(sought);
  const [word] = words;
  if (word !== undefined && words.length === 1 && word.text === sought.trim() && !isPhrase) {
    const stem = stemOf(word.text);
    return (normal) => wordsLike(normal, word.text, stem);
  }
  const pattern = patternOf(closed(sought));
  if (pattern === undefined) return () => [];
  return (normal) => matchesOf(pattern, normal);
}

function wordsLike(normal: string, word: string, stem: string): Span[] {
  return wordsIn(normal).flatMap(({ text, start }) => {
    // Of a longer word only the beginning is what was typed.
    if (stemOf(text) === stem) return [{ start, end: start + text.length }];
    return word.length >= 2 && text.startsWith(word) ? [{ start, end: start + word.length }] : [];
  });
}

// Beside Han and full-width signs a space is nothing; one between words may be several.
function patternOf(sought: string): RegExp | undefined {
  if (sought === '') return undefined;
  const characters = [...sought].map((character) => (character === ' ' ? '\\s+' : escaped(character)));
  const isNarrow = (character = ' '): boolean => character <= '\x7e';
  const pattern = characters.map((character, index) =>
    isNarrow(character) && isNarrow(characters[index + 1]) ? character : `${character}\\s*`,
  );
  return new RegExp(pattern.join('').replace(/\\s\*$/, ''), 'g');
}

/** All places, also those that overlap: `人人` stands twice in `人人人`. */
function matchesOf(pattern: RegExp, normal: string): Span[] {
  const spans: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(normal); match !== null; match = pattern.exec(normal)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
    pattern.lastIndex = match.index + 1;
  }
  return spans;
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** The characters whose readings are `reading`, one behind the other. */
function spokenIn({ readings }: Index, unit: number, normal: string, reading: readonly string[]): Span[] {
  const places = readings.places(unit, reading);
  if (places.length === 0) return [];
  const characters = hanRuns(normal).flatMap(({ characters: run, start }) => {
    let at = start;
    return run.map((character): Span => {
      const span = { start: at, end: at + character.length };
      at = span.end;
      return span;
    });
  });
  return places.flatMap((place): Span[] => {
    const [first, last] = [characters[place], characters[place + reading.length - 1]];
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
  });
}

/** Spans that touch or overlap become one. */
export function apart(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
