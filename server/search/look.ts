import type { EntityId } from '../core/entity.ts';
import { entitiesNamed } from '../core/gazetteer.ts';
import { HIT_PLACES } from '../core/search.ts';
import type { Found } from './found.ts';
import { better, both, either, Gathering, NOTHING, scaled } from './found.ts';
import type { Index } from './open-index.ts';
import { BIT, FIELDS } from './place.ts';
import { syllablesIn } from './syllable.ts';
import { bigramsOf, hanRuns, stemOf, wordsIn } from './token.ts';

/** A word or phrase of a query, and everything that it may mean. */
export interface Sought {
  readonly text: string;
  readonly normal: string;
  readonly isPhrase: boolean;
  /** Only titles and headings. */
  readonly inTitles: boolean;
  readonly entities: readonly EntityId[];
  /** As pinyin; none where it is none. */
  readonly readings: readonly (readonly string[])[];
}

/** How many words a beginning may stand for. */
const EXPANSIONS = 24;
/** What a word counts of which only the beginning was typed: less than half, so that two of them are no match for the word itself. */
const BEGINNING = 0.4;
/** What a sound counts for each syllable: less than any two characters that are written, which are worth 3 and more. */
const SPOKEN = 1;

export function soughtIn(index: Index, text: string, isPhrase: boolean, inTitles = false): Sought {
  const normal = index.normal(text);
  return {
    text,
    normal,
    isPhrase,
    inTitles,
    // A phrase is looked for as it is written, and not under other names.
    entities: isPhrase ? [] : namedBy(index, text),
    readings: isPhrase ? [] : syllablesIn(text, index.syllables).filter(({ length }) => length > 1),
  };
}

/** Entities that go by `text`, in traditional characters, too. */
export function namedBy({ gazetteer, simplify }: Index, text: string): EntityId[] {
  return [...new Set([...entitiesNamed(gazetteer, text), ...entitiesNamed(gazetteer, simplify(text))])];
}

/** The units that hold what is sought: as it is written, under another name, or by its sound. What is both written and named so counts twice. */
export function look(index: Index, sought: Sought): Found {
  let found = written(index, sought);
  for (const entity of sought.entities) found = either(found, index.named.of.get(entity) ?? NOTHING);
  for (const reading of sought.readings) found = better(found, spoken(index, reading));
  return sought.inTitles ? inTitles(index, found) : found;
}

function inTitles({ units }: Index, found: Found): Found {
  const inHeading = ({ units: all }: Found, at: number): boolean =>
    units[all[at] as number]?.segment.kind === 'heading';
  const rest = new Gathering(found.units.length);
  for (let at = 0; at < found.units.length; at += 1) {
    const places = (found.places[at] as number) & (inHeading(found, at) ? ~0 : BIT.title);
    if (places !== 0) rest.add(found.units[at] as number, found.scores[at] as number, places);
  }
  return rest.found();
}

/** Bigrams and stems find; what must stand together is then looked for in the text itself. */
function written(index: Index, { normal, isPhrase }: Sought): Found {
  const words = wordsIn(normal).map(({ text }) => text);
  const runs = hanRuns(normal);
  const isLone = runs.length === 1 && runs[0]?.characters.length === 1;
  if (words.length === 0 && (runs.length === 0 || isLone)) return scanned(index, normal.trim());
  const [word] = words;
  if (word !== undefined && words.length === 1 && runs.length === 0) {
    const found = isPhrase ? index.postings.of(stemOf(word)) : beginningWith(index, word);
    // `c++` and `/etc` are more than their letters.
    return isPhrase || normal.trim() !== word ? together(index, found, normal, isPhrase ? '' : word) : found;
  }
  const found = withAll(index, [...bigramsOf(normal), ...words.map(stemOf)]);
  // Two Han characters need no second look; anything longer must stand there as it is written.
  const isPair = words.length === 0 && runs.length === 1 && runs[0]?.characters.length === 2;
  return isPair && normal.trim().length === 2 ? found : together(index, found, normal, '');
}

/** Units that have each of `tokens`. */
function withAll({ postings }: Index, tokens: readonly string[]): Found {
  // The rarest first: what follows is looked up in few.
  const [rarest, ...others] = [...new Set(tokens)]
    .map((token) => postings.of(token))
    .sort((a, b) => a.units.length - b.units.length);
  return others.reduce(both, rarest ?? NOTHING);
}

/** The word itself in every form, and what begins with it: as somebody types, and for good. */
function beginningWith({ postings, vocabulary }: Index, word: string): Found {
  const stem = stemOf(word);
  const longer = word.length >= 2 ? vocabulary.beginningWith(word, EXPANSIONS).map(stemOf) : [];
  return [...new Set(longer)]
    .filter((other) => other !== stem)
    .reduce((found, other) => better(found, scaled(postings.of(other), BEGINNING)), postings.of(stem));
}

/** Those of `candidates` that hold what is sought as it is written; if none does, those that hold `instead`. */
function together({ normals }: Index, candidates: Found, sought: string, instead: string): Found {
  const close = closed(sought);
  const verified = new Gathering(candidates.units.length);
  for (let at = 0; at < candidates.units.length; at += 1) {
    const [unit, places] = [candidates.units[at] as number, candidates.places[at] as number];
    const normal = normals[unit];
    let held = 0;
    for (const place of HIT_PLACES)
      if ((places & BIT[place]) !== 0 && normal !== undefined && holds(normal[place], close))
        held |= BIT[place];
    if (held !== 0) verified.add(unit, candidates.scores[at] as number, held);
  }
  const found = verified.found();
  return found.units.length === 0 && instead !== '' ? candidates : found;
}

function holds(text: string, close: string): boolean {
  return text.includes(close) || closed(text).includes(close);
}

/** Without the spaces that people put or leave out between Han and Latin; those between words stay. */
export function closed(normal: string): string {
  const text = normal.trim();
  if (!/\s/.test(text)) return text;
  return text.replace(/(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/g, '').replace(/\s+/g, ' ');
}

// A lone character, an emoji, a sign: in no pair and no word, so all is read through.
function scanned({ normals }: Index, sign: string): Found {
  if (sign === '') return NOTHING;
  const found = new Gathering(normals.length);
  for (let unit = 0; unit < normals.length; unit += 1) {
    const normal = normals[unit];
    let [places, score] = [0, 0];
    for (const place of HIT_PLACES) {
      const text = normal?.[place] ?? '';
      const times = timesIn(text, sign);
      if (times === 0) continue;
      places |= BIT[place];
      score += (FIELDS[place].boost * Math.log2(1 + times)) / Math.log(8 + text.length);
    }
    if (places !== 0) found.add(unit, score, places);
  }
  return found.found();
}

function timesIn(text: string, sign: string): number {
  let times = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + sign.length)) times += 1;
  return times;
}

// The readings are short: looking through them costs less than an index of them.
function spoken({ readings }: Index, reading: readonly string[]): Found {
  const units = readings.holding(reading);
  const found = new Gathering(units.length);
  for (const unit of units) found.add(unit, SPOKEN * reading.length, BIT.zh);
  return found.found();
}
