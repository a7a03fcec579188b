import type { Document, DocumentSegment, Library } from './document.ts';
import type { Phrase } from './phrase.ts';
import { isLoose, phraseOf, placesOf, wordsOf } from './phrase.ts';
import type { Span } from './span.ts';
import { stemOf } from './stem.ts';
import type { Term, TermId, Waiver } from './term.ts';
import type { FoundTerm } from './term-finder.ts';
import { entitiesIn, termFinder } from './term-finder.ts';

export const RENDERING_KINDS = ['preferred', 'admitted', 'forbidden'] as const;
export type RenderingKind = (typeof RENDERING_KINDS)[number];

/** What a gloss makes of a term: one of the renderings that the termbase knows, none of them, or nothing yet. */
export type Rendered =
  | { readonly kind: RenderingKind; readonly form: string; readonly span: Span }
  | { readonly kind: 'none' }
  | { readonly kind: 'unglossed' };

/** One place where a term stands in the Chinese, and how its gloss renders it. */
export interface TermUse {
  readonly term: Term;
  readonly document: Document;
  readonly segment: DocumentSegment;
  /** In the Chinese. */
  readonly span: Span;
  readonly rendered: Rendered;
  /** Why this place may be as it is, where somebody says so. */
  readonly waiver: Waiver | undefined;
}

/** Every place of each term in the segments that are wanted, in the order of the shelf; terms that stand nowhere are not in it. */
export function termUsesIn(
  { documents, terms, waivers }: Pick<Library, 'documents' | 'terms' | 'waivers'>,
  isWanted: (document: Document, segment: DocumentSegment) => boolean = () => true,
): Map<TermId, TermUse[]> {
  if (terms.length === 0) return new Map();
  const find = termFinder(terms);
  const gloss: Glossing = {
    phrases: new Map(terms.map((term) => [term, phrasesOf(term)])),
    stem: remembering(),
  };
  const waived = new Map(waivers.map((waiver) => [placeOf(waiver.term, waiver), waiver]));
  const uses: TermUse[] = [];
  for (const document of documents) {
    const named = entitiesIn(document);
    for (const segment of document.segments) {
      if (!isWanted(document, segment)) continue;
      const found = find(segment, named);
      if (found.length === 0) continue;
      const rendered = renderingsOf(found, segment, gloss);
      for (const [index, { term, start, end }] of found.entries())
        uses.push({
          term,
          document,
          segment,
          span: { start, end },
          rendered: rendered[index] ?? { kind: 'none' },
          waiver: waived.get(placeOf(term.id, { document: document.id, segment: segment.id })),
        });
    }
  }
  return Map.groupBy(uses, ({ term }) => term.id) as Map<TermId, TermUse[]>;
}

function placeOf(term: TermId, { document, segment }: Pick<Waiver, 'document' | 'segment'>): string {
  return `${term} ${document}:${segment}`;
}

interface Known {
  readonly form: string;
  readonly kind: RenderingKind;
  readonly phrase: Phrase;
  readonly isLoose: boolean;
}

/** What it takes to read glosses. */
interface Glossing {
  readonly phrases: ReadonlyMap<Term, readonly Known[]>;
  readonly stem: (word: string) => string;
}

// Few words make up most of a text.
function remembering(): (word: string) => string {
  const stems = new Map<string, string>();
  return (word) => {
    const known = stems.get(word) ?? stemOf(word);
    stems.set(word, known);
    return known;
  };
}

function phrasesOf({ en, admitted, forbidden }: Term): Known[] {
  const known = (kind: RenderingKind) => (form: string) => {
    const phrase = phraseOf(form);
    return { form, kind, phrase, isLoose: isLoose(phrase) };
  };
  return [known('preferred')(en), ...admitted.map(known('admitted')), ...forbidden.map(known('forbidden'))];
}

type Place = Span & Pick<Known, 'form' | 'kind' | 'isLoose'> & { readonly term: Term };

/** How the gloss renders each of the terms that its segment has. */
function renderingsOf(
  found: readonly FoundTerm[],
  { en, names }: DocumentSegment,
  { phrases, stem }: Glossing,
): Rendered[] {
  if (en === null) return found.map(() => ({ kind: 'unglossed' }));
  const words = wordsOf(en, stem);
  const terms = [...new Set(found.map(({ term }) => term))];
  const places = terms.flatMap((term) =>
    (phrases.get(term) ?? []).flatMap(({ phrase, ...known }) =>
      placesOf(phrase, words, en).map((span): Place => ({ ...span, ...known, term })),
    ),
  );
  // What lies within a name, or within a longer rendering of another term that stands here, renders that one.
  const outer = [...places.filter((place) => !place.isLoose), ...names.en.mentions];
  const free = places.filter(
    (place) =>
      !outer.some((other) => other.start <= place.start && place.end <= other.end && isLonger(other, place)),
  );
  const left = new Map(
    terms.map((term) => {
      const own = free.filter((place) => place.term === term);
      return [term, chosen(own, found.filter((one) => one.term === term).length)];
    }),
  );
  return found.map(({ term }) => {
    const own = left.get(term) ?? [];
    // Said once for several places of the Chinese: the last stands for the rest.
    const place = own.length > 1 ? own.shift() : own[0];
    if (place === undefined) return { kind: 'none' };
    return { kind: place.kind, form: place.form, span: { start: place.start, end: place.end } };
  });
}

function isLonger(one: Span, other: Span): boolean {
  return one.end - one.start > other.end - other.start;
}

/** As many places as the Chinese has, in order: the preferred before the admitted, forbidden ones only where those do not suffice. */
function chosen(places: readonly Place[], count: number): Place[] {
  return places
    .toSorted(
      (a, b) => RENDERING_KINDS.indexOf(a.kind) - RENDERING_KINDS.indexOf(b.kind) || a.start - b.start,
    )
    .slice(0, count)
    .sort((a, b) => a.start - b.start);
}
