import type { DocumentSegment } from '../../core/document.ts';
import type { AnchoredNote } from '../../core/note.ts';
import type { UiLanguage } from '../language.ts';
import type { Apparatus } from './apparatus.ts';
import { inTextOrder } from './apparatus.ts';
import { addressesOf, stretchesOf } from './stretch.ts';
import type { NoteView, RowView } from './view.ts';

export function rowOf(
  segment: DocumentSegment,
  apparatus: Apparatus,
  anchors: readonly string[],
  language: UiLanguage,
): RowView {
  const { id, kind, zh, en, status, marks, notes } = segment;
  const onChinese = notes.filter((note) => note.anchor.language === 'zh');
  return {
    id,
    anchors,
    number: apparatus.numbers.get(id) ?? '',
    kind,
    zh: zh === null ? null : stretchesOf(zh, marks, onChinese, apparatus),
    en,
    isStale: status === 'stale',
    notes: inTextOrder(notes).map((note) =>
      noteView(note, segment, apparatus.labels.get(note) ?? '', language),
    ),
  };
}

function noteView(
  note: AnchoredNote,
  { id, zh }: DocumentSegment,
  label: string,
  language: UiLanguage,
): NoteView {
  const { id: marker, href } = addressesOf(note.id);
  const { kind, anchor } = note;
  // Only Chinese that is at hand carries markers; elsewhere the way back is the row.
  const isMarked = zh !== null && anchor.language === 'zh';
  const own = { id: href.slice(1), back: `#${isMarked ? marker : id}`, label, kind, quote: anchor.quote };
  return language === 'en'
    ? { ...own, text: note.en, other: note.zh, otherLanguage: 'zh-Hans' }
    : { ...own, text: note.zh, other: note.en, otherLanguage: 'en' };
}
