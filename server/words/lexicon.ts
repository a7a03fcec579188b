import type { Authority } from '../core/authority.ts';
import type { Entity } from '../core/entity.ts';
import { formsOf } from '../core/entity.ts';
import { link } from '../core/link.ts';
import type { Mention } from '../core/mention.ts';
import type { DocumentId } from '../core/segment.ts';
import type { GlossedWord, Lexicon, Manner, Word, WordPart, WordSense, WordTerm } from '../core/word.ts';
import type { ReadingFix, WordFixes } from '../core/word-fixes.ts';
import { fixesOf, NO_FIXES } from '../core/word-fixes.ts';
import { cutterOver } from './cutter.ts';
import type { Dictionary } from './dictionary.ts';
import { homographsOf, termsAt } from './homograph.ts';
import { pinyinOf } from './reading.ts';
import type { Segmenter } from './segmenter.ts';
import { sensesOf } from './sense.ts';

/** What a lexicon is made of. */
export interface Lore {
  /** Keeps the words of `wholeWords` whole. */
  readonly segment: Segmenter;
  readonly dictionary: Dictionary;
  readonly authority: Authority;
  readonly terms: readonly WordTerm[];
  /** Of the corpus, and of documents. */
  readonly fixes: WordFixes;
  readonly fixesBy: ReadonlyMap<DocumentId, WordFixes>;
}

/** Chinese names and terms: what the segmenter must not cut. */
export function wholeWords(entities: Iterable<Entity>, terms: readonly WordTerm[]): string[] {
  const names = [...entities].flatMap((entity) => formsOf(entity).map(({ text }) => text));
  return [...names, ...homographsOf(terms).keys()].filter((text) => /\p{Script=Han}/u.test(text));
}

interface Corrected {
  readonly cut: Segmenter;
  readonly readings: ReadonlyMap<string, readonly ReadingFix[]>;
}

export function lexiconOf({ segment, dictionary, authority, terms, fixes, fixesBy }: Lore): Lexicon {
  const homographs = homographsOf(terms);
  const termPinyin = new Map(terms.toReversed().map(({ zh, pinyin }) => [zh, pinyin]));
  const kept = new Set(wholeWords(authority.entities.values(), terms));
  const isKnown = (word: string): boolean => kept.has(word) || dictionary.has(word);
  const correctedBy = remembering((id: DocumentId | 'corpus' | 'nobody'): Corrected => {
    const all =
      id === 'nobody' ? NO_FIXES : fixesOf(id === 'corpus' ? NO_FIXES : (fixesBy.get(id) ?? NO_FIXES), fixes);
    return {
      cut: cutterOver(segment, isKnown, all),
      readings: Map.groupBy(all.readings, ({ word }) => word),
    };
  });
  const correctedAs = ({ document, corrected = true }: Manner): Corrected =>
    correctedBy(corrected ? (document ?? 'corpus') : 'nobody');

  const words = (text: string, manner: Manner = {}): Word[] =>
    read(correctedAs(manner).cut(text), text, manner);

  const read = (pieces: readonly string[], text: string, manner: Manner): Word[] => {
    const { readings } = correctedAs(manner);
    const known = { dictionary, terms: termPinyin, fixes: readings, spoken: manner.spoken === true };
    const pinyin = pinyinOf(pieces, text, known);
    let end = 0;
    return pieces.map((piece, index) => {
      const start = end;
      end += piece.length;
      return { text: piece, start, end, pinyin: pinyin[index] ?? null };
    });
  };

  const gloss = (text: string, manner: Manner = {}): GlossedWord[] => {
    const [linked] = link([{ text, closed: [] }], authority.gazetteer);
    const mentions = linked?.mentions ?? [];
    const named = new Set(mentions.map(({ entity }) => entity));
    // A long text has most of its words many times.
    const known = new Map<string, GlossedWord>();
    let next = 0;
    return words(text, manner).map((word) => {
      while ((mentions[next]?.end ?? Number.POSITIVE_INFINITY) <= word.start) next += 1;
      const entity = isSaid(word) ? entityAt(word, mentions[next], authority) : undefined;
      const own = isSaid(word) ? termsAt(homographs, text, word, named) : [];
      const key = [word.text, word.pinyin, entity?.id, ...own.map(({ id, en }) => id ?? en)].join('\t');
      const { senses, parts, term } = known.get(key) ?? told(word, entity, own);
      const glossed = { ...word, senses, ...(entity && { entity: entity.id }), ...(term && { term }), parts };
      known.set(key, glossed);
      return glossed;
    });
  };

  const whole = (text: string, manner: Manner = {}): GlossedWord | undefined => {
    const [word] = isKnown(text) ? read([text], text, manner) : [];
    if (word === undefined) return undefined;
    const [mention] = link([{ text, closed: [] }], authority.gazetteer)[0]?.mentions ?? [];
    const entity = entityAt(word, mention, authority);
    const { senses, term, parts } = told(word, entity, termsAt(homographs, text, word, new Set()));
    return { ...word, senses, ...(entity && { entity: entity.id }), ...(term && { term }), parts };
  };

  const told = (
    word: Word,
    entity: Entity | undefined,
    own: readonly WordTerm[],
  ): Pick<GlossedWord, 'senses' | 'term' | 'parts'> => {
    if (!isSaid(word)) return { senses: [], parts: [] };
    const [first] = own;
    return {
      senses: [
        ...own.map((term) => termSense(term, word)),
        ...(entity === undefined ? [] : [entitySense(entity, word)]),
        ...sensesOf(dictionary, word.text, word.pinyin),
      ],
      ...(first?.id !== undefined && { term: first.id }),
      parts: word.pinyin === null ? [] : partsOf(word.text),
    };
  };

  const partsOf = (word: string): WordPart[] =>
    piecesOf(word, dictionary).map((part) => {
      const own = (homographs.get(part) ?? []).map(({ term }) => termSense(term));
      return { text: part, senses: [...own, ...sensesOf(dictionary, part, null)] };
    });

  return {
    cut: (text, manner = {}) => correctedAs(manner).cut(text),
    words,
    gloss,
    whole,
    longestAt: dictionary.longestAt,
  };
}

// Of `2.5亿` only 亿 is a word.
function piecesOf(word: string, dictionary: Dictionary): string[] {
  const stretches = word.match(/\p{Script=Han}+/gu) ?? [];
  return stretches.length === 1 && stretches[0] === word
    ? dictionary.partsOf(word)
    : stretches.flatMap((stretch) => (dictionary.has(stretch) ? [stretch] : dictionary.partsOf(stretch)));
}

function isSaid({ text }: Word): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

// A word that is the name, or a piece of it.
function entityAt(word: Word, mention: Mention | undefined, { entities }: Authority): Entity | undefined {
  if (mention === undefined || word.start < mention.start || word.end > mention.end) return undefined;
  return entities.get(mention.entity);
}

// A variant is read in its own way.
function termSense({ id, zh, pinyin, en, admitted = [] }: WordTerm, word?: Word): WordSense {
  const own = word === undefined || word.text === zh ? pinyin : (word.pinyin ?? pinyin);
  return { source: 'term', pinyin: own, en: [en, ...admitted], ...(id !== undefined && { term: id }) };
}

function entitySense({ name, description }: Entity, { pinyin }: Word): WordSense {
  return { source: 'entity', pinyin: pinyin ?? '', en: [name.en, description.en] };
}

function remembering<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const before = made.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
