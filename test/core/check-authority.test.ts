import { describe, expect, it } from 'vitest';
import { authorityOf } from '../../server/core/authority.ts';
import { checkAuthority } from '../../server/core/check-authority.ts';
import { parseEdtf } from '../../server/core/date.ts';
import type { Entity, Evidence, Relation, RelationType } from '../../server/core/entity.ts';
import { evidenceFinder } from '../../server/core/evidence.ts';
import { nearest } from '../../server/core/nearest.ts';
import { parseDocumentId, parseSegmentId } from '../../server/core/segment.ts';
import { documentOf, segment } from '../fixture.ts';
import { alias, entity, ids } from './entities.ts';

const DOCUMENTS = [documentOf('harbour', [segment('s1', '谷歌建了<i>灯塔</i>𠮷。', null)])];
const SAYS: Evidence = {
  document: parseDocumentId('harbour'),
  segment: parseSegmentId('s1'),
  language: 'zh',
  start: 0,
  quote: '谷歌',
};

function relation(type: RelationType, to: string, evidence: readonly Evidence[] = [SAYS]): Relation {
  const [object] = ids(to);
  if (object === undefined) throw new Error('no entity');
  return { type, entity: object, evidence };
}

function findings(entities: readonly Entity[]): { place: string; message: string }[] {
  const listed = entities.map((one, index) => ({ entity: one, file: 'entities/a.yaml', index }));
  return checkAuthority(listed, authorityOf(entities), evidenceFinder(DOCUMENTS)).map(
    ({ severity, rule, place, message }) => ({
      place: `${severity} ${rule} ${place.path.join('.')}`,
      message,
    }),
  );
}

const places = (entities: readonly Entity[]): string[] => findings(entities).map(({ place }) => place);

describe('checkAuthority', () => {
  it('finds nothing in what is whole, whatever the names are made of', () => {
    const google = entity('google', '<i>"\'&𠮷', {
      zh: '谷歌',
      relations: [relation('created-by', 'tower')],
    });
    expect(findings([google, entity('tower', 'Tower')])).toEqual([]);
  });

  it('finds a name of two entities that no rule decides, at both, however it is typed', () => {
    const found = findings([entity('one', 'Red Hat'), entity('two', 'x', { aliases: ['ＲＥＤ-hat'] })]);
    expect(found).toEqual([
      {
        place: 'warning ambiguous-form entities.0.name.zh',
        message: 'one: “Red Hat” names two too, and no rule decides; it links to none',
      },
      {
        place: 'warning ambiguous-form entities.1.aliases.0.form',
        message: 'two: “ＲＥＤ-hat” names one too, and no rule decides; it links to none',
      },
    ]);
  });

  it('finds none where a rule decides, or the case', () => {
    const when = { with: ids('two') };
    expect(findings([entity('one', 'Lin', { telling: { when } }), entity('two', 'Lin')])).toEqual([]);
    const exact = { exact: true as const };
    expect(
      findings([entity('one', 'FIG', { telling: exact }), entity('two', 'Fig', { telling: exact })]),
    ).toEqual([]);
  });

  it('finds one where the case decides nothing: both mind it, or only one does', () => {
    const exact = { exact: true as const };
    const fig = entity('one', 'Fig', { telling: exact });
    expect(places([fig, entity('two', 'Fig', { telling: exact })])).toEqual([
      'warning ambiguous-form entities.0.name.zh',
      'warning ambiguous-form entities.1.name.zh',
    ]);
    expect(places([fig, entity('two', 'FIG')])).toEqual(['warning ambiguous-form entities.0.name.zh']);
  });

  it('finds names that say nothing, are too long, or stand twice', () => {
    const aliases = ['·', '\u00ad-', '甲'.repeat(10_000), 'K8s', alias('K8s', {}, { language: 'en' })];
    expect(places([entity('one', 'Kubernetes', { aliases })])).toEqual([
      'error empty-text entities.0.aliases.0.form',
      'error empty-text entities.0.aliases.1.form',
      'error long-name entities.0.aliases.2.form',
      'warning repeated-alias entities.0.aliases.4.form',
    ]);
    expect(findings([entity('one', 'x'.repeat(10_000))])[0]?.message.length).toBeLessThan(100);
  });

  it('finds an id that two entities have, and keeps the first', () => {
    const both = [entity('one', 'First'), entity('one', 'Second')];
    expect(places(both)).toEqual(['error repeated-id entities.1.id']);
    expect([...authorityOf(both).entities.values()].map(({ name }) => name.en)).toEqual(['First']);
  });

  it('finds a relation to nobody, and who may be meant', () => {
    const one = entity('one', 'One', { relations: [relation('supports', 'kubernets')] });
    expect(findings([one, entity('kubernetes', 'Kubernetes')])).toEqual([
      {
        place: 'error unknown-entity entities.0.relations.0.entity',
        message: 'one: no entity “kubernets”; did you mean “kubernetes”?',
      },
    ]);
  });

  it('finds a rule that asks for nobody we know, at the name or the alias', () => {
    const when = { with: ids('one', 'nobody') };
    expect(places([entity('one', 'One', { telling: { when }, aliases: [alias('壹', { when })] })])).toEqual([
      'error unknown-entity entities.0.name.when.with.1',
      'error unknown-entity entities.0.aliases.0.when.with.1',
    ]);
  });

  it('finds relations without evidence, and evidence that is gone', () => {
    const gone = { ...SAYS, quote: '微软' };
    const moved = { ...SAYS, start: 3 };
    const relations = [relation('supports', 'two', []), relation('acquired', 'two', [SAYS, gone, moved])];
    expect(places([entity('one', 'One', { relations }), entity('two', 'Two')])).toEqual([
      'warning no-evidence entities.0.relations.0',
      'error orphaned entities.0.relations.1.evidence.1.quote',
      'warning moved entities.0.relations.1.evidence.2.start',
    ]);
  });

  it('finds former names that lead back, at each step, and somebody related to themselves once', () => {
    const formerly = (id: string, to: string) => entity(id, id, { relations: [relation('formerly', to)] });
    expect(places([formerly('a', 'b'), formerly('b', 'c'), formerly('c', 'a'), formerly('d', 'a')])).toEqual([
      'error circular entities.0.relations.0',
      'error circular entities.1.relations.0',
      'error circular entities.2.relations.0',
    ]);
    expect(places([formerly('a', 'a')])).toEqual(['error circular entities.0.relations.0.entity']);
    expect(places([entity('a', 'A', { relations: [relation('part-of', 'a')] })])).toEqual([
      'error circular entities.0.relations.0.entity',
    ]);
  });

  it('finds what ends before it begins', () => {
    const [early, late] = [parseEdtf('2014'), parseEdtf('2015-03')];
    if (early === undefined || late === undefined) throw new Error('no dates');
    expect(places([entity('one', 'One', { from: late, to: early })])).toEqual([
      'error bad-date entities.0.to',
    ]);
    expect(places([entity('one', 'One', { from: late, to: late })])).toEqual([]);
  });
});

describe('nearest', () => {
  it('is the known word that differs in at most two letters, the nearest first', () => {
    expect(nearest('kubernets', ['docker', 'kubernet', 'kubernetes'])).toBe('kubernet');
    expect(nearest('dokcer', ['docker'])).toBe('docker');
  });

  it('is nobody for a word that is like none, or whose like would be another word altogether', () => {
    expect(nearest('rocket', ['kernel', 'cluster'])).toBeUndefined();
    expect(nearest('ab', ['b', 'xy'])).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
  });

  it('is found at once among 100,000, for a word of any length', () => {
    const known = Array.from({ length: 100_000 }, (_, index) => `a-long-name-of-entity-${index}`);
    expect(nearest('x'.repeat(1_000_000), known)).toBeUndefined();
    expect(nearest('a-long-name-of-entity-77_777', known)).toBe('a-long-name-of-entity-77777');
  });
});
