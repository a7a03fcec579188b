import { parseEdtf } from '../../server/core/date.ts';
import type { Claim, Event, Quantity } from '../../server/core/event.ts';
import { parseEventId } from '../../server/core/event.ts';
import { parseDocumentId, parseSegmentId } from '../../server/core/segment.ts';
import { ids } from './entities.ts';

type Told = Partial<Omit<Claim, 'id' | 'date' | 'actors' | 'after' | 'before' | 'quantities'>> & {
  readonly date?: string;
  /** The last of them may be `…`: there were others. */
  readonly who?: readonly string[];
  readonly numbers?: readonly Quantity[];
  readonly after?: readonly string[];
  readonly before?: readonly string[];
};

/** A claim that `id` makes: it is the claim and the document too. */
export function claim(id: string, { date, who, numbers, after, before, ...rest }: Told = {}): Claim {
  const day = date === undefined ? undefined : parseEdtf(date);
  if (date !== undefined && day === undefined) throw new Error(`${date} is no date`);
  return {
    document: parseDocumentId(id),
    segment: parseSegmentId('s1'),
    language: 'zh',
    start: 0,
    quote: '<i>"\'&𠮷',
    says: { zh: '话', en: 'words' },
    ...rest,
    id,
    ...(day !== undefined && { date: day }),
    ...(who !== undefined && {
      actors: { who: ids(...who.filter((one) => one !== '…')), more: who.includes('…') },
    }),
    quantities: numbers ?? [],
    after: (after ?? []).map(parseEventId),
    before: (before ?? []).map(parseEventId),
  };
}

export function event(id: string, claims: readonly Claim[], rest: Partial<Omit<Event, 'id'>> = {}): Event {
  return { title: { zh: '事', en: 'Event' }, entities: [], lives: [], ...rest, claims, id: parseEventId(id) };
}
