import { describe, expect, it } from 'vitest';
import { authorityOf } from '../../server/core/authority.ts';
import { checkEvents } from '../../server/core/check-events.ts';
import type { Event } from '../../server/core/event.ts';
import { parseEventId } from '../../server/core/event.ts';
import { evidenceFinder } from '../../server/core/evidence.ts';
import { documentOf, segment } from '../fixture.ts';
import { claim, event } from './chronicles.ts';
import { entity, ids } from './entities.ts';

const TEXT = '他说：<i>"\'&𠮷</i>。';
const find = evidenceFinder(['a', 'b', 'c'].map((id) => documentOf(id, [segment('s1', TEXT, 'Words.')])));
const AUTHORITY = authorityOf([entity('google', 'Google'), entity('docker', 'Docker')]);
const at = { start: TEXT.indexOf('<i>') };

function findings(events: readonly Event[], parties: readonly string[][] = []): string[] {
  const chronicle = { events, parties: parties.map((party) => ids(...party)) };
  return checkEvents('events.yaml', chronicle, AUTHORITY, find).map(
    ({ severity, rule, place, message }) => `${severity} ${rule} ${place.path.join('.')} – ${message}`,
  );
}

describe('checkEvents', () => {
  it('finds nothing in what is whole', () => {
    const claims = [claim('a', { ...at, date: '2014', who: ['google'], after: ['two'] }), claim('b', at)];
    expect(
      findings([event('one', claims), event('two', [], { entities: ids('docker') })], [['google']]),
    ).toEqual([]);
  });

  it('finds ids that repeat, of events and within one event', () => {
    expect(
      findings([event('one', [claim('a', at), claim('a', at)]), event('one', [claim('a', at)])]),
    ).toEqual([
      'error repeated-id events.0.claims.1.id – one: claim a: another claim of it has this id too',
      'error repeated-id events.1.id – one: another event has this id too',
    ]);
  });

  it('finds entities that are nobody, wherever they are named', () => {
    const one = event('one', [claim('a', { ...at, who: ['google', 'dockr'] })], { entities: ids('gogle') });
    expect(findings([one], [['google'], ['docker', 'nobody-at-all']])).toEqual([
      'error unknown-entity parties.1.1 – no entity “nobody-at-all”',
      'error unknown-entity events.0.entities.0 – one: no entity “gogle”; did you mean “google”?',
      'error unknown-entity events.0.claims.0.actors.who.1 – one: claim a: no entity “dockr”; did you mean “docker”?',
    ]);
  });

  it('finds an order to an event that is not there, and to itself', () => {
    expect(findings([event('one', [claim('a', { ...at, before: ['one', 'never'] })])])).toEqual([
      'error circular events.0.claims.0.before.0 – one: claim a: before itself',
      'error unknown-event events.0.claims.0.before.1 – one: claim a: no event “never”',
    ]);
  });

  it('finds claims whose passage is gone or moved', () => {
    const claims = [claim('a', { ...at, quote: '没说' }), claim('b'), claim('zz', at)];
    expect(findings([event('one', claims)])).toEqual([
      'error orphaned events.0.claims.0.quote – one: claim a: “没说” does not stand in a:s1',
      'warning moved events.0.claims.1.start – one: claim b: the quote stands at 3 of b:s1, not at 0',
      'error unknown-document events.0.claims.2.document – one: claim zz: no document zz',
    ]);
  });

  it('tells of a discrepancy that nobody has explained, of an order once, and of none that somebody has', () => {
    const claims = [
      claim('a', { ...at, date: '2014', before: ['two'] }),
      claim('b', { ...at, date: '2015', after: ['two'] }),
    ];
    const explained = { state: 'explained', reason: 'source-slip' } as const;
    expect(findings([event('one', claims), event('two', [])])).toEqual([
      'info open-discrepancy events.0.claims – one: the claims differ in date: a:s1 / b:s1',
      'info open-discrepancy events.0.claims – one: the claims differ in order two: a:s1 / b:s1',
    ]);
    const lives = [
      { on: 'date', ...explained },
      { on: 'order', event: parseEventId('two'), ...explained },
    ] as const;
    expect(findings([event('one', claims, { lives }), event('two', [])])).toEqual([]);
  });

  it('finds what is explained though nothing differs', () => {
    const lives = [
      { on: 'date', state: 'settled' },
      { on: 'number', what: '<b>', state: 'open' },
    ] as const;
    expect(findings([event('one', [claim('a', at)], { lives })])).toEqual([
      'warning idle-life events.0.discrepancies.0 – one: the claims do not differ in date',
      'warning idle-life events.0.discrepancies.1 – one: the claims do not differ in number <b>',
    ]);
  });
});
