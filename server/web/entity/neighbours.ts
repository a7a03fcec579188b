import type { Entity, EntityId } from '../../core/entity.ts';
import type { NetworkView } from '../picture/network.ts';
import type { EntityLink } from './name.ts';
import { linkTo } from './name.ts';
import { pictureOf } from './picture.ts';
import type { Setting } from './setting.ts';
import type { Tie } from './tie.ts';

/** Another entity, and all that is between it and the one that the page is about. */
export interface NeighbourView {
  readonly to: EntityLink;
  /** `created by`, finished; empty where no relation is known. */
  readonly relations: readonly string[];
  /** Segments that name both; null for none. */
  readonly together: string | null;
  /** Null where they appear together no more often than by chance. */
  readonly strength: string | null;
  /** Of those in the picture, others that it is tied to, and how: `based on`, or `with`. */
  readonly also: readonly { readonly phrase: string; readonly to: EntityLink }[];
}

export interface Neighbourhood {
  readonly network: NetworkView;
  /** How many of the neighbours the picture shows; null if it shows all. */
  readonly shown: string | null;
  readonly neighbours: readonly NeighbourView[];
}

const IN_PICTURE = 14;
/** Chance explains a stronger one in fewer than one case in a thousand. */
export const STRONG = 10.83;
// A relation that somebody wrote down counts for as much as a company that is no chance.
const WORTH = 10;

/** Those that the entity has a relation with or appears with, the nearest first; null if there are none. */
export function neighbourhoodOf(entity: Entity, setting: Setting): Neighbourhood | null {
  const { library, ties, locale } = setting;
  const { id } = entity;
  const own = [...new Set([...ties.companions(id).keys(), ...ties.related(id)])]
    .map((other) => ties.between(id, other))
    .sort((a, b) => b.strength - a.strength || b.together - a.together || (a.other < b.other ? -1 : 1));
  if (own.length === 0) return null;
  const nearest = own.toSorted((a, b) => nearness(b) - nearness(a)).slice(0, IN_PICTURE);
  const shown = nearest.map(({ other }) => other);
  const among = tiesAmong(shown, setting);
  const title = locale.t('entity.network', { name: linkTo(entity, locale).name.text });
  const linksTo = (ids: readonly EntityId[]): EntityLink[] =>
    ids.flatMap((one) => {
      const other = library.authority.entities.get(one);
      return other === undefined ? [] : [linkTo(other, locale)];
    });
  return {
    network: pictureOf([id, ...shown], [...nearest, ...among], setting, {
      title,
      centre: id,
    }),
    shown: own.length > shown.length ? locale.number(shown.length) : null,
    neighbours: own.flatMap((tie) =>
      linksTo([tie.other]).map((to) => ({
        to,
        ...figuresOf(tie, id, setting),
        also: among.flatMap((tied) => {
          if (tied.one !== tie.other && tied.other !== tie.other) return [];
          const other = tied.one === tie.other ? tied.other : tied.one;
          const { relations } = figuresOf(tied, tie.other, setting);
          const phrase = relations.length === 0 ? locale.t('entity.with') : relations.join(' · ');
          return linksTo([other]).map((to) => ({ phrase, to }));
        }),
      })),
    ),
  };
}

function nearness({ strength, relations }: Tie): number {
  return strength + (relations.length > 0 ? WORTH : 0);
}

/** Ties between the entities that are relations or no chance. */
export function tiesAmong(ids: readonly EntityId[], { ties }: Pick<Setting, 'ties'>): Tie[] {
  return ids
    .flatMap((one, index) => ids.slice(index + 1).map((other) => ties.between(one, other)))
    .filter(({ strength, relations }) => strength > STRONG || relations.length > 0);
}

/** What is between two, as `id` sees it. */
export function figuresOf(
  { together, strength, relations }: Tie,
  id: EntityId,
  { locale: { t, number } }: Pick<Setting, 'locale'>,
): Pick<NeighbourView, 'relations' | 'together' | 'strength'> {
  const phrases = relations.map(({ from, type }) =>
    from === id ? t(`relation.${type}`) : t(`relation.turned.${type}`),
  );
  return {
    relations: [...new Set(phrases)],
    together: together === 0 ? null : number(together),
    strength: strength < 0.05 ? null : strength.toFixed(1),
  };
}
