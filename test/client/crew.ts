import { authorityOf } from '../../server/core/authority.ts';
import type { Alias, Entity, EntityType } from '../../server/core/entity.ts';
import { parseEntityId } from '../../server/core/entity.ts';
import { documentOf, named, note, segment } from '../fixture.ts';
import { library } from '../library.ts';

/** How somebody misspelt the guild of lamplighters. */
export const HOSTILE = `灯<i>"'&$&会`;

export const authority = authorityOf([
  ...library.authority.entities.values(),
  entity('lin-hai', 'person', { zh: '林海', en: 'Lin Hai' }, [
    { form: '老林', language: 'zh', kind: 'variant' },
    { form: 'Old Lin', language: 'en', kind: 'variant' },
  ]),
  entity('lantern', 'project', { zh: 'Lantern', en: 'Lantern' }),
  entity('guild', 'organisation', { zh: '灯会', en: 'Guild of <Lamplighters> & Sons' }, [
    { form: HOSTILE, language: 'zh', kind: 'typo' },
  ]),
]);

function entity(id: string, type: EntityType, name: Entity['name'], aliases: readonly Alias[] = []): Entity {
  return {
    id: parseEntityId(id),
    type,
    name,
    aliases,
    description: { zh: `${name.zh}，守着海边的灯。`, en: `${name.en} minds the light by the sea.` },
    relations:
      id === 'lantern' ? [{ type: 'created-by', entity: parseEntityId('lin-hai'), evidence: [] }] : [],
  };
}

const LIT = '林海点亮了Lantern，老林笑了。';

/** Names in a heading, in both columns, under other forms, beside a note; long enough to scroll. */
export const crew = named(
  documentOf(
    'crew',
    [
      segment('k1', '林海的灯', 'The light of Lin Hai', { kind: 'heading', level: 1 }),
      segment('k2', LIT, 'Lin Hai lit the Lantern, and Old Lin smiled.', {
        notes: [note('nk2', 'k2', LIT, '笑了')],
      }),
      segment('k3', `有人写作${HOSTILE}。`, 'Somebody wrote Guild of <Lamplighters> & Sons.'),
      ...Array.from({ length: 30 }, (_, index) =>
        segment(
          `k${index + 4}`,
          index % 5 === 0
            ? `第${index}夜，海上仍有风浪，林海还没有睡。`
            : '海上起雾，四下无声，谁也没有说话。',
          index % 5 === 0
            ? `On night ${index} the sea was still rough, and there, far out at the end of the mole, was Lin Hai.`
            : 'Fog came up on the sea, and nobody said a word.',
        ),
      ),
    ],
    { description: { title: { zh: '守灯人', en: 'The Crew' } } },
  ),
  authority,
);

/** 3,000 mentions, half of them of one man. */
export const watches = named(
  documentOf(
    'watches',
    Array.from({ length: 500 }, (_, index) =>
      segment(
        `w${index}`,
        '林海守夜，老林添油，Lantern亮着。',
        'Lin Hai kept watch, Old Lin poured the oil, and the Lantern burned.',
        { block: `b${Math.floor(index / 4)}` },
      ),
    ),
    { description: { title: { zh: '值夜簿', en: 'The Book of Watches' } } },
  ),
  authority,
);
