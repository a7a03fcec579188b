import { parseEdtf } from '../server/core/date.ts';
import { parseEntityId } from '../server/core/entity.ts';
import type { Chronicle, Claim, Event, Life, Quantity } from '../server/core/event.ts';
import { parseEventId } from '../server/core/event.ts';
import { parseDocumentId, parseSegmentId } from '../server/core/segment.ts';

interface Said {
  readonly id?: string;
  readonly language?: Claim['language'];
  readonly date?: string;
  readonly who?: readonly string[];
  readonly more?: boolean;
  readonly numbers?: readonly Quantity[];
  readonly after?: readonly string[];
  readonly before?: readonly string[];
}

/** What `place` (`document:segment`) says with `quote`, which stands at `start`. */
export function claimOf(place: string, start: number, quote: string, said: Said = {}): Claim {
  const [document = '', segment = ''] = place.split(':');
  const date = parseEdtf(said.date ?? '');
  return {
    id: said.id ?? `${document}-${segment}`,
    document: parseDocumentId(document),
    segment: parseSegmentId(segment),
    language: said.language ?? 'zh',
    start,
    quote,
    ...(date !== undefined && { date }),
    ...(said.who !== undefined && {
      actors: { who: said.who.map(parseEntityId), more: said.more ?? false },
    }),
    quantities: said.numbers ?? [],
    after: (said.after ?? []).map(parseEventId),
    before: (said.before ?? []).map(parseEventId),
    says: { zh: `${place}说：${quote}`, en: `${place} says so & more` },
  };
}

export function eventOf(
  id: string,
  { zh, en, date }: { readonly zh: string; readonly en: string; readonly date?: string },
  claims: readonly Claim[],
  rest: { readonly entities?: readonly string[]; readonly lives?: readonly Life[] } = {},
): Event {
  const dating = parseEdtf(date ?? '');
  return {
    id: parseEventId(id),
    title: { zh, en },
    ...(dating !== undefined && { date: dating }),
    entities: (rest.entities ?? []).map(parseEntityId),
    claims,
    lives: rest.lives ?? [],
  };
}

/** What the fixture library tells: one event, of which nobody says anything else. */
export const chronicle: Chronicle = {
  parties: [],
  events: [
    eventOf('calm', { zh: '无风', en: 'Calm', date: '2014' }, [claimOf('lighthouse:s9', 0, '海不记账')]),
  ],
};
