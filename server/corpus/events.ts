import { stringify } from 'yaml';
import type { EntityId } from '../core/entity.ts';
import { isEntityId } from '../core/entity.ts';
import type { Actors, Chronicle, Claim, Event, EventId, Life, Quantity } from '../core/event.ts';
import { DISCREPANCY_KINDS, isEventId, REASONS, STATES } from '../core/event.ts';
import type { Finding } from '../core/finding.ts';
import { isSegmentId } from '../core/segment.ts';
import { ANCHOR_KEYS, evidenceAt, writtenAnchor } from './anchors.ts';
import { Cursor } from './cursor.ts';
import { bilingual, dateAt, filled } from './description.ts';
import type { Read } from './yaml.ts';
import { openYaml } from './yaml.ts';

const CLAIM_KEYS = ['id', 'document', ...ANCHOR_KEYS, 'date', 'actors', 'numbers', 'after', 'before', 'says'];
const BOUNDS = ['at-least', 'at-most', 'about'] as const;

export const EMPTY: Chronicle = { parties: [], events: [] };

/** Read `events.yaml`. An event, claim or life that is wrong in itself is left out, and is a finding. */
export function readEvents(file: string, text: string): Read<Chronicle> {
  const findings: Finding[] = [];
  const opened = openYaml(file, text);
  const root = Cursor.of(opened, findings);
  if (root.isAbsent || !root.isMap(['parties', 'events']))
    return { layer: EMPTY, findings, locate: opened.locate };
  const lists = root.at('parties');
  const parties = lists.items().map((_, index) => lists.list(index, entityIdAt).items);
  const { items: events, locate } = root.list('events', eventAt);
  return { layer: { parties, events }, findings, locate };
}

/** `events.yaml`, in the order given. */
export function writeEvents({ parties, events }: Chronicle): string {
  return stringify(
    { ...(parties.length > 0 && { parties }), events: events.map(written) },
    { lineWidth: 0, schema: 'failsafe', aliasDuplicateObjects: false },
  );
}

function eventAt(at: Cursor): Event | undefined {
  if (!at.isMap(['id', 'title', 'date', 'entities', 'claims', 'discrepancies'])) return undefined;
  const id = at.at('id').text();
  const title = bilingual(at.at('title'));
  const date = dateAt(at.at('date'));
  const entities = at.list('entities', entityIdAt).items;
  const claims = at.list('claims', claimAt).items;
  const lives = at.list('discrepancies', lifeAt).items;
  if (id === undefined || title === undefined) return undefined;
  if (!isEventId(id)) return at.at('id').report('bad-id', 'an id is small letters, digits and hyphens');
  return { id, title, ...(date !== undefined && { date }), entities, claims, lives };
}

function claimAt(at: Cursor): Claim | undefined {
  if (!at.isMap(CLAIM_KEYS)) return undefined;
  const id = at.at('id').text();
  const evidence = evidenceAt(at);
  const date = dateAt(at.at('date'));
  const actors = at.at('actors').isAbsent ? undefined : actorsAt(at.at('actors'));
  const quantities = at.list('numbers', quantityAt).items;
  const after = eventsAt(at, 'after');
  const before = eventsAt(at, 'before');
  const says = bilingual(at.at('says'));
  if (id === undefined || evidence === undefined || says === undefined) return undefined;
  if (!isSegmentId(id))
    return at.at('id').report('bad-id', 'an id is a small letter, then small letters, digits and hyphens');
  return {
    id,
    ...evidence,
    ...(date !== undefined && { date }),
    ...(actors !== undefined && { actors }),
    quantities,
    after,
    before,
    says,
  };
}

function actorsAt(at: Cursor): Actors | undefined {
  if (!at.isMap(['who', 'more'])) return undefined;
  const more = !at.at('more').isAbsent && at.at('more').flag() === true;
  return { who: at.list('who', entityIdAt).items, more };
}

function quantityAt(at: Cursor): Quantity | undefined {
  if (!at.isMap(['what', 'value', 'unit', 'bound'])) return undefined;
  const what = filled(at.at('what'));
  const value = at.at('value').number();
  const unit = filled(at.at('unit'));
  const bound = at.at('bound').isAbsent ? undefined : at.at('bound').oneOf(BOUNDS);
  if (what === undefined || value === undefined || unit === undefined) return undefined;
  return { what, value, unit, ...(bound !== undefined && { bound }) };
}

function lifeAt(at: Cursor): Life | undefined {
  if (!at.isMap(['on', 'event', 'what', 'state', 'reason', 'note'])) return undefined;
  const on = at.at('on').oneOf(DISCREPANCY_KINDS);
  const event = at.at('event').isAbsent ? undefined : eventIdAt(at.at('event'));
  const what = at.at('what').optionalText();
  const state = at.at('state').oneOf(STATES);
  const reason = at.at('reason').isAbsent ? undefined : at.at('reason').oneOf(REASONS);
  const note = at.at('note').isAbsent ? undefined : bilingual(at.at('note'));
  if (on === undefined || state === undefined) return undefined;
  if (state !== 'open' && (reason === undefined || note === undefined))
    at.report('missing-key', `what is ${state} needs a reason and a note`);
  return {
    on,
    ...(event !== undefined && { event }),
    ...(what !== undefined && { what }),
    state,
    ...(reason !== undefined && { reason }),
    ...(note !== undefined && { note }),
  };
}

function entityIdAt(at: Cursor): EntityId | undefined {
  const id = at.text();
  if (id === undefined || isEntityId(id)) return id;
  return at.report('bad-id', `“${id}” is no entity id`);
}

function eventIdAt(at: Cursor): EventId | undefined {
  const id = at.text();
  if (id === undefined || isEventId(id)) return id;
  return at.report('bad-id', `“${id}” is no event id`);
}

// One id or a list of them.
function eventsAt(at: Cursor, key: string): EventId[] {
  const cursor = at.at(key);
  if (typeof cursor.value !== 'string') return at.list(key, eventIdAt).items;
  const id = eventIdAt(cursor);
  return id === undefined ? [] : [id];
}

function written({ id, title, date, entities, claims, lives }: Event): object {
  return {
    id,
    title,
    ...(date !== undefined && { date }),
    ...(entities.length > 0 && { entities }),
    ...(claims.length > 0 && { claims: claims.map(writtenClaim) }),
    ...(lives.length > 0 && { discrepancies: lives }),
  };
}

function writtenClaim({
  id,
  document,
  date,
  actors,
  quantities,
  after,
  before,
  says,
  ...anchor
}: Claim): object {
  return {
    id,
    document,
    ...writtenAnchor(anchor),
    ...(date !== undefined && { date }),
    ...(actors !== undefined && { actors: { who: actors.who, ...(actors.more && { more: 'true' }) } }),
    ...(quantities.length > 0 && {
      numbers: quantities.map((quantity) => ({ ...quantity, value: decimalOf(quantity.value) })),
    }),
    ...(after.length > 0 && { after }),
    ...(before.length > 0 && { before }),
    says,
  };
}

// `String` writes the very small in a way that is not read.
function decimalOf(value: number): string {
  return value.toFixed(9).replace(/\.?0+$/, '');
}
