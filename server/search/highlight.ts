import type { Span } from '../core/span.ts';
import type { Sought } from './look.ts';
import { closed } from './look.ts';
import type { Index } from './open-index.ts';
import { hanRuns, stemOf, wordsIn } from './token.ts';

/** Where what was sought stands on one side of a unit: in order, and apart. */
export function highlights(index: Index, unit: number, side: 'zh' | 'en', sought: readonly Sought[]): Span[] {
  const normal = index.normals[unit]?.[side] ?? '';
  const spans: Span[] = [];
  for (const one of sought) {
    spans.push(...writtenIn(normal, one));
    for (const entity of one.entities) spans.push(...(index.named.get(entity)?.get(unit)?.[side] ?? []));
    if (side === 'zh')
      for (const reading of one.readings) spans.push(...spokenIn(index, unit, normal, reading));
  }
  return apart(spans);
}

function writtenIn(normal: string, { normal: sought, isPhrase }: Sought): Span[] {
  const words = wordsIn(sought);
  const isWord = words.length === 1 && hanRuns(sought).length === 0;
  if (isWord && !isPhrase) return wordsLike(normal, words[0]?.text ?? '');
  return literal(normal, closed(sought));
}

function wordsLike(normal: string, word: string): Span[] {
  const stem = stemOf(word);
  return wordsIn(normal).flatMap(({ text, start }) => {
    // Of a longer word only the beginning is what was typed.
    if (stemOf(text) === stem) return [{ start, end: start + text.length }];
    return word.length >= 2 && text.startsWith(word) ? [{ start, end: start + word.length }] : [];
  });
}

// A space between Han and Latin is nothing; one between words may be several.
function literal(normal: string, sought: string): Span[] {
  if (sought === '') return [];
  const pattern = [...sought]
    .map((character) => (character === ' ' ? '\\s+' : `${escaped(character)}`))
    .join('')
    .replace(/(?<=[^\x20-\x7e])(?=[a-z0-9])|(?<=[a-z0-9])(?=[^\x20-\x7e])/g, '\\s*');
  return [...normal.matchAll(new RegExp(pattern, 'g'))].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** The characters whose readings are `reading`, one behind the other. */
function spokenIn({ readings }: Index, unit: number, normal: string, reading: readonly string[]): Span[] {
  const syllables = (readings[unit] ?? '').split(' ').filter((one) => one !== '');
  const places = placesOf(syllables, normal);
  const spans: Span[] = [];
  for (let at = 0; at + reading.length <= syllables.length; at += 1) {
    if (!reading.every((syllable, index) => syllables[at + index] === syllable)) continue;
    const [first, last] = [places[at], places[at + reading.length - 1]];
    if (first !== undefined && last !== undefined) spans.push({ start: first.start, end: last.end });
  }
  return spans;
}

// The readings are those of the Han characters that have one, in order; a bar stands where they do not touch.
function placesOf(syllables: readonly string[], normal: string): (Span | undefined)[] {
  const characters = hanRuns(normal).flatMap(({ characters: run, start }) => {
    let at = start;
    return run.map((character) => {
      const span = { start: at, end: at + character.length };
      at = span.end;
      return span;
    });
  });
  let next = 0;
  return syllables.map((syllable) => {
    if (syllable === '|') return undefined;
    next += 1;
    return characters[next - 1];
  });
}

/** Spans that touch or overlap become one. */
export function apart(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
