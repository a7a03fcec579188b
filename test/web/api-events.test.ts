import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { OPENAPI } from '../../server/web/api/openapi.ts';
import { told } from '../told.ts';
import { reader } from './reader.ts';

const { get } = reader({ library: told });
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, formats: { uri: true } });
ajv.addVocabulary(['components', 'paths', 'openapi', 'info', 'servers', 'tags']);
ajv.addSchema({ ...OPENAPI, $id: 'api' });

describe('GET /api/v1/events', () => {
  it('lists the events in order of time', async () => {
    const { body } = await get('/api/v1/events');
    expect(faults('/paths/~1events/get/responses/200/content/application~1json/schema', body)).toEqual([]);
    expect(body.total).toBe(5);
    expect(idsOf(body)).toEqual(['lamp', 'calm', 'storm', 'fog', 'wreck']);
  });

  it.each([
    ['entity=pilot', ['storm', 'fog']],
    ['document=ebb', ['lamp', 'storm']],
    ['document=ebb&entity=keeper', ['storm']],
    ['disputed=1', ['lamp', 'storm']],
    ['entity=logbook', []],
  ])('is narrowed by %s', async (query, expected) => {
    const { body } = await get(`/api/v1/events?${query}`);
    expect([body.total, idsOf(body)]).toEqual([expected.length, expected]);
  });
});

describe('GET /api/v1/events/:event', () => {
  it('gives what each passage says, where it stands today', async () => {
    const { body } = await get('/api/v1/events/storm');
    expect(faults('/components/schemas/Event', body)).toEqual([]);
    expect(body).toMatchObject({
      id: 'storm',
      title: { zh: '<i>"\'&大风', en: 'The <i>"\'& storm' },
      date: '2014-12-01',
      entities: ['keeper', 'nobody'],
    });
    expect(body.claims[0]).toEqual({
      id: 'c1',
      document: 'gale',
      segment: 's2',
      language: 'zh',
      start: 0,
      end: 4,
      quote: '十二月初',
      date: '2014-12',
      actors: ['keeper'],
      moreActors: false,
      numbers: [],
      after: [],
      before: [],
      says: { zh: 'gale:old说：十二月初', en: 'gale:old says so & more' },
    });
    expect(body.claims[2]).toMatchObject({
      document: 'ebb',
      start: 0,
      end: 2,
      numbers: [{ what: 'price', value: 900, unit: 'USD' }],
    });
  });

  it('gives the discrepancies with their sides', async () => {
    const { body } = await get('/api/v1/events/storm');
    expect(body.discrepancies[0]).toEqual({
      on: 'date',
      state: 'settled',
      reason: 'source-slip',
      note: { zh: '<b>二月</b>太晚。', en: '<b>February</b> is too late.' },
      sides: [
        [
          { event: 'storm', document: 'gale', segment: 's2', claim: 'c1' },
          { event: 'storm', document: 'drift', segment: 's1', claim: 'c4' },
        ],
        [{ event: 'storm', document: 'ebb', segment: 's1', claim: 'c3' }],
      ],
    });
    expect(
      body.discrepancies.map(({ on, what, event }: Record<string, string>) => [on, what, event]),
    ).toEqual([
      ['date', undefined, undefined],
      ['actors', undefined, undefined],
      ['number', 'price', undefined],
      ['order', undefined, 'lamp'],
    ]);
  });

  it('gives an event without a date, and one that nothing tells any more', async () => {
    expect((await get('/api/v1/events/fog')).body).toMatchObject({
      date: null,
      claims: [{ moreActors: true }],
    });
    expect((await get('/api/v1/events/wreck')).body).toMatchObject({ claims: [], discrepancies: [] });
  });
});

describe('a refusal', () => {
  it.each([
    ['/api/v1/events/unknown', 404, 'not-found'],
    ['/api/v1/events?entity=unknown', 404, 'not-found'],
    ['/api/v1/events?document=unknown', 404, 'not-found'],
    ['/api/v1/events?document=ebb&document=gale', 400, 'invalid'],
    ['/api/v1/events?disputed=yes', 400, 'invalid'],
  ])('at %s is problem details', async (path, status, code) => {
    const response = await get(path);
    expect([response.status, JSON.parse(response.text).code]).toEqual([status, code]);
  });
});

function idsOf({ items }: { items: readonly { id: string }[] }): string[] {
  return items.map(({ id }) => id);
}

/** What is wrong with `value` by the schema that stands at `pointer` of the description. */
function faults(pointer: string, value: unknown): string[] {
  const validate = ajv.compile({ $ref: `api#${pointer}` });
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
