import lunr from 'lunr';
import type { EntityId } from '../core/entity.ts';
import { entitiesNamed } from '../core/gazetteer.ts';
import type { Found } from './found.ts';
import { add } from './found.ts';
import type { Index, Normal } from './open-index.ts';
import { BIT } from './open-index.ts';
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

type Place = keyof Normal;
const PLACES: readonly Place[] = ['zh', 'en', 'note', 'title'];
const BOOST: Readonly<Record<Place, number>> = { zh: 1, en: 1, note: 0.4, title: 1.5 };
/** How many words a beginning may stand for. */
const EXPANSIONS = 24;
/** A sound is worth less than what is written. */
const SPOKEN = 3;
/** A name is worth more than the same letters. */
const NAME_BONUS = 3;

export function soughtIn(index: Index, text: string, isPhrase: boolean, inTitles = false): Sought {
  const normal = index.normal(text);
  // A phrase is looked for as it is written, and not under other names.
  const entities = isPhrase ? [] : namedBy(index, text);
  return {
    text,
    normal,
    isPhrase,
    inTitles,
    entities,
    readings: isPhrase ? [] : syllablesIn(text, index.syllables).filter(({ length }) => length > 1),
  };
}

/** Entities that go by `text`, in traditional characters, too. */
export function namedBy({ gazetteer, simplify }: Index, text: string): EntityId[] {
  return [...new Set([...entitiesNamed(gazetteer, text), ...entitiesNamed(gazetteer, simplify(text))])];
}

/** The units that hold what is sought: as it is written, under another name, or by its sound. */
export function look(index: Index, sought: Sought): Found {
  const found: Found = new Map();
  for (const [unit, match] of written(index, sought)) add(found, unit, match);
  for (const entity of sought.entities) {
    for (const [unit, { zh, en }] of index.named.get(entity) ?? []) {
      const places = (zh.length > 0 ? BIT.zh : 0) | (en.length > 0 ? BIT.en : 0);
      add(found, unit, { score: (found.get(unit)?.score ?? 0) + NAME_BONUS, places });
    }
  }
  for (const reading of sought.readings) spoken(index, reading, found);
  return sought.inTitles ? inTitles(index, found) : found;
}

function inTitles({ units }: Index, found: Found): Found {
  return new Map(
    [...found].flatMap(([unit, match]) => {
      if (units[unit]?.segment.kind === 'heading') return [[unit, match] as const];
      const places = match.places & BIT.title;
      return places === 0 ? [] : [[unit, { score: match.score, places }] as const];
    }),
  );
}

/** Bigrams and stems find; what must stand together is then looked for in the text itself. */
function written(index: Index, { normal, isPhrase }: Sought): Found {
  const words = wordsIn(normal).map(({ text }) => text);
  const runs = hanRuns(normal);
  const isLone = runs.length === 1 && runs[0]?.characters.length === 1;
  if (words.length === 0 && (runs.length === 0 || isLone)) return scanned(index, normal.trim());
  const required = bigramsOf(normal);
  const isWord = words.length === 1 && runs.length === 0;
  const groups = [
    ...required.map((token) => [token]),
    ...words.map((word) => (isWord && !isPhrase ? expanded(index, word) : [stemOf(word)])),
  ];
  const candidates = query(index, groups);
  // One word, or two Han characters, need no second look; anything longer must stand there as it is written.
  const isPlain = isWord
    ? !isPhrase
    : words.length === 0 && runs.length === 1 && (runs[0]?.characters.length ?? 0) <= 2;
  return isPlain ? candidates : together(index, candidates, normal);
}

/** Units that have a token of each group. */
function query({ lunr: engine }: Index, groups: readonly (readonly string[])[]): Found {
  const found: Found = new Map();
  const isSimple = groups.every(({ length }) => length === 1);
  const presence = isSimple ? lunr.Query.presence.REQUIRED : lunr.Query.presence.OPTIONAL;
  const results = engine.query((asked) => {
    for (const group of groups)
      for (const [rank, token] of group.entries())
        for (const field of PLACES)
          if (isSimple) {
            asked.term(token, { fields: [...PLACES], presence, usePipeline: false });
            break;
          } else
            asked.term(token, {
              fields: [field],
              boost: BOOST[field] / (1 + rank),
              presence,
              usePipeline: false,
            });
  });
  for (const { ref, score, matchData } of results) {
    let places = 0;
    for (const fields of Object.values(matchData.metadata as Record<string, object>))
      for (const place of PLACES) if (place in fields) places |= BIT[place];
    if (places !== 0) found.set(Number(ref), { score, places });
  }
  return found;
}

/** The stem of a word, and those of the words that begin with it: as somebody types, and for good. */
function expanded({ vocabulary }: Index, word: string): string[] {
  const longer = word.length >= 2 ? vocabulary.beginningWith(word, EXPANSIONS) : [];
  return [...new Set([stemOf(word), ...longer.map(stemOf)])];
}

function together({ normals }: Index, candidates: Found, sought: string): Found {
  const close = closed(sought);
  const found: Found = new Map();
  for (const [unit, { score, places }] of candidates) {
    const normal = normals[unit];
    let verified = 0;
    for (const place of PLACES)
      if ((places & BIT[place]) !== 0 && normal !== undefined && holds(normal[place], close))
        verified |= BIT[place];
    if (verified !== 0) found.set(unit, { score, places: verified });
  }
  return found;
}

function holds(text: string, close: string): boolean {
  return text.includes(close) || closed(text).includes(close);
}

/** Without the spaces that people put or leave out between Han and Latin; those between words stay. */
export function closed(normal: string): string {
  return normal
    .trim()
    .replace(/(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/g, '')
    .replace(/\s+/g, ' ');
}

// A lone character, an emoji, a sign: in no pair and no word, so all is read through.
function scanned({ normals }: Index, sign: string): Found {
  const found: Found = new Map();
  if (sign === '') return found;
  for (const [unit, normal] of normals.entries()) {
    let [places, score] = [0, 0];
    for (const place of PLACES) {
      const times = normal[place].split(sign).length - 1;
      if (times === 0) continue;
      places |= BIT[place];
      score += (BOOST[place] * Math.log2(1 + times)) / Math.log(8 + normal[place].length);
    }
    if (places !== 0) found.set(unit, { score, places });
  }
  return found;
}

// The readings are short: looking through them costs less than an index of them.
function spoken({ readings }: Index, reading: readonly string[], found: Found): void {
  const spelt = ` ${reading.join(' ')} `;
  for (const [unit, all] of readings.entries())
    if (all.includes(spelt))
      add(found, unit, { score: (SPOKEN * reading.length) / Math.log(8 + all.length), places: BIT.zh });
}
