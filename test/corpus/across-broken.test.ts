import { describe, expect, it } from 'vitest';
import type { Changes } from './keepers.ts';
import { corpusWith, EVENTS, edited, PEOPLE, WHOLE } from './keepers.ts';

const people = (from: string, to: string): Changes => edited('entities/people.yaml', from, to);
const bodies = (from: string, to: string): Changes => edited('entities/bodies.yaml', from, to);
const events = (from: string, to: string): Changes => edited('events.yaml', from, to);

describe('what is said across documents', () => {
  it('is read without a finding when nothing is wrong', async () => {
    expect(await corpusWith({})).toEqual({ faults: [], names: WHOLE, events: ['founding 1'] });
  });

  it('need not be there', async () => {
    const { faults, names } = await corpusWith({
      ...{ 'entities/people.yaml': undefined, 'entities/bodies.yaml': undefined },
      ...{ 'events.yaml': undefined, 'documents/lamp/mentions.yaml': undefined },
    });
    expect(faults).toEqual([]);
    expect(names).toEqual(['林海（阿海、海叔）进了灯社。', '灯社成立于1903年，他在。']);
  });

  it.each<[string, Changes, string[]]>([
    [
      'a relation to nobody',
      people('entity: society', 'entity: sociey'),
      ['people.yaml:12:9 error unknown-entity'],
    ],
    ['an unknown type of relation', people('works-for', 'loves'), ['people.yaml:11:9 error unknown-value']],
    [
      'evidence whose quote is gone',
      people('quote: 林海', 'quote: 林河'),
      ['people.yaml:14:54 error orphaned'],
    ],
    ['evidence that moved', people('start: 0', 'start: 4'), ['people.yaml:14:44 warning moved']],
    ['evidence in no segment', people('segment: s1', 'segment: s9'), ['people.yaml:14:31 error orphaned']],
    [
      'evidence in no document',
      people('document: lamp', 'document: lmap'),
      ['people.yaml:14:15 error unknown-document'],
    ],
    ['a date that is no EDTF', people('1880', '1880年'), ['people.yaml:9:5 error bad-date']],
    [
      'an end before its beginning',
      people('from: 1880', 'from: 1880\n    to: 1879'),
      ['people.yaml:10:5 error bad-date'],
    ],
    [
      'a circular former name',
      bodies('en: A society. }', 'en: A society. }\n    relations: [{ type: formerly, entity: hall }]'),
      [
        'bodies.yaml:6:17 error circular',
        'bodies.yaml:6:17 warning no-evidence',
        'bodies.yaml:12:9 error circular',
      ],
    ],
    ['an unknown key', people('    from: 1880', '    born: 1880'), ['people.yaml:9:5 error unknown-key']],
    [
      'an unknown key of an alias',
      people('kind: variant }', 'kind: variant, since: 1880 }'),
      ['people.yaml:6:50 error unknown-key'],
    ],
    [
      'an address that no page may link',
      people('from: 1880', 'homepage: "javascript:alert(1)"'),
      ['people.yaml:9:5 error bad-url'],
    ],
    [
      'a name of 10,000 characters',
      people(
        '    description',
        `      - { form: ${'海'.repeat(10_000)}, language: zh, kind: variant }\n    description`,
      ),
      ['people.yaml:8:11 error long-name'],
    ],
    [
      'a name that says nothing',
      people('    description', '      - { form: "·", language: zh, kind: variant }\n    description'),
      ['people.yaml:8:11 error empty-text'],
    ],
    [
      'a date of an event that is no EDTF',
      events('date: 1903\n', 'date: soon\n'),
      ['events.yaml:6:5 error bad-date'],
    ],
    [
      'an actor who is nobody',
      events('who: [lin]', 'who: [lin, ling]'),
      ['events.yaml:15:30 error unknown-entity'],
    ],
    [
      'a party of nobody',
      events('[society, hall]', '[society, hal]'),
      ['events.yaml:2:15 error unknown-entity'],
    ],
    [
      'an order to no event',
      events('date: 1903-05', 'date: 1903-05\n        after: [founding, end]'),
      ['events.yaml:15:17 error circular', 'events.yaml:15:27 error unknown-event'],
    ],
    [
      'a claim whose passage is gone',
      events('quote: 灯社成立', 'quote: 灯社散了'),
      ['events.yaml:13:9 error orphaned'],
    ],
    ['a number that is none', events('value: 12', 'value: twelve'), ['events.yaml:17:30 error type']],
    [
      'an explanation of no discrepancy',
      { 'events.yaml': `${EVENTS}    discrepancies:\n      - { on: date, state: open }\n` },
      ['events.yaml:20:9 warning idle-life'],
    ],
    [
      'an explanation that explains nothing',
      { 'events.yaml': `${EVENTS}    discrepancies:\n      - { on: date, state: settled }\n` },
      ['events.yaml:20:9 error missing-key', 'events.yaml:20:9 warning idle-life'],
    ],
    [
      'an events file that does not parse',
      events('id: founding', 'id: [founding'),
      ['events.yaml:5:5 error syntax'],
    ],
  ])('finds %s, says where, and names everybody as before', async (_, changes, faults) => {
    const found = await corpusWith(changes);
    expect(found.faults).toEqual(faults);
    expect(found.names).toEqual(WHOLE);
  });

  it('finds a name of two entities that no rule decides, which then names none', async () => {
    const found = await corpusWith(
      bodies(
        'en: Lamp Hall }',
        'en: Lamp Hall }\n    aliases: [{ form: 阿海, language: zh, kind: variant }]',
      ),
    );
    expect(found.faults).toEqual([
      'bodies.yaml:9:17 warning ambiguous-form',
      'people.yaml:6:11 warning ambiguous-form',
    ]);
    expect(found.names[0]).toBe('[林海|lin]（[阿海|hall?lin]、[海叔|lin]）进了[灯社|society]。');
  });

  it('takes a name with a rule that is broken for one whose rule never holds', async () => {
    for (const rule of [
      '[]',
      '{ wth: [lin] }',
      '{ with: [], after: [（] }',
      '{ with: lin, after: [（] }',
      '{}',
    ]) {
      const found = await corpusWith(people('{ form: 阿海,', `{ when: ${rule}, form: 阿海,`));
      expect(found.names[0]).toBe('[林海|lin]（阿海、[海叔|lin]）进了[灯社|society]。');
      expect(found.faults.filter((fault) => fault.startsWith('people.yaml:6:')).length).toBeGreaterThan(0);
    }
    const nobody = await corpusWith(people('{ form: 阿海,', '{ when: { with: [lim, "<i>"] }, form: 阿海,'));
    expect(nobody.faults).toEqual(['people.yaml:6:26 error unknown-entity', 'people.yaml:6:31 error bad-id']);
  });

  it('leaves out an entity whose id has markup in it, and what it is called', async () => {
    const found = await corpusWith(bodies('id: society', 'id: "<b>society</b>"'));
    expect(found.faults).toEqual([
      'bodies.yaml:2:5 error bad-id',
      'bodies.yaml:12:9 error unknown-entity',
      'people.yaml:12:9 error unknown-entity',
      'events.yaml:2:6 error unknown-entity',
      'events.yaml:7:16 error unknown-entity',
    ]);
    expect(found.names).toEqual(WHOLE.map((line) => line.replace('[灯社|society]', '灯社')));
  });

  it('reads names with markup in them as they are written', async () => {
    const found = await corpusWith(people('en: Lin Hai', `en: "<script>alert('𠮷')</script>&amp;\\u200f"`));
    expect(found).toEqual({ faults: [], names: WHOLE, events: ['founding 1'] });
  });

  it.each<[string, string | Uint8Array, string]>([
    ['that does not parse', PEOPLE.replace('type: person', 'type: "person'), 'people.yaml:15:1 error syntax'],
    [
      'that is no UTF-8',
      Buffer.from('entities:\n  - id: l\xefn\n', 'latin1'),
      'people.yaml:2:10 error not-utf8',
    ],
    ['that is a list', '- lin\n', 'people.yaml:1:1 error type'],
  ])('reads the other entities beside a file %s', async (_, content, fault) => {
    const found = await corpusWith({
      'entities/people.yaml': content,
      'documents/lamp/mentions.yaml': undefined,
    });
    expect(found.faults.filter((one) => one.startsWith('people.yaml'))).toEqual([fault]);
    expect(found.faults).toContain('events.yaml:15:25 error unknown-entity');
    expect(found.names).toEqual([
      '林海（阿海、海叔）进了[灯社|society]。',
      '[灯社|society]成立于1903年，他在。',
    ]);
    expect(found.events).toEqual(['founding 1']);
  });

  it('keeps the first of two entities with one id, in whichever file', async () => {
    const found = await corpusWith(people('id: lin', 'id: hall'));
    expect(found.faults).toContain('people.yaml:2:5 error repeated-id');
    expect(found.names[0]).toBe('林海（阿海、海叔）进了[灯社|society]。');
  });

  it('reports what stands behind a thing that was left out where it stands', async () => {
    const found = await corpusWith({
      ...people('kind: variant }\n      - { form: 海叔', 'kind: nickname }\n      - { form: "·"'),
      'events.yaml': EVENTS.replace('    claims:\n', '    claims:\n      - { id: c0 }\n').replace(
        '灯社成立\n',
        '没有\n',
      ),
    });
    expect(found.faults).toEqual([
      'people.yaml:6:35 error unknown-value',
      'people.yaml:7:11 error empty-text',
      'events.yaml:9:9 error missing-key',
      'events.yaml:9:9 error missing-key',
      'events.yaml:9:9 error missing-key',
      'events.yaml:9:9 error missing-key',
      'events.yaml:9:9 error missing-key',
      'events.yaml:14:9 error orphaned',
    ]);
  });
});

describe('mentions.yaml', () => {
  it.each([
    ['a kind that we do not know', 'kind: add', 'kind: guess', 'mentions.yaml:2:7 error unknown-value'],
    ['an id with markup', 'entity: lin', 'entity: <lin>', 'mentions.yaml:2:18 error bad-id'],
    ['a quote that is gone', 'quote: 他', 'quote: 她', 'mentions.yaml:2:55 error orphaned'],
    ['a segment that never was', 'segment: s2', 'segment: s7', 'mentions.yaml:2:5 error orphaned'],
    ['an addition of nobody', 'entity: lin, ', '', 'mentions.yaml:2:5 error missing-key'],
  ])('has its fault reported and the rest read: %s', async (_, from, to, fault) => {
    const found = await corpusWith(edited('documents/lamp/mentions.yaml', from, to));
    expect(found.faults).toEqual([fault]);
    expect(found.names).toEqual([WHOLE[0], '[灯社|society]成立于1903年，他在。']);
  });

  it('may name nobody that we know; that is a fault, and shows no mention of nobody', async () => {
    const found = await corpusWith(edited('documents/lamp/mentions.yaml', 'lin', 'nobody'));
    expect(found.faults).toEqual(['mentions.yaml:2:18 error unknown-entity']);
    expect(found.names[1]).toBe('[灯社|society]成立于1903年，他在。');
  });
});
