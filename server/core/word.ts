import type { EntityId, Rule } from './entity.ts';
import type { DocumentId } from './segment.ts';
import type { Span } from './span.ts';

/** A stretch of a text that is one word, a sign, or spaces. Joined, the words of a text are the text. */
export interface Word extends Span {
  readonly text: string;
  /** As it is read here, with tone marks: `diàodù`. Null for what holds no Han character. */
  readonly pinyin: string | null;
}

/** In the order in which they are told. */
export const SENSE_SOURCES = ['term', 'entity', 'dictionary'] as const;
export type SenseSource = (typeof SENSE_SOURCES)[number];

/** A word that things of a kind are counted with: 个 (個) gè. */
export interface MeasureWord {
  readonly simplified: string;
  readonly traditional: string;
  readonly pinyin: string;
}

/** What a word means under one of its readings, by one source. */
export interface WordSense {
  readonly source: SenseSource;
  readonly pinyin: string;
  /** In the order of the source; “variant of …” is followed by what that one means. */
  readonly en: readonly string[];
  /** Of a term alone: which. */
  readonly term?: string;
  /** Of the dictionary alone. */
  readonly simplified?: string;
  readonly traditional?: string;
  readonly measures?: readonly MeasureWord[];
}

/** A piece of a word, as the dictionary knows it; without senses where it does not. */
export interface WordPart {
  readonly text: string;
  readonly senses: readonly WordSense[];
}

/** A word with everything that is known of it. Without senses where nobody knows it; its parts may still say something. */
export interface GlossedWord extends Word {
  readonly senses: readonly WordSense[];
  /** Whom the text names here; the word may be a piece of the name. */
  readonly entity?: EntityId;
  readonly term?: string;
  /** The longest words that a word of several characters can be cut into. */
  readonly parts: readonly WordPart[];
}

/** How a text is to be read. */
export interface Manner {
  /** Whose corrections hold beside those of the corpus. */
  readonly document?: DocumentId;
  /** Whether 一 and 不 are told as they are spoken: `bú shì`. Dictionaries write `bù shì`. */
  readonly spoken?: boolean;
  /** False: as if nobody had corrected anything. */
  readonly corrected?: boolean;
}

/** What is known of Chinese words. */
export interface Lexicon {
  /** The words of a text, without loss. */
  readonly cut: (text: string, manner?: Manner) => string[];
  readonly words: (text: string, manner?: Manner) => Word[];
  readonly gloss: (text: string, manner?: Manner) => GlossedWord[];
  /** A text as the one word that it is; undefined if nobody knows it as one. */
  readonly whole: (text: string, manner?: Manner) => GlossedWord | undefined;
  /** The longest word of the dictionary that begins at `start`; undefined if there is none. */
  readonly longestAt: (text: string, start: number) => string | undefined;
}

/** As much of an entry of the termbase as is told with a word. */
export interface WordTerm {
  readonly id?: string;
  readonly zh: string;
  readonly pinyin: string;
  readonly en: string;
  readonly admitted?: readonly string[];
  /** When the form is this term, of those that are written alike. */
  readonly when?: Rule;
  readonly variants?: readonly { readonly form: string; readonly when?: Rule }[];
}
