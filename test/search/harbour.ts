import { authorityOf } from '../../server/core/authority.ts';
import { parseEdtf } from '../../server/core/date.ts';
import type { Library } from '../../server/core/document.ts';
import type { Alias, Entity, EntityType } from '../../server/core/entity.ts';
import { parseEntityId } from '../../server/core/entity.ts';
import { parseDocumentId, parseSegmentId } from '../../server/core/segment.ts';
import { claimOf, eventOf } from '../chronicle.ts';
import { documentOf, named, note, segment } from '../fixture.ts';
import { library } from '../library.ts';

const alias = (form: string, language: Alias['language'], kind: Alias['kind']): Alias => ({
  form,
  language,
  kind,
});

const entity = (
  id: string,
  type: EntityType,
  name: { zh: string; en: string },
  rest: Partial<Pick<Entity, 'aliases' | 'relations'>> = {},
): Entity => ({
  id: parseEntityId(id),
  type,
  name,
  aliases: [],
  description: { zh: '无。', en: 'None.' },
  relations: [],
  ...rest,
});

const RULES = '那一年，林守一把几个渔村拉到一起，定下了规矩。';
const LENS = '守塔人每天擦一次透镜，擦完记在册上。';

const authority = authorityOf([
  entity(
    'office',
    'organisation',
    { zh: '北方灯塔局', en: 'Northern Lights Office' },
    {
      aliases: [
        alias('北灯局', 'zh', 'abbreviation'),
        alias('NLO', 'en', 'abbreviation'),
        alias('海灯司', 'zh', 'former'),
        alias('北部光办公室', 'zh', 'machine-translation'),
        alias('Nothern Lights Office', 'en', 'typo'),
      ],
      relations: [
        {
          type: 'founded-by',
          entity: parseEntityId('lin'),
          evidence: [
            {
              document: parseDocumentId('tower'),
              segment: parseSegmentId('s4'),
              language: 'zh',
              start: 4,
              quote: '林守一',
            },
          ],
        },
      ],
    },
  ),
  entity('lin', 'person', { zh: '林守一', en: 'Lin Shouyi' }),
  entity('logbook', 'publication', { zh: '《潮汐志》', en: 'The Tide Record' }),
]);

const tower = named(
  documentOf(
    'tower',
    [
      segment('s0', '首页 > 灯塔', null, { debris: true }),
      segment('s1', '1. 灯塔的账', '1. The Accounts of a Tower', { kind: 'heading', level: 1 }),
      segment(
        's2',
        '北方灯塔局（简称北灯局）管着四十座灯塔。',
        'The Northern Lights Office (NLO for short) looks after forty towers.',
        { block: 'b2' },
      ),
      segment('s3', LENS, 'Keepers clean the lens once a day and enter it in a book.', {
        block: 'b2',
        notes: [note('n1', 's3', LENS, '擦完记在册上')],
      }),
      segment(
        's4',
        RULES,
        'That year Lin Shouyi brought a few fishing villages together and laid down rules.',
      ),
      segment('s5', '风和雾', 'Wind and Fog', { kind: 'heading', level: 2 }),
      segment(
        's6',
        '1887年12月，一场大风刮断了旗杆，修它花了三百块。',
        'In December 1887 a gale snapped the flagpole; mending it cost three hundred.',
      ),
      segment(
        's7',
        '<b>"雾"</b> & 𠮷祥号\u200f 响了一声汽笛。',
        '<b>“Fog”</b> & the Jixiang sounded its horn once.',
      ),
      segment('s8', '透镜', 'lens', { kind: 'table' }),
      segment('s9', '罐子上写着C++和50%，里面是 鲸油。', 'The tin said C++ and 50%; inside was whale oil.'),
    ],
    { description: { title: { zh: '灯塔的账', en: 'The Accounts of a Tower' } } },
  ),
  authority,
);

const quay = named(
  documentOf(
    'quay',
    [
      segment('s1', '码头一日', 'A Day on the Quay', { kind: 'heading', level: 1 }),
      segment(
        's2',
        '海灯司的船靠了岸，人人都去看。',
        'The boat of the Office docked, and everybody went to look.',
      ),
      segment('s3', '人人人人，挤在一处。', ''),
      segment(
        's4',
        '《潮汐志》说，1890年5月换了新的灯。',
        'The Tide Record says that the lamp was new in May 1890.',
      ),
      segment('s5', 'turn(); // 灯', null, { kind: 'code' }),
    ],
    { description: { title: { zh: '码头一日', en: 'A Day on the Quay' } } },
  ),
  authority,
);

const absent = documentOf('absent', [segment('s1', null, 'Boats come in by the ebb.', { length: 9 })], {
  presence: 'missing',
  description: { title: { zh: '退潮', en: 'Ebb' } },
});

const documents = [tower, quay, absent];
const date = parseEdtf('1886');

/** Two texts on a harbour, and one whose Chinese is not at hand. */
export const harbour: Library = {
  ...library,
  collections: [],
  documents,
  authority,
  chronicle: {
    parties: [],
    events: [
      eventOf(
        'office-founded',
        { zh: '渔民结社管灯', en: 'Fishermen form a society', ...(date && { date: '1886' }) },
        [claimOf('tower:s4', 0, '那一年', { date: '1886' })],
      ),
    ],
  },
};
