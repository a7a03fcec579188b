import type { Document, Library } from '../../server/core/document.ts';
import { term, waiver } from '../core/terms.ts';
import { documentOf, note, segment } from '../fixture.ts';
import { library } from '../library.ts';
import { tellers, told } from '../told.ts';
import { authority, crew, watches } from './crew.ts';

const TIDE = '潮水退去，礁石上留下一圈白盐。';

/** Long enough to scroll: four chapters of ten paragraphs, two sentences each, and a note in every fifth paragraph. */
const tides = documentOf(
  'chronicle',
  [1, 2, 3, 4].flatMap((chapter) => [
    segment(`c${chapter}`, `第${chapter}章`, `Chapter ${chapter}`, { kind: 'heading', level: 2 }),
    ...Array.from({ length: 10 }, (_, index) => paragraph(`c${chapter}p${index}`, index % 5 === 0)).flat(),
  ]),
  { description: { title: { zh: '潮汐志', en: 'A Chronicle of Tides' } }, retired: { before: ['c3p2a'] } },
);

const chronicle: Document = {
  ...tides,
  study: {
    introduction: { zh: '先看看月亮。', en: 'Look at the moon first.' },
    questions: [{ zh: '潮水为什么退去？', en: 'Why does the tide go out?' }],
  },
};

function paragraph(id: string, isNoted: boolean): ReturnType<typeof segment>[] {
  return [
    segment(`${id}a`, TIDE, 'The tide goes out and leaves a ring of white salt on the rocks.', {
      block: id,
      notes: isNoted ? [note(`n-${id}`, `${id}a`, TIDE, '白盐')] : [],
    }),
    segment(`${id}b`, '孩子们去拾贝壳。', 'The children go to gather shells.', { block: id }),
  ];
}

/** The shelf of the browser tests: the fixture library, a text that is long, and texts that name somebody. */
export const shelf: Library = {
  ...library,
  collections: [
    ...library.collections,
    {
      id: 'long',
      title: { zh: '长文', en: 'Long texts' },
      about: { zh: '要翻页的。', en: 'They take some turning.' },
      documents: [chronicle],
    },
    {
      id: 'told',
      title: { zh: '风', en: 'Wind' },
      about: { zh: '说法不一。', en: 'They differ.' },
      documents: tellers,
    },
    {
      id: 'named',
      title: { zh: '人名', en: 'Names' },
      about: { zh: '谁是谁。', en: 'Who is who.' },
      documents: [crew, watches],
    },
  ],
  documents: [...library.documents, chronicle, ...tellers, crew, watches],
  authority,
  chronicle: told.chronicle,
  terms: [
    term('fog', '起雾', 'fog', { pinyin: 'qǐ wù', admitted: ['<i>"\'&mist'], forbidden: ['smoke'] }),
    term('tide', '潮水', 'tide', { pinyin: 'cháoshuǐ', variants: [{ form: '潮汐', kind: 'variant' }] }),
    term('light', '灯', 'lamp', { pinyin: 'dēng', admitted: ['light'], forbidden: ['torch'] }),
  ],
  waivers: [waiver('light', 'crew:k2')],
};
