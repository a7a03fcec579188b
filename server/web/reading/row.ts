import type { Side } from '../../core/anchor.ts';
import type { Authority } from '../../core/authority.ts';
import type { DocumentSegment } from '../../core/document.ts';
import type { Mention } from '../../core/mention.ts';
import { formOf } from '../../core/mention.ts';
import type { AnchoredNote } from '../../core/note.ts';
import { writtenIn } from '../../core/written.ts';
import { entityAddress } from '../address.ts';
import type { UiLanguage } from '../language.ts';
import { listIn } from '../list.ts';
import type { Apparatus } from './apparatus.ts';
import { inTextOrder } from './apparatus.ts';
import type { DisputeAt } from './dispute.ts';
import type { Piece } from './piece.ts';
import { piecesOf } from './piece.ts';
import type { RubyWord, Standoff, Telling } from './stretch.ts';
import { addressesOf, stretchesOf } from './stretch.ts';
import type { MentionView, NoteView, RowView, Stretch } from './view.ts';
import type { Match } from './within.ts';
import type { Written } from './written.ts';

/** What every row of a document is told with. */
export interface RowSetting {
  readonly apparatus: Apparatus;
  readonly authority: Authority;
  readonly language: UiLanguage;
  readonly anchorsOf: (segment: DocumentSegment) => readonly string[];
  readonly disputesOf: (segment: DocumentSegment) => readonly DisputeAt[];
  /** How little sure it is that the gloss is that of the segment, in words. */
  readonly doubtOf: (segment: DocumentSegment) => string | null;
  /** What was looked for, where it is in it. */
  readonly matchOf: (segment: DocumentSegment) => Match | undefined;
  /** Its words, where they are read one by one. */
  readonly wordsOf: (segment: DocumentSegment) => readonly RubyWord[];
  /** How the text is shown, and how what we say of it is. */
  readonly written: Written;
  readonly prose: Written;
}

export function rowOf(segment: DocumentSegment, setting: RowSetting): RowView {
  const { id, kind, zh, en, status, notes } = segment;
  const { apparatus } = setting;
  const disputes = setting.disputesOf(segment);
  const match = setting.matchOf(segment);
  return {
    id,
    anchors: setting.anchorsOf(segment),
    number: apparatus.numbers.get(id) ?? '',
    kind,
    zh: zh === null ? null : sideOf(shownOf(zh, segment, setting.written), 'zh', segment, disputes, setting),
    en: en === null ? null : sideOf(en, 'en', segment, disputes, setting),
    isStale: status === 'stale',
    doubt: status === 'glossed' ? setting.doubtOf(segment) : null,
    notes: inTextOrder(notes).map((note) =>
      noteView(note, segment, apparatus.labels.get(note) ?? '', setting, match?.inNotes ?? []),
    ),
    disputes: disputes.map(({ view }) => view),
    firsts: firstsIn(segment, setting),
    steps: match?.steps ?? null,
  };
}

function sideOf(
  text: string,
  side: Side,
  segment: DocumentSegment,
  disputes: readonly DisputeAt[],
  { apparatus, authority, matchOf, wordsOf }: RowSetting,
): Stretch[] {
  const { marks, notes, names } = segment;
  const standoff: Standoff = {
    marks: side === 'zh' ? marks : [],
    notes: notes.filter((note) => note.anchor.language === side),
    mentions: names[side].mentions.filter(({ entity }) => authority.entities.has(entity)),
    disputes: disputes.flatMap(({ language, span, dispute }) =>
      language === side && span !== null ? [{ dispute, span }] : [],
    ),
    matches: matchOf(segment)?.[side] ?? [],
    words: side === 'zh' ? wordsOf(segment) : [],
  };
  const telling: Telling = {
    ...apparatus,
    mentionView: (mention) => mentionView(mention, apparatus, authority),
  };
  return stretchesOf(text, standoff, telling);
}

/** The Chinese of a segment in the characters that were asked for; code stays as it is typed. */
export function shownOf(
  text: string,
  { kind, marks }: Pick<DocumentSegment, 'kind' | 'marks'>,
  { show }: Written,
): string {
  if (kind === 'code') return text;
  return marks
    .filter((mark) => mark.kind === 'code')
    .reduce(
      (shown, { start, end }) => shown.slice(0, start) + text.slice(start, end) + shown.slice(end),
      show(text),
    );
}

function mentionView(mention: Mention, { firsts }: Apparatus, { entities }: Authority): MentionView {
  const entity = entities.get(mention.entity);
  const kind = entity === undefined ? undefined : formOf(entity, mention.quote)?.kind;
  return {
    href: entityAddress(mention.entity),
    type: entity?.type ?? 'technology',
    alias: kind === undefined || kind === 'name' ? null : kind,
    isFirst: firsts.has(mention),
  };
}

function firstsIn(
  { names, zh }: DocumentSegment,
  { apparatus, authority, language }: RowSetting,
): string | null {
  const named = names[zh === null ? 'en' : 'zh'].mentions.flatMap((mention) => {
    const name = apparatus.firsts.has(mention) ? authority.entities.get(mention.entity)?.name : undefined;
    return name === undefined ? [] : [language === 'en' ? name.en : name.zh];
  });
  return named.length === 0 ? null : listIn(named, language);
}

function noteView(
  note: AnchoredNote,
  { id, zh }: DocumentSegment,
  label: string,
  { language, written, prose }: RowSetting,
  sought: readonly string[],
): NoteView {
  const { id: marker, href } = addressesOf(note.id);
  const { kind, anchor } = note;
  // Where the Chinese is not at hand, it carries no marker; the way back is the row.
  const isMarked = zh !== null || anchor.language === 'en';
  const quoteLanguage = anchor.language === 'zh' ? written.lang : 'en';
  const own = {
    id: href.slice(1),
    back: `#${isMarked ? marker : id}`,
    label,
    kind,
    quote: anchor.language === 'zh' ? written.show(anchor.quote) : anchor.quote,
    quoteLanguage,
  };
  const marked = (text: string, shown = text): Piece[] => piecesOf(shown, writtenIn(text, sought));
  const inChinese = { pieces: marked(note.zh, prose.show(note.zh)), lang: prose.lang };
  const inEnglish = { pieces: marked(note.en), lang: 'en' };
  const [first, second] = language === 'en' ? [inEnglish, inChinese] : [inChinese, inEnglish];
  return {
    ...own,
    text: first.pieces,
    textLanguage: first.lang,
    other: second.pieces,
    otherLanguage: second.lang,
  };
}
