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
import type { Standoff, Telling } from './stretch.ts';
import { addressesOf, stretchesOf } from './stretch.ts';
import type { MentionView, NoteView, RowView, Stretch } from './view.ts';
import type { Match } from './within.ts';

/** What every row of a document is told with. */
export interface RowSetting {
  readonly apparatus: Apparatus;
  readonly authority: Authority;
  readonly language: UiLanguage;
  /** BCP 47 of the Chinese. */
  readonly script: string;
  readonly anchorsOf: (segment: DocumentSegment) => readonly string[];
  readonly disputesOf: (segment: DocumentSegment) => readonly DisputeAt[];
  /** What was looked for, where it is in it. */
  readonly matchOf: (segment: DocumentSegment) => Match | undefined;
}

export function rowOf(segment: DocumentSegment, setting: RowSetting): RowView {
  const { id, kind, zh, en, status, notes } = segment;
  const { apparatus, language } = setting;
  const disputes = setting.disputesOf(segment);
  const match = setting.matchOf(segment);
  return {
    id,
    anchors: setting.anchorsOf(segment),
    number: apparatus.numbers.get(id) ?? '',
    kind,
    script: setting.script,
    zh: zh === null ? null : sideOf(zh, 'zh', segment, disputes, setting),
    en: en === null ? null : sideOf(en, 'en', segment, disputes, setting),
    isStale: status === 'stale',
    notes: inTextOrder(notes).map((note) =>
      noteView(note, segment, apparatus.labels.get(note) ?? '', language, match?.inNotes ?? []),
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
  { apparatus, authority, matchOf }: RowSetting,
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
  };
  const telling: Telling = {
    ...apparatus,
    mentionView: (mention) => mentionView(mention, apparatus, authority),
  };
  return stretchesOf(text, standoff, telling);
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
  language: UiLanguage,
  sought: readonly string[],
): NoteView {
  const { id: marker, href } = addressesOf(note.id);
  const { kind, anchor } = note;
  // Where the Chinese is not at hand, it carries no marker; the way back is the row.
  const isMarked = zh !== null || anchor.language === 'en';
  const quoteLanguage = anchor.language === 'zh' ? 'zh-Hans' : 'en';
  const own = {
    id: href.slice(1),
    back: `#${isMarked ? marker : id}`,
    label,
    kind,
    quote: anchor.quote,
    quoteLanguage,
  };
  const marked = (text: string): Piece[] => piecesOf(text, writtenIn(text, sought));
  const { zh: inChinese, en: inEnglish } = { zh: marked(note.zh), en: marked(note.en) };
  return language === 'en'
    ? { ...own, text: inEnglish, other: inChinese, otherLanguage: 'zh-Hans' }
    : { ...own, text: inChinese, other: inEnglish, otherLanguage: 'en' };
}
