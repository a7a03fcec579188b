import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edtf } from '../../server/core/date.ts';
import type { Alias, Entity, Evidence, Relation, Telling } from '../../server/core/entity.ts';
import { ALIAS_KINDS, ENTITY_TYPES, parseEntityId, RELATION_TYPES } from '../../server/core/entity.ts';
import type { Chronicle, Claim, Event, Life, Quantity } from '../../server/core/event.ts';
import { DISCREPANCY_KINDS, parseEventId, REASONS, STATES } from '../../server/core/event.ts';
import type { Decision } from '../../server/core/mention.ts';
import { parseDocumentId } from '../../server/core/segment.ts';
import { readEntities, writeEntities } from '../../server/corpus/entities.ts';
import { readEvents, writeEvents } from '../../server/corpus/events.ts';
import { readDecisions, writeDecisions } from '../../server/corpus/mentions.ts';
import { bilingual, id, text } from './arbitrary.ts';

const some = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { maxLength: 3 });
const oneOrMore = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { minLength: 1, maxLength: 3 });
/** All of these keys may be absent; none is ever undefined. */
const partial = <Shape>(shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> }) =>
  fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<Partial<Shape>>;
const both = <A, B>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>): fc.Arbitrary<A & B> =>
  fc.tuple(a, b).map(([one, other]) => ({ ...one, ...other }));

const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,6}$/);
const entityId = slug.map(parseEntityId);
const eventId = slug.map(parseEventId);
const date = fc.constantFrom('2014', '2014-12~', '2013/2015-07', '2014-12-01?').map((one) => one as Edtf);
const side = fc.constantFrom('zh' as const, 'en' as const);
const anchor = fc.record({ segment: id, language: side, start: fc.nat(), quote: text });
const evidence: fc.Arbitrary<Evidence> = both(fc.record({ document: slug.map(parseDocumentId) }), anchor);

const telling: fc.Arbitrary<Telling> = partial({
  exact: fc.constant(true as const),
  when: oneOrMore(text).chain((words) =>
    fc.constantFrom(
      { with: [parseEntityId('a')] },
      { after: words },
      { before: words, after: words, with: [parseEntityId('0-')] },
    ),
  ),
  unless: oneOrMore(text),
});
const aliasOf: fc.Arbitrary<Alias> = both(
  fc.record({ form: text, language: side, kind: fc.constantFrom(...ALIAS_KINDS) }),
  telling,
);
const relation: fc.Arbitrary<Relation> = fc.record({
  type: fc.constantFrom(...RELATION_TYPES),
  entity: entityId,
  evidence: some(evidence),
});
const address = fc.constantFrom('https://example.org/?a=1&b="2"', 'http://example.org/𠮷');
const entity: fc.Arbitrary<Entity> = both(
  fc.record({
    id: entityId,
    type: fc.constantFrom(...ENTITY_TYPES),
    name: both(bilingual, telling),
    aliases: some(aliasOf),
    description: bilingual,
    relations: some(relation),
  }),
  partial({
    from: date,
    to: date,
    homepage: address,
    repository: address,
    document: slug.map(parseDocumentId),
  }),
);

const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({ kind: fc.constantFrom('add' as const, 'redirect' as const), anchor, entity: entityId }),
  fc.record({ kind: fc.constant('refuse' as const), anchor }),
);

const quantity: fc.Arbitrary<Quantity> = both(
  fc.record({
    what: text,
    value: fc.oneof(fc.integer(), fc.constantFrom(0, 2.5, -0.1, 1e-9, 123456789012345, 0.1 + 0.2)),
    unit: text,
  }),
  partial({ bound: fc.constantFrom('at-least' as const, 'at-most' as const, 'about' as const) }),
).map((one) => ({ ...one, value: Number(one.value.toFixed(9)) }));
const claim: fc.Arbitrary<Claim> = both(
  both(
    fc.record({
      id: id.map(String),
      quantities: some(quantity),
      after: some(eventId),
      before: some(eventId),
      says: bilingual,
    }),
    evidence,
  ),
  partial({ date, actors: fc.record({ who: some(entityId), more: fc.boolean() }) }),
);
// What is explained or settled says why; what is open may.
const life: fc.Arbitrary<Life> = both(
  fc.record({
    on: fc.constantFrom(...DISCREPANCY_KINDS),
    state: fc.constantFrom(...STATES),
    reason: fc.constantFrom(...REASONS),
    note: bilingual,
  }),
  partial({ event: eventId, what: text }),
);
const event: fc.Arbitrary<Event> = both(
  fc.record({
    id: eventId,
    title: bilingual,
    entities: some(entityId),
    claims: some(claim),
    lives: some(life),
  }),
  partial({ date }),
);
const chronicle: fc.Arbitrary<Chronicle> = fc.record({
  parties: some(oneOrMore(entityId)),
  events: some(event),
});

describe('write, then read', () => {
  it('gives entities back', () => {
    fc.assert(
      fc.property(some(entity), (entities) => {
        expect(readEntities('entities/a.yaml', writeEntities(entities))).toMatchObject({
          layer: entities,
          findings: [],
        });
      }),
    );
  });

  it('gives decisions back', () => {
    fc.assert(
      fc.property(some(decision), (decisions) => {
        expect(readDecisions('mentions.yaml', writeDecisions(decisions))).toMatchObject({
          layer: decisions,
          findings: [],
        });
      }),
    );
  });

  it('gives events back', () => {
    fc.assert(
      fc.property(chronicle, (one) => {
        expect(readEvents('events.yaml', writeEvents(one))).toMatchObject({ layer: one, findings: [] });
      }),
    );
  });
});

describe('a file of ours', () => {
  const folder = new URL('../../corpus/entities/', import.meta.url);
  it.each(readdirSync(folder))('entities/%s: says after writing what it said before', (name) => {
    const { layer, findings } = readEntities(name, readFileSync(new URL(name, folder), 'utf8'));
    expect(findings).toEqual([]);
    expect(readEntities(name, writeEntities(layer)).layer).toEqual(layer);
  });

  it('events.yaml: says after writing what it said before', () => {
    const file = readFileSync(new URL('../../corpus/events.yaml', import.meta.url), 'utf8');
    const { layer, findings } = readEvents('events.yaml', file);
    expect(findings).toEqual([]);
    expect(readEvents('events.yaml', writeEvents(layer)).layer).toEqual(layer);
  });
});
