import type { Phrase } from './phrase.ts';
import { placesOf } from './phrase.ts';
import type { Glossed, ReadGloss, SenseChooser } from './sense-choice.ts';
import { isWholeName } from './sense-choice.ts';
import type { Span } from './span.ts';
import type { GlossedWord } from './word.ts';

/**
 * Where the gloss of a segment renders one of its words, in order: the places of its term as `rendered` tells them; else where it names whom the word
 * names; else where a sense of the dictionary stands, inflected or not. Nothing where that is open: the sense is a mere particle, stands more often
 * than the word, or may as well render another word of the segment.
 */
export function renderedSpans(
  word: string,
  words: readonly GlossedWord[],
  glossed: Glossed,
  { chooser, rendered }: { readonly chooser: SenseChooser; readonly rendered: readonly Span[] | undefined },
): Span[] {
  if (glossed.en === null) return [];
  if (rendered !== undefined) return once(rendered);
  const own = words.filter(({ text }) => text === word);
  const entities = new Set(own.flatMap((one) => (isWholeName(one, glossed) ? (one.entity ?? []) : [])));
  const names = glossed.names.en.mentions;
  if (entities.size > 0) return once(names.filter(({ entity }) => entities.has(entity)));

  const gloss = chooser.read(glossed.en);
  const meant = (one: GlossedWord): Span[] => placesMeant(one, gloss, chooser);
  const others = new Map(
    words.flatMap((one) => (one.text === word || one.pinyin === null ? [] : [[one.text, one] as const])),
  );
  const taken = [...names, ...[...others.values()].flatMap(meant)];
  const free = longest(own.slice(0, 1).flatMap(meant)).filter(
    (place) => !taken.some((other) => overlaps(other, place) && lengthOf(other) >= lengthOf(place)),
  );
  return free.length > own.length ? [] : once(free);
}

function placesMeant(word: GlossedWord, { text, words }: ReadGloss, chooser: SenseChooser): Span[] {
  const terms = chooser.termMeaningsOf(word);
  return (terms.length > 0 ? terms : chooser.meaningsOf(word)).flatMap(({ phrase }) =>
    isTelling(phrase) ? placesOf(phrase, words, text) : [],
  );
}

const PARTICLES = new Set(
  (
    'a an the and or but of in on at to for from by with as than that this these those it its he she they we you i not no be do have go get ' +
    'so then there here if when what which who how all also only just even up out off over into about after before one very more most can will may'
  ).split(' '),
);

// Particles stand everywhere, for all kinds of words.
function isTelling(phrase: Phrase): boolean {
  return phrase.some((piece) => piece.kind === 'word' && !PARTICLES.has(piece.stem) && piece.stem.length > 1);
}

// Of places that overlap the longest.
function longest(places: readonly Span[]): Span[] {
  const sorted = places.toSorted((a, b) => lengthOf(b) - lengthOf(a) || a.start - b.start);
  return sorted.filter((place, index) => !sorted.slice(0, index).some((other) => overlaps(other, place)));
}

function once(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  return sorted
    .filter((span, index) => index === 0 || span.start >= (sorted[index - 1]?.end ?? 0))
    .map(({ start, end }) => ({ start, end }));
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
