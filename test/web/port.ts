import { authorityOf } from '../../server/core/authority.ts';
import { parseEdtf } from '../../server/core/date.ts';
import type { Library } from '../../server/core/document.ts';
import type { Entity, Evidence } from '../../server/core/entity.ts';
import { parseEntityId } from '../../server/core/entity.ts';
import type { Claim } from '../../server/core/event.ts';
import { parseEventId } from '../../server/core/event.ts';
import { parseDocumentId, parseSegmentId } from '../../server/core/segment.ts';
import { documentOf, named, segment } from '../fixture.ts';

/** A name that would be markup. */
export const ODD = `<i>"'&`;

function entity(id: string, rest: Pick<Entity, 'type' | 'name'> & Partial<Entity>): Entity {
  return {
    aliases: [],
    description: { zh: `关于${rest.name.zh}的话。`, en: `Words about ${rest.name.en}.` },
    relations: [],
    ...rest,
    id: parseEntityId(id),
  };
}

function evidence(document: string, on: string, quote: string, start = 0): Evidence {
  return { document: parseDocumentId(document), segment: parseSegmentId(on), language: 'zh', start, quote };
}

const since = parseEdtf('1890');

const authority = authorityOf([
  entity('office', {
    type: 'organisation',
    name: { zh: '港务局', en: 'Port Office' },
    aliases: [
      { form: '海关', language: 'zh', kind: 'former' },
      { form: 'Harbour Office', language: 'en', kind: 'variant' },
      { form: '港勿局', language: 'zh', kind: 'typo' },
    ],
    ...(since !== undefined && { from: since }),
    homepage: 'https://port.example/',
    repository: 'javascript:alert(1)',
    relations: [
      {
        type: 'founded-by',
        entity: parseEntityId('lin'),
        evidence: [evidence('port', 'p2', '林海创办'), evidence('port', 'p2', '这里没有这句话')],
      },
      {
        type: 'part-of',
        entity: parseEntityId('odd'),
        evidence: [evidence('letters', 'l2', '不在此处')],
      },
      { type: 'supports', entity: parseEntityId('nobody'), evidence: [] },
    ],
  }),
  entity('lin', { type: 'person', name: { zh: '林海', en: 'Lin Hai' } }),
  entity('odd', {
    type: 'project',
    name: { zh: ODD, en: ODD },
    aliases: [{ form: `${ODD} 会`, language: 'zh', kind: 'variant' }],
    description: { zh: ODD, en: ODD },
  }),
  entity('silent', { type: 'standard', name: { zh: '安静', en: 'Silence' } }),
  entity('port-book', {
    type: 'publication',
    name: { zh: '海港志', en: 'The Book of the Port' },
    document: parseDocumentId('port'),
  }),
]);

const port = named(
  documentOf(
    'port',
    [
      segment('p1', '海港志', 'The Book of the Port', { kind: 'heading', level: 1 }),
      segment('p2', '林海创办港务局，那时叫海关。', 'Lin Hai founded the Port Office.'),
      segment('p3', '港务局的林海写信给海关。', 'Lin Hai of the Harbour Office wrote a letter.'),
      segment('p4', `有人提到${ODD}。`, `Somebody named ${ODD}.`),
      segment('p5', '海上起雾。', 'Fog came up.'),
      segment('p6', `${ODD}又来了。`, `${ODD} came again.`),
      segment('p7', `还是${ODD}。`, `${ODD} once more.`),
    ],
    { description: { title: { zh: '海港志', en: 'The Book of the Port' } } },
  ),
  authority,
);

/** Its Chinese is not at hand. */
const letters = named(
  documentOf(
    'letters',
    [
      segment('l1', null, 'A letter from the Port Office.', { length: 9 }),
      segment('l2', null, 'It belongs to somebody odd.', { length: 9 }),
    ],
    { presence: 'missing', description: { title: { zh: '书信', en: 'Letters' } } },
  ),
  authority,
);

function claim(id: string, at: Evidence, date: string): Claim {
  const parsed = parseEdtf(date);
  return {
    ...at,
    id,
    ...(parsed !== undefined && { date: parsed }),
    quantities: [],
    after: [],
    before: [],
    says: { zh: '如此说。', en: 'Says so.' },
  };
}

/** Two texts, four who are named in them, and one who is not. */
export const portLibrary: Library = {
  title: { zh: '对读', en: 'Duidu' },
  collections: [
    {
      id: 'all',
      title: { zh: '全部', en: 'All' },
      about: { zh: '全部。', en: 'All.' },
      documents: [port, letters],
    },
  ],
  documents: [port, letters],
  authority,
  chronicle: {
    parties: [],
    events: [
      {
        id: parseEventId('founding'),
        title: { zh: '创办', en: 'The founding' },
        entities: [parseEntityId('office')],
        claims: [
          claim('c1', evidence('port', 'p2', '林海创办'), '1890'),
          claim('c2', evidence('letters', 'l1', '某年'), '1891'),
        ],
        lives: [],
      },
    ],
  },
  terms: [],
  waivers: [],
};
