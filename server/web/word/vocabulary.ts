import type { DocumentSegment } from '../../core/document.ts';
import type { EntityId } from '../../core/entity.ts';
import type { ChosenSense, PartSense } from '../../core/sense-choice.ts';
import { isWholeName, SenseChooser } from '../../core/sense-choice.ts';
import type { TermId } from '../../core/term.ts';
import type { WordSense } from '../../core/word.ts';
import type { PlacedWord, SegmentWords } from './wordbook.ts';

/** A word of a text under one of its readings, in all its places. */
export interface Vocable {
  readonly word: string;
  readonly pinyin: string;
  /** What it means in `example`; undefined where nobody knows it. */
  readonly here: ChosenSense | undefined;
  /** What its pieces mean, where nobody knows the whole. */
  readonly parts: readonly PartSense[];
  readonly senses: readonly WordSense[];
  /** Places in the text. */
  readonly count: number;
  readonly first: DocumentSegment;
  /** Where to see it used: the first place whose gloss says what it means; without one, the first. */
  readonly example: DocumentSegment;
  /** Where in it the word begins. */
  readonly start: number;
  /** Whom it names; never whom it is only a piece of. */
  readonly entity: EntityId | undefined;
  readonly term: TermId | undefined;
}

/** The Chinese words of a text by their first places. What holds a figure, as `2013年` does, is none. */
export function vocabularyOf(segments: readonly SegmentWords[]): Vocable[] {
  const found = new Map<string, Vocable>();
  const chooser = new SenseChooser();
  for (const { segment, words } of segments)
    for (const word of words) {
      const { text, pinyin } = word;
      if (pinyin === null || !HAN.test(text) || /\p{N}/u.test(text)) continue;
      const key = `${text}\t${pinyin}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, vocableOf(word, pinyin, segment, chooser));
      else found.set(key, again(known, word, segment));
    }
  return [...found.values()].map(withoutOthers);
}

// What names a word is only a piece of mean is not its own.
function withoutOthers(vocable: Vocable): Vocable {
  if (vocable.entity !== undefined) return vocable;
  return { ...vocable, senses: vocable.senses.filter(({ source }) => source !== 'entity') };
}

const HAN = /\p{Script=Han}/u;

function vocableOf(
  word: PlacedWord,
  pinyin: string,
  segment: DocumentSegment,
  chooser: SenseChooser,
): Vocable {
  return {
    word: word.text,
    pinyin,
    here: word.here,
    parts: word.here === undefined ? chooser.partsOf(word) : [],
    senses: word.senses,
    count: 1,
    first: segment,
    example: segment,
    start: word.start,
    entity: isWholeName(word, segment) ? word.entity : undefined,
    term: word.term as TermId | undefined,
  };
}

function again(known: Vocable, word: PlacedWord, segment: DocumentSegment): Vocable {
  const { here } = word;
  const isBetter = here?.isFromGloss === true && known.here?.isFromGloss !== true;
  return {
    ...known,
    count: known.count + 1,
    entity: known.entity ?? (isWholeName(word, segment) ? word.entity : undefined),
    term: known.term ?? (word.term as TermId | undefined),
    ...(isBetter && { here, example: segment, start: word.start }),
  };
}
