import { describe, expect, it } from 'vitest';
import type { Document, DocumentSegment } from '../../../server/core/document.ts';
import { surveyOf } from '../../../server/core/survey.ts';
import type { ReaderPage } from '../../../server/web/pages/reader.ts';
import { readerPage } from '../../../server/web/pages/reader.ts';
import type { BlockView, RowView } from '../../../server/web/reading/view.ts';
import { documentOf, note, segment } from '../../fixture.ts';
import { library } from '../../library.ts';
import type { messages } from '../../messages.ts';
import { locales } from '../../messages.ts';

const [lighthouse, absent, unglossed] = library.documents as [Document, Document, Document];

describe('readerPage', () => {
  it('makes the heading that equals the title the h1, even where the text is missing', () => {
    expect(page(lighthouse).showsTitle).toBe(false);
    expect(page(lighthouse).blocks[0]).toMatchObject({ kind: 'heading', isTitle: true, level: 1 });
    expect(page(absent).showsTitle).toBe(false);
    expect(page(unglossed).showsTitle).toBe(true);
  });

  it('shows the title itself where the first heading is another', () => {
    const other = documentOf('other', [segment('s1', '第一章', 'One', { kind: 'heading', level: 1 })]);
    expect(page(other)).toMatchObject({ showsTitle: true, blocks: [{ isTitle: false, level: 2 }] });
  });

  it('skips no level of the outline', () => {
    const headings = [1, 3, 3, 2, 4, 1, 6].map((level, index) =>
      segment(`s${index}`, '题', null, { kind: 'heading', level }),
    );
    const { contents } = page(documentOf('deep', headings));
    expect(contents.map((entry) => entry.level)).toEqual([2, 3, 3, 3, 4, 2, 3]);
  });

  it('lists the headings but the title, with where they are', () => {
    expect(page(lighthouse).contents).toEqual([{ href: '#s4', level: 2, zh: '夜里', en: 'By night' }]);
    expect(page(absent).contents).toEqual([]);
  });

  it('gathers items into lists, and begins another where bullets follow numbers', () => {
    const item = (id: string, level: number, label?: string): DocumentSegment =>
      segment(id, id, null, { kind: 'item', level, ...(label !== undefined && { label }) });
    const items = [
      item('a', 1, '1.'),
      item('b', 2),
      item('c', 1, '2.'),
      item('d', 1),
      item('e', 2, 'i.'),
      item('f', 1),
    ];
    expect(outline(page(documentOf('lists', items)))).toEqual([
      'ordered list: 1. a,   b, 2. c',
      'list: d,   i. e, f',
    ]);
  });

  it('keeps the sentences of an item, a footnote and a paragraph together', () => {
    const both = (kind: 'item' | 'paragraph' | 'footnote'): DocumentSegment[] =>
      ['x', 'y'].map((id) =>
        segment(`${kind}-${id}`, id, null, { kind, block: kind, level: kind === 'item' ? 1 : 0 }),
      );
    const document = documentOf('pairs', [...both('item'), ...both('paragraph'), ...both('footnote')]);
    expect(page(document).blocks).toMatchObject([
      { kind: 'list', items: [{ rows: [{ number: '1' }, { number: '2' }] }] },
      { kind: 'paragraph', rows: [{ number: '3' }, { number: '4' }] },
      { kind: 'footnotes', footnotes: [{ rows: [{ number: '5' }, { number: '6' }] }] },
    ]);
  });

  it('links a footnote and its references both ways', () => {
    const { blocks } = page(lighthouse);
    expect(rows(blocks)[1]?.zh).toContainEqual({
      kind: 'footnote',
      id: 'ref_b90_1',
      href: '#s17',
      label: '1',
    });
    expect(blocks.at(-1)).toMatchObject({
      kind: 'footnotes',
      footnotes: [{ label: '1', back: ['#ref_b90_1'] }],
    });
  });

  it('sets a table in its cells, with several sentences in one and none in those that the source leaves out', () => {
    const cell = (id: string, row: number, column: number, head?: true): DocumentSegment =>
      segment(id, id, null, { kind: 'table', block: 't', cell: { row, column, ...(head && { head }) } });
    const cells = [
      cell('a', 0, 0, true),
      cell('b', 0, 2, true),
      cell('c', 1, 2),
      cell('d', 1, 2),
      cell('e', 1_000_000_000, 0),
    ];
    const [table] = page(documentOf('table', cells)).blocks;
    expect(
      table?.kind === 'table' &&
        [table.head, ...table.body].map((line) => line.map((one) => one.map((row) => row.id))),
    ).toEqual([
      [['a'], ['b']],
      [[], ['c', 'd']],
      [['e'], []],
    ]);
  });

  it('numbers rows and notes through the document, passing over debris', () => {
    const all = rows(page(lighthouse).blocks);
    expect(all.slice(0, 3).map((row) => `${row.number} ${row.id}`)).toEqual(['1 s1', '2 s2', '3 s3']);
    expect(all.map((row) => row.number)).toEqual(all.map((_, index) => String(index + 1)));
    expect(all.flatMap((row) => row.notes.map((one) => `${one.label} ${one.quote}`))).toEqual([
      '1 每隔十秒',
      '2 别看钟',
    ]);
  });

  it('leads from a note back to its marker, on either side', () => {
    const text = '灯亮了';
    const on = note('n2', 's1', text, '灯');
    const onEnglish = {
      ...on,
      id: 'n3',
      anchor: { ...on.anchor, language: 'en' as const, quote: 'lamp' },
      span: { start: 4, end: 8 },
    };
    const [row] = rows(
      page(documentOf('notes', [segment('s1', text, 'The lamp is lit', { notes: [onEnglish, on] })])).blocks,
    );
    expect(row?.notes.map(({ id, back, label }) => ({ id, back, label }))).toEqual([
      { id: 'note_n2', back: '#mark_n2', label: '1' },
      { id: 'note_n3', back: '#mark_n3', label: '2' },
    ]);
    expect(row?.zh).toEqual([
      { kind: 'noted', inside: [{ kind: 'text', text: '灯' }] },
      { kind: 'note', id: 'mark_n2', href: '#note_n2', label: '1' },
      { kind: 'text', text: '亮了' },
    ]);
  });

  it('puts the interface’s language first in notes', () => {
    const noted = (language: 'en' | 'zh-Hans') => rows(page(lighthouse, language).blocks)[1]?.notes[0];
    expect(noted('en')).toMatchObject({
      text: [{ text: 'A note on 每隔十秒' }],
      other: [{ text: '注：每隔十秒' }],
      otherLanguage: 'zh-Hans',
    });
    expect(noted('zh-Hans')).toMatchObject({
      text: [{ text: '注：每隔十秒' }],
      other: [{ text: 'A note on 每隔十秒' }],
      otherLanguage: 'en',
    });
  });

  it('tells a missing gloss, a stale one and a missing text apart', () => {
    const all = rows(page(lighthouse).blocks);
    expect(all.find((row) => row.id === 's15')).toMatchObject({ en: null, isStale: false });
    expect(all.find((row) => row.id === 's16')).toMatchObject({ en: [{ kind: 'text' }], isStale: true });
    expect(rows(page(absent).blocks).map((row) => row.zh)).toEqual([null, null]);
  });

  it('shows debris apart', () => {
    expect(page(lighthouse).debris).toEqual(['首页 > 文章']);
  });

  it('has nothing before the first document and nothing behind the last', () => {
    expect(page(lighthouse)).toMatchObject({
      previous: null,
      next: { href: '/read/absent', title: { en: 'A harbour' } },
    });
    expect(page(unglossed)).toMatchObject({ previous: { href: '/read/absent' }, next: null });
  });

  it('links to the publication only where that is safe', () => {
    const from = (url: string): Document =>
      documentOf('from', [], { description: { provenance: { ...absent.provenance, url } } });
    expect(page(from('https://example.org/a')).source.href).toBe('https://example.org/a');
    expect(page(from('javascript:alert(1)')).source.href).toBeNull();
  });

  it('is well when a document has no segments', () => {
    expect(page(documentOf('empty', []))).toMatchObject({ blocks: [], contents: [], showsTitle: true });
  });
});

function page(document: Document, language: keyof typeof messages = 'en'): ReaderPage {
  const choices = { view: undefined, hidesGlosses: false, showsNotes: true, pinyin: 'all' } as const;
  return readerPage({ library, survey: surveyOf(library), document, choices, locale: locales[language] });
}

function rows(blocks: readonly BlockView[]): RowView[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap((item) => item.rows);
    if (block.kind === 'footnotes') return block.footnotes.flatMap((footnote) => footnote.rows);
    return block.kind === 'table' ? [block.head, ...block.body].flat(2) : block.rows;
  });
}

/** Lists, a line each: an indented item is a deeper one. */
function outline({ blocks }: ReaderPage): string[] {
  return blocks.map((block) => {
    if (block.kind !== 'list') return block.kind;
    const items = block.items.map(
      ({ depth, label, rows: own }) =>
        `${'  '.repeat(depth - 1)}${label === null ? '' : `${label} `}${own.map((row) => row.id)}`,
    );
    return `${block.isOrdered ? 'ordered ' : ''}list: ${items.join(', ')}`;
  });
}
