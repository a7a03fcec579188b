import type { Entity } from '../../core/entity.ts';
import { timesNamed } from '../../core/occurrence.ts';
import { entitiesAddress, networkAddress } from '../address.ts';
import type { Sort } from '../choices.ts';
import { SORTS } from '../choices.ts';
import type { NameView } from '../entity/name.ts';
import { linkTo, nameView } from '../entity/name.ts';
import type { Group, Orderable } from '../entity/order.ts';
import { groupsOf } from '../entity/order.ts';
import type { Setting } from '../entity/setting.ts';
import { inLanguage } from '../facts.ts';
import { figuresOf } from '../reading/card.ts';

export interface EntityEntry extends Orderable {
  /** `419` and `11`, and the same in words. */
  readonly times: string;
  readonly documents: string;
  readonly figures: string;
  readonly description: string;
  /** All that it is called besides, one form a line: what the filter looks through. */
  readonly forms: string;
}

export interface EntitiesPage {
  readonly sort: Sort;
  readonly sorts: readonly { readonly href: string; readonly label: string; readonly isCurrent: boolean }[];
  readonly networkHref: string;
  readonly total: string;
  readonly groups: readonly Group<EntityEntry>[];
  /** Letters that lead to their groups; empty in other orders. */
  readonly letters: readonly { readonly href: string; readonly label: NameView }[];
}

export function entitiesPage(setting: Setting, sort: Sort): EntitiesPage {
  const { library, locale } = setting;
  const { t, number } = locale;
  const entries = [...library.authority.entities.values()].map((entity) => entryOf(entity, setting));
  const groups = groupsOf(entries, sort, locale);
  return {
    sort,
    sorts: SORTS.map((one) => ({
      href: entitiesAddress(one),
      label: t(`entities.by-${one}`),
      isCurrent: one === sort,
    })),
    networkHref: networkAddress(),
    total: number(entries.length),
    groups,
    letters:
      sort === 'name'
        ? groups.map(({ id, title }) => ({ href: `#group_${id}`, label: nameView(title) }))
        : [],
  };
}

function entryOf(entity: Entity, { survey, locale }: Setting): EntityEntry {
  const { number } = locale;
  const occurrences = survey.occurrences.get(entity.id) ?? [];
  const named = {
    times: timesNamed(occurrences),
    documents: new Set(occurrences.map(({ document }) => document)).size,
  };
  return {
    ...linkTo(entity, locale),
    named,
    times: number(named.times),
    documents: number(named.documents),
    figures: figuresOf(named.times, named.documents, locale),
    description: inLanguage(entity.description, locale),
    forms: [...new Set(entity.aliases.map(({ form }) => form.replace(/\s+/g, ' ')))].join('\n'),
  };
}
