import type { Library } from '../../core/document.ts';
import type { EntityId } from '../../core/entity.ts';
import { ENTITY_TYPES } from '../../core/entity.ts';
import { timesNamed } from '../../core/occurrence.ts';
import type { Survey } from '../../core/survey.ts';
import { entityAddress } from '../address.ts';
import { inLanguage } from '../facts.ts';
import type { Locale } from '../locale.ts';
import type { NetworkEdge, NetworkNode } from '../picture/graph.ts';
import type { NetworkView } from '../picture/network.ts';
import { networkOf } from '../picture/network.ts';
import type { Tie } from './tie.ts';

interface Frame {
  readonly title: string;
  readonly centre?: EntityId;
}

/** The entities and what is between them as a picture. */
export function pictureOf(
  ids: readonly EntityId[],
  ties: readonly Tie[],
  { library, survey, locale }: { library: Library; survey: Survey; locale: Locale },
  { title, centre }: Frame,
): NetworkView {
  const nodes = ids.flatMap((id): NetworkNode[] => {
    const entity = library.authority.entities.get(id);
    if (entity === undefined) return [];
    return [
      {
        id,
        label: inLanguage(entity.name, locale),
        href: entityAddress(id),
        kind: entity.type,
        weight: timesNamed(survey.occurrences.get(id) ?? []),
        isCentre: id === centre,
      },
    ];
  });
  return networkOf(
    nodes,
    ties.flatMap((tie) => edgesOf(tie, locale)),
    {
      id: 'network',
      title,
      width: 992,
      kinds: Object.fromEntries(ENTITY_TYPES.map((type) => [type, locale.t(`entity.type.${type}`)])),
    },
  );
}

function edgesOf({ one, other, strength, relations }: Tie, { t }: Locale): NetworkEdge[] {
  // A relation is drawn even where the texts do not name the two together.
  const weight = Math.max(strength, 1);
  return relations.length === 0
    ? [{ from: one, to: other, weight, isTyped: false }]
    : relations.map(({ from, type, to }) => ({
        from,
        to,
        weight,
        label: t(`relation.${type}`),
        isTyped: true,
      }));
}
