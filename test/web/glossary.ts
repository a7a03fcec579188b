import { authorityOf } from '../../server/core/authority.ts';
import type { Library } from '../../server/core/document.ts';
import { entity, ids } from '../core/entities.ts';
import { term, waiver } from '../core/terms.ts';
import { documentOf, named, segment } from '../fixture.ts';

const authority = authorityOf([entity('keeper', 'Keeper', { zh: '守塔人' })]);

const watch = named(
  documentOf(
    'watch',
    [
      segment('w1', '守塔人擦镜', 'The keeper cleans the lens', { kind: 'heading', level: 1 }),
      segment('w2', '镜和灯，灯和镜。', 'Lens and lamp, lamp and lens.'),
      segment('w3', '灯灭了。', 'The torch went out.'),
      segment('w4', '灯又亮了。', 'It was bright <b>again</b>.'),
      segment('w5', '灯呢？', 'And where was it?'),
      segment('w6', '灯来了。', null),
      ...Array.from({ length: 20 }, (_, index) => segment(`w${index + 7}`, '灯亮着。', 'The lamp burned.')),
      segment('w30', '一盏灯。', 'A beacon.'),
    ],
    { description: { title: { zh: '值夜：守塔人', en: 'The Watch: A Keeper' } } },
  ),
  authority,
);
const calm = documentOf('calm', [segment('c1', '水面如镜。', 'The water was a mirror.')], {
  description: { title: { zh: '风平', en: 'Calm' } },
});

/** Terms in two senses, with every kind of rendering, and one that stands nowhere. */
export const glossary: Library = {
  title: { zh: '对读', en: 'Duidu' },
  collections: [
    {
      id: 'all',
      title: { zh: '全部', en: 'All' },
      about: { zh: '全部。', en: 'All.' },
      documents: [watch, calm],
    },
  ],
  documents: [watch, calm],
  authority,
  chronicle: { parties: [], events: [] },
  terms: [
    term('lamp', '灯', 'lamp', {
      pinyin: 'dēng',
      admitted: ['beacon'],
      forbidden: ['torch', '<i>"\'&'],
      variants: [{ form: '燈<i>', kind: 'variant' }],
      note: { zh: '会亮的<i>东西</i>。', en: 'What <i>shines</i>.' },
    }),
    term('lens', '镜', 'lens', { pinyin: 'jìng', when: { with: ids('keeper') }, domain: 'software' }),
    term('mirror', '镜', 'mirror', { pinyin: 'jìng', unless: ['眼镜'] }),
    term('fog', '雾', 'fog', { pinyin: 'wù', domain: 'idiom' }),
  ],
  waivers: [{ ...waiver('lamp', 'watch:w5'), reason: { zh: '承上句。', en: 'After the sentence before.' } }],
};
