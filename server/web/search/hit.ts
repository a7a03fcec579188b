import type { Document, DocumentSegment } from '../../core/document.ts';
import type { SearchHit } from '../../core/search.ts';
import type { SegmentId } from '../../core/segment.ts';
import { writtenIn } from '../../core/written.ts';
import { readerAddress } from '../address.ts';
import type { NameView } from '../entity/name.ts';
import { nameView } from '../entity/name.ts';
import { inLanguage } from '../facts.ts';
import type { UiLanguage } from '../language.ts';
import type { Locale } from '../locale.ts';
import { inTextOrder, numbersOf } from '../reading/apparatus.ts';
import type { Piece } from '../reading/piece.ts';
import { piecesOf } from '../reading/piece.ts';

/** A pair as the reader sets it, what matched marked, and where it stands. */
export interface HitView {
  readonly href: string;
  readonly number: string;
  /** BCP 47 of the Chinese. */
  readonly script: string;
  /** Null where there is none. */
  readonly zh: readonly Piece[] | null;
  readonly en: readonly Piece[] | null;
  /** Notes and titles, where the match is in them. */
  readonly besides: readonly Beside[];
  readonly document: NameView;
  readonly heading: NameView | null;
}

export interface Beside {
  readonly kind: 'note' | 'title';
  readonly lang: UiLanguage;
  readonly pieces: readonly Piece[];
}

export interface HitSetting {
  readonly documents: ReadonlyMap<Document['id'], Document>;
  /** What was typed: a hit opens with it marked. */
  readonly text: string;
  /** What was looked for. */
  readonly words: readonly string[];
  readonly locale: Locale;
}

export function hitsOf(hits: readonly SearchHit[], setting: HitSetting): HitView[] {
  const places = new Map<Document, Places>();
  return hits.flatMap((hit) => {
    const document = setting.documents.get(hit.document);
    if (document === undefined) return [];
    const own = places.get(document) ?? placesIn(document);
    places.set(document, own);
    const segment = own.segments.get(hit.segment);
    return segment === undefined ? [] : [hitOf(hit, segment, document, own, setting)];
  });
}

function hitOf(
  hit: SearchHit,
  segment: DocumentSegment,
  document: Document,
  { numbers, headings }: Places,
  { text, words, locale }: HitSetting,
): HitView {
  const { zh, en } = segment;
  const heading = headings.get(segment.id);
  return {
    href: `${readerAddress(document.id, undefined, text)}#${segment.id}`,
    number: numbers.get(segment.id) ?? '',
    script: document.language,
    zh: zh === null ? null : piecesOf(zh, hit.zh),
    en: en === null ? null : piecesOf(en, hit.en),
    besides: [
      ...(hit.in.includes('title') ? titleOf(document, words, locale) : []),
      ...(hit.in.includes('note') ? notesOf(segment, words, locale) : []),
    ],
    document: nameView(inLanguage(document.title, locale)),
    heading: heading === undefined ? null : headingView(heading, locale),
  };
}

function headingView({ zh, en }: DocumentSegment, { language }: Locale): NameView | null {
  const text = language === 'en' ? (en ?? zh) : (zh ?? en);
  return text === null ? null : nameView(text);
}

function titleOf({ title }: Document, words: readonly string[], locale: Locale): Beside[] {
  return sides(title.zh, title.en, 'title', words, locale);
}

function notesOf({ notes }: DocumentSegment, words: readonly string[], locale: Locale): Beside[] {
  const views = inTextOrder(notes).map(({ zh, en }) => sides(zh, en, 'note', words, locale));
  const marked = views.filter((view) => view.some(({ pieces }) => pieces.some(({ isMatch }) => isMatch)));
  // Found by its sound or in traditional characters, it is shown unmarked.
  return (marked.length === 0 ? views : marked).flat();
}

/** The side that has a match, the interface's language first; that language's where neither can be marked. */
function sides(
  zh: string,
  en: string,
  kind: Beside['kind'],
  words: readonly string[],
  { language }: Locale,
): Beside[] {
  const both = (
    [
      ['zh-Hans', zh],
      ['en', en],
    ] as const
  )
    .map(([lang, text]): Beside => ({ kind, lang, pieces: piecesOf(text, writtenIn(text, words)) }))
    .sort((a, b) => Number(b.lang === language) - Number(a.lang === language));
  const marked = both.find(({ pieces }) => pieces.some(({ isMatch }) => isMatch));
  return [marked ?? both[0]].filter((view) => view !== undefined);
}

/** What is known of the segments of a document. */
interface Places {
  readonly segments: ReadonlyMap<SegmentId, DocumentSegment>;
  readonly numbers: ReadonlyMap<SegmentId, string>;
  /** The heading that each stands under; the title of the document is none. */
  readonly headings: ReadonlyMap<SegmentId, DocumentSegment>;
}

function placesIn({ segments, title }: Document): Places {
  const headings = new Map<SegmentId, DocumentSegment>();
  let heading: DocumentSegment | undefined;
  for (const segment of segments) {
    const isHeading = segment.kind === 'heading' && !segment.debris;
    if (heading !== undefined && !isHeading) headings.set(segment.id, heading);
    const isTitle = segment.zh === title.zh || segment.en === title.en;
    if (isHeading && !isTitle) heading = segment;
  }
  return {
    segments: new Map(segments.map((segment) => [segment.id, segment])),
    numbers: numbersOf(segments),
    headings,
  };
}
