import type { Bilingual } from './bilingual.ts';
import type { Rule } from './entity.ts';
import { squeeze } from './name.ts';
import { keyOfPhrase } from './phrase.ts';
import { withoutTones } from './pinyin.ts';
import { DomainError } from './refusal.ts';
import type { DocumentId, SegmentId } from './segment.ts';

export type TermId = string & { readonly __brand: 'TermId' };

export const DOMAINS = [
  'containers',
  'systems',
  'software',
  'community',
  'business',
  'idiom',
  'language',
] as const;
export type Domain = (typeof DOMAINS)[number];

/** Where the decision for a rendering comes from: our translation guide, the texts themselves, or what is usual. */
export const TERM_SOURCES = ['guide', 'texts', 'usage'] as const;
export type TermSource = (typeof TERM_SOURCES)[number];

export const VARIANT_KINDS = ['variant', 'abbreviation', 'machine-translation'] as const;
export type VariantKind = (typeof VARIANT_KINDS)[number];

/** When a form is this term and not another one that is written in the same way. */
export interface Sense {
  readonly when?: Rule;
  /** Longer words that hold the form and are something else. */
  readonly unless?: readonly string[];
}

/** Another Chinese form of a term. */
export interface Variant extends Sense {
  readonly form: string;
  readonly kind: VariantKind;
}

/** An entry of the termbase: a word of the texts in one of its senses, and how it is rendered. */
export interface Term extends Sense {
  readonly id: TermId;
  readonly zh: string;
  readonly variants: readonly Variant[];
  /** With tone marks, words written together: `shǒuhù jìnchéng`. */
  readonly pinyin: string;
  /** The preferred rendering, as a dictionary gives it; so are the others. */
  readonly en: string;
  readonly admitted: readonly string[];
  readonly forbidden: readonly string[];
  /** What is meant, and what to mind. */
  readonly note: Bilingual;
  readonly domain: Domain;
  readonly source: TermSource;
}

/** A place where the gloss rightly uses none of a term's renderings, or a forbidden one. */
export interface Waiver {
  readonly term: TermId;
  readonly document: DocumentId;
  readonly segment: SegmentId;
  readonly reason: Bilingual;
}

export interface Termbase {
  readonly terms: readonly Term[];
  readonly waivers: readonly Waiver[];
}

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;

export function isTermId(text: string): text is TermId {
  return ID.test(text);
}

/** @throws DomainError `not-found` if `text` cannot be the id of a term. */
export function parseTermId(text: string): TermId {
  if (!isTermId(text)) throw new DomainError('not-found', 'not a term id');
  return text;
}

/** One way to write a term in Chinese. */
export interface TermForm extends Sense {
  readonly term: Term;
  readonly text: string;
}

/** Every Chinese form of a term, the usual one first. */
export function termFormsOf(term: Term): TermForm[] {
  const { zh, when, unless, variants } = term;
  return [
    { term, text: zh, ...(when && { when }), ...(unless && { unless }) },
    ...variants.map(({ form, kind: _, ...sense }) => ({ term, text: form, ...sense })),
  ];
}

/**
 * The terms that `text` names as a whole: in Chinese, in English (inflected or not, with an article or `to`), or in pinyin with tones or
 * without; case, width and gaps do not matter. Those that are called so come first, then those that may be.
 */
export function termsNamed(terms: readonly Term[], text: string): Term[] {
  return termNamer(terms)(text);
}

/** `termsNamed` for many texts: all names are read once. */
export function termNamer(terms: readonly Term[]): (text: string) => Term[] {
  const names = new Map<string, Map<Term, number>>();
  const add = (key: string, term: Term, rank: number): void => {
    const known = names.get(key) ?? new Map<Term, number>();
    names.set(key, known.set(term, Math.min(rank, known.get(term) ?? rank)));
  };
  for (const term of terms) {
    const { zh, en, variants, pinyin, admitted } = term;
    add(`form ${squeeze(zh).key}`, term, 0);
    add(`phrase ${keyOfPhrase(en)}`, term, 0);
    for (const { form } of variants) add(`form ${squeeze(form).key}`, term, 1);
    if (soundOf(pinyin) !== '') add(`sound ${soundOf(pinyin)}`, term, 2);
    for (const form of admitted) add(`phrase ${keyOfPhrase(form)}`, term, 3);
  }
  return (text) => {
    const narrow = text.normalize('NFKC').trim();
    const found = new Map<Term, number>();
    for (const key of [
      `form ${squeeze(narrow).key}`,
      `phrase ${keyOfPhrase(narrow.replace(/^(?:an?|the|to)\s+/i, ''))}`,
      `sound ${soundOf(narrow)}`,
    ])
      for (const [term, rank] of names.get(key) ?? [])
        found.set(term, Math.min(rank, found.get(term) ?? rank));
    return [...found].sort(([, a], [, b]) => a - b).map(([term]) => term);
  };
}

// `lǜ`, `lü` and `lv` are one, and so are `xī’ān` and `xian`. What is not pinyin has no sound.
function soundOf(text: string): string {
  const bare = withoutTones(text);
  return /^[a-z\s'’-]+$/.test(bare) ? bare.replace(/[^a-z]/g, '') : '';
}
