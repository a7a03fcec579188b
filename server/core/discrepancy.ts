import { rangeOf } from './date.ts';
import type { EntityId } from './entity.ts';
import type { Chronicle, Claim, Event, EventId, Life, Quantity, State } from './event.ts';
import type { DocumentId } from './segment.ts';

/** Claims that cannot all be true, apart by what they say; the side that most claims are on comes first. */
export interface Discrepancy extends Life, Division {}

interface Division {
  readonly sides: readonly Side[];
  /** Those that each claim contradicts: of three sides, it may be one only. */
  readonly opponents: ReadonlyMap<Claim, readonly Claim[]>;
}

export interface Side {
  readonly claims: readonly Claim[];
}

/** Of an order, a claim may stand under the other event. */
interface Ordering {
  readonly document: DocumentId;
  readonly isStated: boolean;
  readonly claim: Claim;
}

/**
 * Everything in which the claims of each event contradict one another: dates of which no day is in both, actors of whom each claim names
 * another set, figures that differ, and an order of two events that one document states and another denies, in words or by its dates.
 * What somebody wrote of a discrepancy is its life; without one it is open.
 */
export function discrepanciesOf({ events, parties }: Chronicle): Map<EventId, Discrepancy[]> {
  const partyOf = new Map(
    parties.flatMap(([first, ...rest]) =>
      first === undefined ? [] : [first, ...rest].map((id) => [id, first] as const),
    ),
  );
  const found = new Map<EventId, Discrepancy[]>();
  const orders = ordersIn(events);
  for (const event of events) {
    const own = [
      ...datesIn(event),
      ...actorsIn(event, (id) => partyOf.get(id) ?? id),
      ...quantitiesIn(event),
      ...(orders.get(event.id) ?? []),
    ];
    found.set(event.id, own);
  }
  return found;
}

const OPEN: { readonly state: State } = { state: 'open' };

type LifeKey = Pick<Life, 'on' | 'what' | 'event'>;

function lifeOf(event: Event, key: LifeKey): Life {
  return writtenLife(event, key) ?? { ...key, ...OPEN };
}

function writtenLife({ lives }: Event, key: LifeKey): Life | undefined {
  return lives.find(
    ({ on, what, event: other }) => on === key.on && what === key.what && other === key.event,
  );
}

function datesIn(event: Event): Discrepancy[] {
  const dated = event.claims.filter(({ date }) => date !== undefined);
  const division = divisionOf(
    dated,
    ({ date: a }, { date: b }) => a === undefined || b === undefined || areOneTime(a, b),
  );
  return division.sides.length < 2 ? [] : [{ ...lifeOf(event, { on: 'date' }), ...division }];
}

function areOneTime(a: Parameters<typeof rangeOf>[0], b: Parameters<typeof rangeOf>[0]): boolean {
  const [one, other] = [rangeOf(a), rangeOf(b)];
  return one.from < other.to && other.from < one.to;
}

function actorsIn(event: Event, partyOf: (id: EntityId) => EntityId): Discrepancy[] {
  const told = event.claims.filter(({ actors }) => actors !== undefined && actors.who.length > 0);
  const whoOf = ({ actors }: Claim): Set<EntityId> => new Set(actors?.who.map(partyOf));
  // One that says “and others” may mean everybody whom the other names.
  const covers = (a: Claim, b: Claim): boolean => b.actors?.more === true && whoOf(b).isSubsetOf(whoOf(a));
  const areOne = (a: Claim, b: Claim): boolean => {
    const [one, other] = [whoOf(a), whoOf(b)];
    if (one.size === other.size && one.isSubsetOf(other)) return true;
    if (a.actors?.more === true && b.actors?.more === true) return !one.isDisjointFrom(other);
    return covers(a, b) || covers(b, a);
  };
  const division = divisionOf(told, areOne);
  return division.sides.length < 2 ? [] : [{ ...lifeOf(event, { on: 'actors' }), ...division }];
}

function quantitiesIn(event: Event): Discrepancy[] {
  const kinds = new Set(event.claims.flatMap(({ quantities }) => quantities.map(({ what }) => what)));
  return [...kinds].flatMap((what) => {
    const quantityOf = ({ quantities }: Claim): Quantity | undefined =>
      quantities.find((one) => one.what === what);
    const told = event.claims.filter((claim) => quantityOf(claim) !== undefined);
    const division = divisionOf(told, (a, b) => {
      const [one, other] = [quantityOf(a), quantityOf(b)];
      return one === undefined || other === undefined || one.unit !== other.unit || areOneFigure(one, other);
    });
    return division.sides.length < 2 ? [] : [{ ...lifeOf(event, { on: 'number', what }), ...division }];
  });
}

function areOneFigure(a: Quantity, b: Quantity): boolean {
  const [low, high] = [Math.max(lowest(a), lowest(b)), Math.min(highest(a), highest(b))];
  return low <= high;
}

// “About” is a tenth more or less.
function lowest({ value, bound }: Quantity): number {
  if (bound === 'at-most') return Number.NEGATIVE_INFINITY;
  return bound === 'about' ? value - Math.abs(value) / 10 : value;
}

function highest({ value, bound }: Quantity): number {
  if (bound === 'at-least') return Number.POSITIVE_INFINITY;
  return bound === 'about' ? value + Math.abs(value) / 10 : value;
}

/**
 * `claims` apart by what they say, without those that contradict nobody: less than two sides is no discrepancy. The claim that contradicts
 * the fewest others opens the first side.
 */
function divisionOf(claims: readonly Claim[], areOne: (a: Claim, b: Claim) => boolean): Division {
  const opponents = new Map(claims.map((claim) => [claim, claims.filter((other) => !areOne(claim, other))]));
  const opposition = (claim: Claim): number => opponents.get(claim)?.length ?? 0;
  const disputed = claims.filter((claim) => opposition(claim) > 0);
  const sides: Claim[][] = [];
  for (const claim of disputed.toSorted((a, b) => opposition(a) - opposition(b))) {
    const side = sides.find((members) => members.every((member) => areOne(member, claim)));
    if (side === undefined) sides.push([claim]);
    else side.push(claim);
  }
  sides.sort((a, b) => b.length - a.length);
  return { sides: sides.map((members) => ({ claims: members })), opponents };
}

/** Orders of two events of which one document states the contrary of another. They stand under both events. */
function ordersIn(events: readonly Event[]): Map<EventId, Discrepancy[]> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const found = new Map<EventId, Discrepancy[]>();
  const add = (event: Event, other: Event, division: Division): void => {
    // It may be written under either event.
    const life =
      writtenLife(event, { on: 'order', event: other.id }) ?? lifeOf(other, { on: 'order', event: event.id });
    found.set(event.id, [...(found.get(event.id) ?? []), { ...life, event: other.id, ...division }]);
  };
  for (const [first, second] of statedPairs(events, byId)) {
    const [earlier, later] = [orderings(first, second), orderings(second, first)];
    const isContested =
      [...earlier, ...later].some(({ isStated }) => isStated) && earlier.length > 0 && later.length > 0;
    if (!isContested) continue;
    const [forward = [], backward = []] = [earlier, later].map((side) => side.map(({ claim }) => claim));
    const sides = [{ claims: forward }, { claims: backward }];
    sides.sort((a, b) => b.claims.length - a.claims.length);
    const opponents = new Map([
      ...forward.map((claim) => [claim, backward] as const),
      ...backward.map((claim) => [claim, forward] as const),
    ]);
    add(first, second, { sides, opponents });
    add(second, first, { sides, opponents });
  }
  return found;
}

// Orders that follow from dates alone are told by the dates already.
function statedPairs(events: readonly Event[], byId: ReadonlyMap<EventId, Event>): [Event, Event][] {
  const pairs = new Map<string, [Event, Event]>();
  for (const event of events) {
    for (const id of event.claims.flatMap(({ after, before }) => [...after, ...before])) {
      const other = byId.get(id);
      if (other === undefined || other === event) continue;
      const [first, second] = event.id < other.id ? [event, other] : [other, event];
      pairs.set(`${first.id} ${second.id}`, [first, second]);
    }
  }
  return [...pairs.values()];
}

/** Claims by which `first` came before `second`: one of each document, stated ones before those that follow from dates. */
function orderings(first: Event, second: Event): Ordering[] {
  const stated = [
    ...first.claims.filter(({ before }) => before.includes(second.id)),
    ...second.claims.filter(({ after }) => after.includes(first.id)),
  ].map((claim) => ({ document: claim.document, isStated: true, claim }));
  const dated = second.claims.flatMap((claim) => {
    const { date, document } = claim;
    const isLater = first.claims.some(
      (one) =>
        one.document === document &&
        one.date !== undefined &&
        date !== undefined &&
        rangeOf(one.date).to <= rangeOf(date).from,
    );
    return isLater ? [{ document, isStated: false, claim }] : [];
  });
  const documents = new Set<DocumentId>();
  return [...stated, ...dated].filter(({ document }) => !documents.has(document) && documents.add(document));
}
