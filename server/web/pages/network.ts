import type { EntityId } from '../../core/entity.ts';
import { entitiesAddress } from '../address.ts';
import type { EntityLink } from '../entity/name.ts';
import { linkTo } from '../entity/name.ts';
import { figuresOf, STRONG, tiesAmong } from '../entity/neighbours.ts';
import { pictureOf } from '../entity/picture.ts';
import type { Setting } from '../entity/setting.ts';
import type { Tie } from '../entity/tie.ts';
import type { NetworkView } from '../picture/network.ts';

/** Two entities, and all that is between them. */
export interface TieView {
  readonly one: EntityLink;
  readonly other: EntityLink;
  readonly relations: readonly string[];
  readonly together: string | null;
  readonly strength: string | null;
}

export interface NetworkPage {
  readonly listHref: string;
  readonly network: NetworkView;
  /** The same facts, the strongest first. */
  readonly ties: readonly TieView[];
}

const MOST_PAIRS = 40;

/** Who appears with whom in the library: the strongest pairs, and every relation between those who are in one. */
export function networkPage(setting: Setting): NetworkPage {
  const { library, locale } = setting;
  const { entities } = library.authority;
  const pairs = strongestPairs(setting);
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))];
  const ties = [...pairs, ...relationsAmong(ids, pairs, setting)].sort(
    (a, b) => b.strength - a.strength || b.together - a.together,
  );
  return {
    listHref: entitiesAddress(),
    network: pictureOf(ids, ties, setting, { title: locale.t('entities.network') }),
    ties: ties.flatMap((tie) => {
      const [one, other] = [entities.get(tie.one), entities.get(tie.other)];
      if (one === undefined || other === undefined) return [];
      return [
        { one: linkTo(one, locale), other: linkTo(other, locale), ...figuresOf(tie, tie.one, setting) },
      ];
    }),
  };
}

function strongestPairs({ library, ties }: Setting): Tie[] {
  return [...library.authority.entities.keys()]
    .flatMap((one) =>
      [...ties.companions(one)].flatMap(([other, strength]) =>
        one < other && strength > STRONG ? [ties.between(one, other)] : [],
      ),
    )
    .sort((a, b) => b.strength - a.strength || (a.one < b.one ? -1 : 1))
    .slice(0, MOST_PAIRS);
}

function relationsAmong(ids: readonly EntityId[], pairs: readonly Tie[], setting: Setting): Tie[] {
  const known = new Set(pairs.map(({ one, other }) => `${one} ${other}`));
  return tiesAmong(ids.toSorted(), setting).filter(
    ({ one, other, relations }) => relations.length > 0 && !known.has(`${one} ${other}`),
  );
}
