import type { Authority } from '../core/authority.ts';
import type { Edtf } from '../core/date.ts';
import { rangeOf } from '../core/date.ts';
import type { EntityId } from '../core/entity.ts';
import { ENTITY_TYPES } from '../core/entity.ts';
import { entitiesNamed } from '../core/gazetteer.ts';
import type { Filter } from '../core/query.ts';
import type { Index } from './open-index.ts';

/** Whether a unit passes a filter; made once for a query. */
export type Pass = (unit: number) => boolean;

export function passOf(
  filter: Filter,
  index: Index,
  authority: Authority,
  datesOf: (unit: number) => readonly Edtf[],
): Pass {
  switch (filter.name) {
    case 'document':
      return documentPass(filter.value, index);
    case 'entity': {
      const named = new Set(
        entitiesMeant(filter.value, index, authority).flatMap((id) => [
          ...(index.named.of.get(id)?.units ?? []),
        ]),
      );
      return (unit) => named.has(unit);
    }
    case 'type':
      return typePass(filter.value, index, authority);
    case 'before': {
      const { from } = rangeOf(filter.date);
      return (unit) => datesOf(unit).some((date) => rangeOf(date).to <= from);
    }
    case 'after': {
      const { to } = rangeOf(filter.date);
      return (unit) => datesOf(unit).some((date) => rangeOf(date).from >= to);
    }
    case 'language':
      // Which side a match must be on is asked of matches, not of units.
      return () => true;
  }
}

/** Its id, the beginning of its id, or a part of its title. */
function documentPass(value: string, { units, normal }: Index): Pass {
  const sought = normal(value).trim();
  const documents = new Set(units.map(({ document }) => document));
  const wanted = new Set(
    [...documents].flatMap(({ id, title }) =>
      id === value ||
      id.startsWith(`${value}-`) ||
      normal(title.zh).includes(sought) ||
      normal(title.en).includes(sought)
        ? [id]
        : [],
    ),
  );
  return (unit) => {
    const id = units[unit]?.document.id;
    return id !== undefined && wanted.has(id);
  };
}

function entitiesMeant(value: string, { gazetteer }: Index, { entities }: Authority): EntityId[] {
  return entities.has(value as EntityId) ? [value as EntityId] : entitiesNamed(gazetteer, value);
}

/** A kind of segment, or a type of entity that the unit names. */
function typePass(value: string, { units }: Index, { entities }: Authority): Pass {
  const type = value.toLowerCase();
  if (ENTITY_TYPES.some((one) => one === type)) {
    return (unit) => {
      const names = units[unit]?.segment.names;
      return [...(names?.zh.mentions ?? []), ...(names?.en.mentions ?? [])].some(
        ({ entity }) => entities.get(entity)?.type === type,
      );
    };
  }
  if (type === 'note') return (unit) => (units[unit]?.segment.notes.length ?? 0) > 0;
  return (unit) => units[unit]?.segment.kind === type;
}
