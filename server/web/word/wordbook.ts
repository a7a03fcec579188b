import { LRUCache } from 'lru-cache';
import type { Document, DocumentSegment, Library } from '../../core/document.ts';
import type { DocumentId } from '../../core/segment.ts';
import { isGlossable } from '../../core/segment.ts';
import type { ChosenSense } from '../../core/sense-choice.ts';
import { SenseChooser } from '../../core/sense-choice.ts';
import type { Span } from '../../core/span.ts';
import { overlapWith } from '../../core/span.ts';
import type { TermUse } from '../../core/term-use.ts';
import { termUsesIn } from '../../core/term-use.ts';
import type { GlossedWord, Lexicon, Manner } from '../../core/word.ts';
import { renderedSpans } from '../../core/word-rendering.ts';
import type { WordIndex, WordUse } from './word-index.ts';
import { buildWordIndex } from './word-index.ts';

/** A word of a text with the one sense that is told of it there; without where nothing is known, and of signs, numbers and Latin words. */
export interface PlacedWord extends GlossedWord {
  readonly here?: ChosenSense;
}

export interface SegmentWords {
  readonly segment: DocumentSegment;
  readonly words: readonly PlacedWord[];
}

/** Words of all documents that are kept together, some 30 MB; a long article has 4,000. */
const MOST_KEPT = 40_000;

/** A place that one is at already. */
interface Except {
  readonly segment: DocumentSegment;
}

/** The words of a library's texts. Those of a document are found when they are first asked for, and so is where a word stands. */
export class Wordbook {
  readonly #library: Library;
  readonly #lexicon: Lexicon;
  readonly #chooser = new SenseChooser();
  readonly #kept: LRUCache<DocumentId, readonly SegmentWords[]>;
  #index: Promise<WordIndex> | undefined;

  constructor(library: Library, lexicon: Lexicon, mostKept = MOST_KEPT) {
    this.#library = library;
    this.#lexicon = lexicon;
    this.#kept = new LRUCache({
      maxSize: mostKept,
      sizeCalculation: (all) => 1 + all.reduce((sum, { words }) => sum + words.length, 0),
    });
  }

  /** The words of each segment that has Chinese and is neither debris nor code, in order; those with senses without their parts. */
  wordsIn(document: Document): readonly SegmentWords[] {
    const kept = this.#kept.get(document.id);
    if (kept !== undefined) return kept;
    const shared = new Map<string, PlacedWord>();
    const words = document.segments.flatMap((segment): SegmentWords[] =>
      segment.zh === null || !isGlossable(segment)
        ? []
        : [{ segment, words: this.wordsOf(document, segment).map((word) => sharing(word, shared)) }],
    );
    this.#kept.set(document.id, words);
    return words;
  }

  /** The words of one segment, whatever its kind; none where its text is not at hand. */
  wordsOf({ id }: Document, segment: DocumentSegment, manner: Manner = {}): PlacedWord[] {
    if (segment.zh === null) return [];
    return this.#lexicon.gloss(segment.zh, { ...manner, document: id }).map((word) => {
      const here = this.#chooser.choose(word, segment);
      return here === undefined ? word : { ...word, here };
    });
  }

  /** All segments where the word stands as one, in the order of the shelf, but for one of them. The first time takes as long as cutting the library. */
  async usesOf(word: string, except?: Except): Promise<WordUse[]> {
    return (await this.openUses())(word, except);
  }

  /** `usesOf`, once it is known where every word stands. */
  async openUses(): Promise<(word: string, except?: Except) => WordUse[]> {
    this.#index ??= buildWordIndex(this.#library.documents, this.#lexicon);
    const index = await this.#index;
    return (word, except) => {
      const uses = index.usesOf(word);
      return except === undefined ? uses : uses.filter(({ segment }) => segment !== except.segment);
    };
  }

  /** Where the glosses render a word, for each of its uses, of one word or of several; nothing where that is open. */
  renderedIn(uses: readonly WordUse[]): Span[][] {
    const known = new Map<DocumentSegment, PlacedWord[]>();
    const read = uses.map((use) => {
      const words = known.get(use.segment) ?? this.wordsOf(use.document, use.segment);
      known.set(use.segment, words);
      return { ...use, words };
    });
    const terms = this.#termUsesIn(uses);
    return read.map(({ segment, words, places }) => {
      const own = words.find(({ start }) => start === places[0]?.start);
      if (own === undefined) return [];
      const isHere = overlapWith(places);
      const here = terms.filter(
        (use) => use.segment === segment && use.term.id === own.term && isHere(use.span.start, use.span.end),
      );
      const spans = here.flatMap(({ rendered }) => ('span' in rendered ? [rendered.span] : []));
      // Where the termbase says that the word is something else here, the dictionary is asked.
      const rendered = here.length === 0 ? undefined : spans;
      return renderedSpans(own.text, words, segment, { chooser: this.#chooser, rendered });
    });
  }

  // The termbook would read all of the library.
  #termUsesIn(uses: readonly WordUse[]): readonly TermUse[] {
    const { terms } = this.#library;
    const documents = [...new Set(uses.map(({ document }) => document))];
    const wanted = new Set(uses.map(({ segment }) => segment));
    const found = termUsesIn({ documents, terms, waivers: [] }, (_document, segment) => wanted.has(segment));
    return [...found.values()].flat();
  }
}

/** A wordbook that is made when it is first asked for; where the lexicon could not be opened, that is tried again. */
export function wordbookOn(library: Library, lexicon: () => Promise<Lexicon>): () => Promise<Wordbook> {
  let made: Wordbook | undefined;
  return async () => {
    const known = await lexicon();
    made ??= new Wordbook(library, known);
    return made;
  };
}

/** The same word, holding what others like it hold: a text has most of its words many times. */
function sharing(word: PlacedWord, known: Map<string, PlacedWord>): PlacedWord {
  const { here, start, end } = word;
  const own = word.senses.flatMap(({ source, en }) => (source === 'term' ? en : []));
  const key = [word.text, word.pinyin, word.entity, word.term, here?.en, here?.isFromGloss, ...own].join(
    '\t',
  );
  const first = known.get(key);
  if (first !== undefined) return { ...first, start, end };
  // Told otherwise here, it may still mean the same.
  const like = [word.text, word.pinyin, word.entity, ...own].join('\t');
  const alike = known.get(like);
  const { senses, parts } = alike ?? word;
  // Pieces weigh most, and are told of what is not known as a whole.
  const shared = { ...word, senses, parts: senses.length === 0 ? parts : [] };
  if (alike === undefined) known.set(like, shared);
  known.set(key, shared);
  return shared;
}
