import type { Entity, EntityId, Evidence, RelationType } from '../core/entity.ts';

// Words with which people ask for a relation. A text need not use them: what it says was read by whoever noted the relation, with its place.
const ASKED: Readonly<Partial<Record<RelationType, RegExp>>> = {
  'created-by':
    /发明|创造|开发|设计|编写|写的|做的|作者|制作|研发|推出|\b(?:invent|creat|develop|design|buil[dt]|made|make|wrote|written|author)/,
  'founded-by': /成立|创立|创办|创建|创始|建立|发起|办的|\b(?:found|establish|start|set up|initiat|launch)/,
  acquired: /收购|买|并购|\b(?:acqui|bought|buy|took over|take over|purchas|pa(?:y|id) for)/,
  'donated-to': /捐|交给|移交|\b(?:donat|gave|give|given|hand)/,
  'invested-in': /投资|领投|出资|融资|\b(?:invest|fund|financ)/,
  formerly:
    /改名|更名|改成|改叫|换(?:了|个|过)?名|原名|以前叫|原来叫|前身|曾用名|\b(?:renam|formerly|used to be|previous)/,
  'works-for': /任职|工作|上班|领导|负责|老板|首席|总裁|\b(?:work|lead|head|chief|boss|ceo|cto)/,
  'based-on': /基于|基础|\b(?:based on|built on|base)/,
  'competes-with': /竞争|对手|对抗|\b(?:compet|rival)/,
};

/** A place that says how two entities stand to each other. */
export interface Told {
  readonly type: RelationType;
  readonly entities: readonly [EntityId, EntityId];
  readonly unit: number;
}

export function relationsTold(
  entities: Iterable<Entity>,
  unitOf: (evidence: Evidence) => number | undefined,
): Told[] {
  return [...entities].flatMap(({ id, relations }) =>
    relations.flatMap(({ type, entity, evidence }) =>
      evidence.flatMap((one): Told[] => {
        const unit = unitOf(one);
        return unit === undefined ? [] : [{ type, entities: [id, entity], unit }];
      }),
    ),
  );
}

/** The units that tell what a question asks of one of `entities`, in ascending order, each once. */
export function toldOf(told: readonly Told[], entities: ReadonlySet<EntityId>, question: string): number[] {
  const asked = new Set(
    (Object.keys(ASKED) as RelationType[]).filter((type) => ASKED[type]?.test(question) === true),
  );
  const units = told
    .filter((one) => asked.has(one.type) && one.entities.some((entity) => entities.has(entity)))
    .map(({ unit }) => unit);
  return [...new Set(units)].sort((a, b) => a - b);
}
