import type { Authority } from '../../core/authority.ts';
import type { Discrepancy } from '../../core/discrepancy.ts';
import type { Actors, Claim, EventId } from '../../core/event.ts';
import { eventAddress } from '../address.ts';
import { dateIn } from '../date.ts';
import { inLanguage } from '../facts.ts';
import type { History, Told } from '../history.ts';
import { listIn, rowIn } from '../list.ts';
import type { Locale } from '../locale.ts';
import { figureIn, measureIn } from './figure.ts';

/** What the words for an event draw on. */
export interface Setting {
  readonly history: History;
  readonly authority: Authority;
  readonly locale: Locale;
}

/** One thing that a passage says, as it was read. */
export interface FactView {
  readonly column: 'date' | 'actors' | 'number' | 'order';
  /** `date`, `investment`. */
  readonly label: string;
  readonly text: string;
  /** Of an order, where the other event is told. */
  readonly href: string | null;
  /** The side of a discrepancy that it is on; null where nobody contradicts it. */
  readonly side: Side | null;
}

export interface Side {
  /** `A`, `B` … */
  readonly letter: string;
  /** More documents are on it than on any other. */
  readonly isMost: boolean;
}

/** What `claim` says of an event, with who contradicts it. */
export function factsOf(claim: Claim, { discrepancies }: Told, setting: Setting): FactView[] {
  const { locale } = setting;
  const { t } = locale;
  const sideOn = (one: (discrepancy: Discrepancy) => boolean): Side | null => {
    const found = discrepancies.find((discrepancy) => one(discrepancy) && isIn(claim, discrepancy));
    return found === undefined ? null : sideIn(claim, found, locale);
  };
  const { date, actors, quantities } = claim;
  return [
    ...(date === undefined
      ? []
      : [
          fact(
            'date',
            t('event.on.date'),
            dateIn(locale, date),
            sideOn(({ on }) => on === 'date'),
          ),
        ]),
    ...(actors === undefined || actors.who.length === 0
      ? []
      : [
          fact(
            'actors',
            t('event.on.actors'),
            namesIn(actors, setting),
            sideOn(({ on }) => on === 'actors'),
          ),
        ]),
    ...quantities.map((quantity) =>
      fact(
        'number',
        measureIn(locale, quantity.what),
        figureIn(locale, quantity),
        sideOn(({ on, what }) => on === 'number' && what === quantity.what),
      ),
    ),
    ...ordersOf(claim, discrepancies, setting),
  ];
}

function fact(column: FactView['column'], label: string, text: string, side: Side | null): FactView {
  return { column, label, text, href: null, side };
}

/** Before or after what it says the event was; what follows from dates alone is told where others contradict it. */
function ordersOf(claim: Claim, discrepancies: readonly Discrepancy[], setting: Setting): FactView[] {
  const { locale } = setting;
  const { t } = locale;
  const inOrder = (how: 'before' | 'after' | 'after-dated', id: EventId): FactView[] => {
    const title = titleIn(id, setting);
    if (title === undefined) return [];
    const discrepancy = discrepancies.find(({ on, event }) => on === 'order' && event === id);
    const side =
      discrepancy !== undefined && isIn(claim, discrepancy) ? sideIn(claim, discrepancy, locale) : null;
    const text = t(`event.${how}`, { title });
    return [{ column: 'order', label: t('event.on.order'), text, href: eventAddress(id), side }];
  };
  const stated = new Set([...claim.before, ...claim.after]);
  const dated = discrepancies.flatMap(({ on, event, sides }) =>
    on === 'order' && event !== undefined && !stated.has(event) && isIn(claim, { sides }) ? [event] : [],
  );
  return [
    ...claim.after.flatMap((id) => inOrder('after', id)),
    ...claim.before.flatMap((id) => inOrder('before', id)),
    ...dated.flatMap((id) => inOrder('after-dated', id)),
  ];
}

export function titleIn(id: EventId, { history, locale }: Setting): string | undefined {
  const told = history.byId.get(id);
  return told === undefined ? undefined : inLanguage(told.event.title, locale);
}

/** `A, B, and others`. */
export function namesIn({ who, more }: Actors, { authority, locale }: Setting): string {
  const names = who.map((id) => {
    const name = authority.entities.get(id)?.name;
    return name === undefined ? id : inLanguage(name, locale);
  });
  return more
    ? locale.t('event.and-others', { names: rowIn(names, locale.language) })
    : listIn(names, locale.language);
}

function isIn(claim: Claim, { sides }: Pick<Discrepancy, 'sides'>): boolean {
  return sides.some(({ claims }) => claims.includes(claim));
}

function sideIn(claim: Claim, { sides }: Discrepancy, locale: Locale): Side {
  const own = sides.findIndex(({ claims }) => claims.includes(claim));
  const documents = sides.map(({ claims }) => new Set(claims.map(({ document }) => document)).size);
  const isMost = documents.every((count, index) => index === own || count < (documents[own] ?? 0));
  return { letter: letterIn(locale, own), isMost };
}

/** The name of a side, counted from 0: `A`, `甲`. */
export function letterIn({ t, number }: Locale, index: number): string {
  return [...t('event.letters')][index] ?? number(index + 1);
}
