import type { Discrepancy } from '../../core/discrepancy.ts';
import type { Claim, EventId, State } from '../../core/event.ts';
import { STATES } from '../../core/event.ts';
import type { ClaimAt } from '../../core/survey.ts';
import { eventAddress } from '../address.ts';
import { dateIn } from '../date.ts';
import { shortTitleOf } from '../facts.ts';
import type { Told } from '../history.ts';
import { seriesIn } from '../list.ts';
import { numbersOf } from '../reading/apparatus.ts';
import type { Setting } from './fact.ts';
import { letterIn, namesIn, titleIn } from './fact.ts';
import { figureIn, measureIn } from './figure.ts';

/** Something in which the texts contradict one another, and what became of it. */
export interface DifferenceView {
  /** `date`, `investment`, `order`. */
  readonly label: string;
  readonly state: State;
  /** Its life, in order, as far as it can go. */
  readonly steps: readonly {
    readonly label: string;
    readonly isCurrent: boolean;
  }[];
  readonly reason: string | null;
  readonly note: { readonly text: string; readonly other: string; readonly otherLanguage: string } | null;
  readonly sides: readonly SideView[];
}

export interface SideView {
  readonly letter: string;
  readonly says: string;
  readonly claims: readonly { readonly href: string; readonly title: string; readonly number: string }[];
}

export function differencesOf(told: Told, setting: Setting): DifferenceView[] {
  return told.discrepancies.map((discrepancy) => differenceView(discrepancy, told, setting));
}

/** What a discrepancy is about, in a word. */
export function labelOf(
  { on, what }: Pick<Discrepancy, 'on' | 'what'>,
  { locale }: Pick<Setting, 'locale'>,
): string {
  return what === undefined ? locale.t(`event.on.${on}`) : measureIn(locale, what);
}

function differenceView(discrepancy: Discrepancy, told: Told, setting: Setting): DifferenceView {
  const { state, reason, note, sides } = discrepancy;
  const { locale } = setting;
  const { t } = locale;
  return {
    label: labelOf(discrepancy, setting),
    state,
    steps: STATES.map((step) => ({
      label: t(`dispute.state-${step}`),
      isCurrent: step === state,
    })),
    reason: reason === undefined ? null : t(`event.reason.${reason}`),
    note:
      note === undefined
        ? null
        : locale.language === 'en'
          ? { text: note.en, other: note.zh, otherLanguage: 'zh-Hans' }
          : { text: note.zh, other: note.en, otherLanguage: 'en' },
    sides: sides.map(({ claims }, index) => ({
      letter: letterIn(locale, index),
      says: sayingOf(claims, discrepancy, told, setting),
      claims: claims.flatMap((claim) => referenceTo(claim, told, setting)),
    })),
  };
}

/** What all of a side say: each date, list of actors or figure once. */
function sayingOf(claims: readonly Claim[], discrepancy: Discrepancy, told: Told, setting: Setting): string {
  const said = claims.flatMap((claim) => saidBy(claim, discrepancy, told, setting));
  return seriesIn([...new Set(said)], setting.locale.language);
}

function saidBy(claim: Claim, { on, what, event }: Discrepancy, told: Told, setting: Setting): string[] {
  const { locale, history } = setting;
  const { date, actors, quantities } = claim;
  if (on === 'date') return date === undefined ? [] : [dateIn(locale, date)];
  if (on === 'actors') return actors === undefined ? [] : [namesIn(actors, setting)];
  if (on === 'number')
    return quantities.filter((one) => one.what === what).map((one) => figureIn(locale, one));
  const at = history.passages.get(claim);
  const first = at === undefined || event === undefined ? undefined : firstBy(at, told.event.id, event);
  const title = first === undefined ? undefined : titleIn(first, setting);
  return title === undefined ? [] : [locale.t('event.first', { title })];
}

/** Which of two events came first by a claim about one of them: a claim that does not state it says so by its date, which is later. */
function firstBy({ event, claim }: ClaimAt, one: EventId, other: EventId): EventId {
  const [own, rival] = event.id === one ? [one, other] : [other, one];
  return claim.before.includes(rival) ? own : rival;
}

/** Of an order, a claim may be one about the other event, and stand on its page. */
function referenceTo(claim: Claim, told: Told, { history, locale }: Setting): SideView['claims'] {
  const at = history.passages.get(claim);
  if (at === undefined) return [];
  const { document, segment } = at.passage;
  const page = at.event === told.event ? '' : eventAddress(at.event.id);
  return [
    {
      href: `${page}#claim_${claim.id}`,
      title: shortTitleOf(document, locale),
      number: numbersOf(document.segments).get(segment.id) ?? '',
    },
  ];
}
