import { authorityOf } from '../server/core/authority.ts';
import type { Document, Library } from '../server/core/document.ts';
import type { Entity, EntityType } from '../server/core/entity.ts';
import { parseEntityId } from '../server/core/entity.ts';
import type { Chronicle, Quantity } from '../server/core/event.ts';
import { chronicle as calm, claimOf, eventOf } from './chronicle.ts';
import { documentOf, segment } from './fixture.ts';
import { library } from './library.ts';

const GALE = '十二月初起了大风，<i>守塔人</i>花了一千二百万。';

/** Three that tell of the same storm: one whole, one whose text is not at hand, one that nobody has glossed. */
export const tellers: readonly Document[] = [
  documentOf(
    'gale',
    [
      segment('s1', '大风：一篇日记', 'The Gale: A Diary', { kind: 'heading', level: 1 }),
      segment('s2', GALE, 'In early December a gale rose, and the <i>keeper</i> spent twelve million.'),
      segment('s3', '先点灯，后起风。', 'First the lamp was lit, then the wind rose.'),
    ],
    { description: { title: { zh: '大风：一篇日记', en: 'The Gale: A Diary' } }, retired: { old: ['s2'] } },
  ),
  documentOf(
    'ebb',
    [
      segment('s1', null, 'The storm came in <b>February</b>.', { length: 8 }),
      segment('s2', null, 'After it the lamp was lit.', { length: 8 }),
    ],
    { presence: 'missing', description: { title: { zh: '退潮', en: 'Ebb' } } },
  ),
  documentOf('drift', [segment('s1', '那一年的大风，是守塔人的大风。', null)], {
    description: { title: { zh: '漂流', en: '漂流' } },
  }),
];

const entity = (id: string, type: EntityType, zh: string, en: string): Entity => ({
  id: parseEntityId(id),
  type,
  name: { zh, en },
  aliases: [],
  description: { zh: '无。', en: 'None.' },
  relations: [],
});

const price = (value: number): Quantity => ({ what: 'price', value, unit: 'USD' });

/**
 * Of the storm two differ in everything, and the third has a date like the first; of the lamp two differ in whether it came before the storm;
 * the fog has no date and one teller; the passage on the wreck is gone.
 */
const chronicle: Chronicle = {
  parties: [],
  events: [
    ...calm.events,
    eventOf(
      'storm',
      { zh: '<i>"\'&大风', en: 'The <i>"\'& storm', date: '2014-12-01' },
      [
        claimOf('gale:old', 0, '十二月初', { id: 'c1', date: '2014-12', who: ['keeper'] }),
        claimOf('gale:s2', 21, '一千二百万', { id: 'c2', numbers: [price(12_000_000)] }),
        claimOf('ebb:s1', 0, '二月', {
          id: 'c3',
          date: '2015-02',
          who: ['keeper', 'pilot'],
          numbers: [price(900)],
        }),
        claimOf('drift:s1', 0, '那一年', { id: 'c4', date: '2014' }),
      ],
      {
        entities: ['keeper', 'nobody'],
        lives: [
          {
            on: 'date',
            state: 'settled',
            reason: 'source-slip',
            note: { zh: '<b>二月</b>太晚。', en: '<b>February</b> is too late.' },
          },
        ],
      },
    ),
    eventOf('fog', { zh: '雾', en: 'Fog' }, [
      claimOf('drift:s1', 8, '守塔人', { who: ['pilot'], more: true }),
    ]),
    eventOf('lamp', { zh: '点灯', en: 'The lamp is lit', date: '2013' }, [
      claimOf('gale:s3', 0, '先点灯', { id: 'c1', before: ['storm'] }),
      claimOf('ebb:s2', 0, 'After it', { id: 'c2', language: 'en', after: ['storm'] }),
    ]),
    eventOf('wreck', { zh: '沉船', en: 'The wreck', date: '2016' }, [claimOf('gale:s3', 0, '没有这句')]),
  ],
};

const documents = [...library.documents, ...tellers];

/** The fixture library, and texts that contradict one another. */
export const told: Library = {
  ...library,
  documents,
  collections: [
    ...library.collections,
    {
      id: 'told',
      title: { zh: '风', en: 'Wind' },
      about: { zh: '说法不一。', en: 'They differ.' },
      documents: tellers,
    },
  ],
  authority: authorityOf([
    ...library.authority.entities.values(),
    entity('keeper', 'person', '守塔人&', 'the <keeper>'),
    entity('pilot', 'person', '领航员', 'Pilot'),
  ]),
  chronicle,
};
