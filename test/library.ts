import { authorityOf } from '../server/core/authority.ts';
import { parseEdtf } from '../server/core/date.ts';
import type { Library } from '../server/core/document.ts';
import { parseEntityId } from '../server/core/entity.ts';
import { parseBlockId } from '../server/core/segment.ts';
import { chronicle } from './chronicle.ts';
import { digestOf, documentOf, named, note, segment } from './fixture.ts';

const date = parseEdtf('2014-12');
const LIGHT = '灯塔的光每隔十秒扫过海面一次。';
const KEEPER = '守塔人说：“风大时，别看钟。”';
const HOSTILE = '<script>alert("x")</script> & <i>斜\'体</i> 𠮷\u200f';

/** One thing that a text names, in its footnote. */
const authority = authorityOf([
  {
    id: parseEntityId('logbook'),
    type: 'publication',
    name: { zh: '航海日志', en: 'logbook' },
    aliases: [{ form: 'log', language: 'en', kind: 'abbreviation' }],
    description: { zh: '守塔人记下的事。', en: 'What the keeper wrote down.' },
    relations: [],
  },
]);

/** Every kind of block, both ends of footnotes, notes, a retired id, a table, debris, links good and bad. */
const written = documentOf(
  'lighthouse',
  [
    segment('s0', '首页 > 文章', null, { debris: true }),
    segment('s1', '灯塔', 'The Lighthouse', { kind: 'heading', level: 1 }),
    segment('s2', LIGHT, 'Its light sweeps the sea every ten seconds.', {
      block: 'b2',
      notes: [note('n1', 's2', LIGHT, '每隔十秒')],
      marks: [
        { kind: 'link', href: 'https://example.org/sea', start: 8, end: 12 },
        { kind: 'footnote', target: parseBlockId('b90'), label: '1', start: 14, end: 14 },
      ],
    }),
    segment('s3', KEEPER, 'The keeper said, “When the wind is high, do not watch the clock.”', {
      block: 'b2',
      notes: [note('n2', 's3', KEEPER, '别看钟', 'idiom')],
      marks: [{ kind: 'strong', start: 0, end: 3 }],
    }),
    segment('s4', '夜里', 'By night', { kind: 'heading', level: 4 }),
    segment('s5', HOSTILE, HOSTILE, {
      marks: [{ kind: 'link', href: 'javascript:alert(1)', start: 0, end: 8 }],
    }),
    segment('s6', '擦镜', 'Clean the lens', { kind: 'item', level: 1, label: '1' }),
    segment('s7', '先除盐', 'First the salt', { kind: 'item', level: 2 }),
    segment('s8', '上弦', 'Wind the clockwork', { kind: 'item', level: 1, label: '2' }),
    segment('s9', '海不记账。', 'The sea keeps no accounts.', { kind: 'quote' }),
    segment('s10', '图：塔的剖面', 'Figure: the tower cut open', { kind: 'caption' }),
    segment('s11', 'while (dark) { turn(); }', null, { kind: 'code' }),
    segment('s12', '月份', 'Month', { kind: 'table', block: 'b12', cell: { row: 0, column: 0, head: true } }),
    segment('s13', '雾天', 'Days of fog', {
      kind: 'table',
      block: 'b12',
      cell: { row: 0, column: 1, head: true },
    }),
    segment('s14', '二月', 'February', { kind: 'table', block: 'b12', cell: { row: 1, column: 0 } }),
    segment('s15', '这句还没有人译。', null),
    segment('s16', '这句后来改过。', 'This was written for an older sentence.', { status: 'stale' }),
    segment('s17', '据航海日志。', 'From the logbook.', { kind: 'footnote', block: 'b90', label: '1' }),
  ],
  {
    description: {
      title: { zh: '灯塔', en: 'The Lighthouse' },
      author: { zh: '林海', en: 'Lin Hai' },
      ...(date !== undefined && { date }),
    },
    retired: { old: ['s3'], older: ['old'], gone: [] },
  },
);

const lighthouse = named(written, authority);

/** Its text is not at hand: only the English can be shown. */
const absent = documentOf(
  'absent',
  [
    segment('s1', null, 'A harbour', { kind: 'heading', level: 1, length: 2, digest: digestOf('港口') }),
    segment('s2', null, 'Boats come in by the ebb.', { length: 12 }),
  ],
  {
    presence: 'missing',
    description: {
      title: { zh: '港口', en: 'A harbour' },
      file: '007-港口.md',
      provenance: {
        source: { zh: '别人的文章', en: 'Somebody else’s article' },
        url: 'https://example.org/harbour',
        licence: 'none',
        redistributable: false,
      },
    },
  },
);

/** Nobody has glossed it, and it has no heading. */
const unglossed = documentOf('unglossed', [segment('s1', '只有一句。', null)], {
  description: { title: { zh: '一句', en: 'One sentence' } },
});

export const library: Library = {
  title: { zh: '对读', en: 'Duidu' },
  collections: [
    {
      id: 'coast',
      title: { zh: '海岸', en: 'The coast' },
      about: { zh: '海边的文章。', en: 'Texts from the shore.' },
      documents: [lighthouse, absent],
    },
    {
      id: 'drafts',
      title: { zh: '草稿', en: 'Drafts' },
      about: { zh: '未完成。', en: 'Unfinished.' },
      documents: [unglossed],
    },
  ],
  documents: [lighthouse, absent, unglossed],
  authority,
  chronicle,
  terms: [],
  waivers: [],
};
