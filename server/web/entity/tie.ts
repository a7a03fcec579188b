import type { Appearances } from '../../core/company.ts';
import { companyOf } from '../../core/company.ts';
import type { Library } from '../../core/document.ts';
import type { EntityId, RelationType } from '../../core/entity.ts';
import type { Survey } from '../../core/survey.ts';

/** All that is between two entities. */
export interface Tie {
  readonly one: EntityId;
  readonly other: EntityId;
  /** Segments that name both. */
  readonly together: number;
  /** As `Companion.strength`; 0 where they appear together no more often than by chance. */
  readonly strength: number;
  readonly relations: readonly {
    readonly from: EntityId;
    readonly type: RelationType;
    readonly to: EntityId;
  }[];
}

/** What lies between any two entities of a library. */
export class Ties {
  readonly #appearances: Appearances;
  readonly #relations = new Map<string, Tie['relations'][number][]>();
  readonly #strengths = new Map<EntityId, ReadonlyMap<EntityId, number>>();

  constructor({ authority }: Library, { appearances }: Survey) {
    this.#appearances = appearances;
    for (const { id, relations } of authority.entities.values()) {
      for (const { type, entity } of relations) {
        if (entity === id || !authority.entities.has(entity)) continue;
        const key = keyOf(id, entity);
        this.#relations.set(key, [...(this.#relations.get(key) ?? []), { from: id, type, to: entity }]);
      }
    }
  }

  between(one: EntityId, other: EntityId): Tie {
    return {
      one,
      other,
      together: this.#together(one, other),
      strength: this.companions(one).get(other) ?? 0,
      relations: this.#relations.get(keyOf(one, other)) ?? [],
    };
  }

  /** Those that `entity` appears with more often than by chance, with the strength, the strongest first. */
  companions(entity: EntityId): ReadonlyMap<EntityId, number> {
    const known = this.#strengths.get(entity);
    if (known !== undefined) return known;
    const company = companyOf(entity, this.#appearances);
    const strengths = new Map(company.map(({ entity: other, strength }) => [other, strength]));
    this.#strengths.set(entity, strengths);
    return strengths;
  }

  #together(one: EntityId, other: EntityId): number {
    const { segments } = this.#appearances;
    const [own, others] = [segments.get(one), segments.get(other)];
    return own === undefined || others === undefined
      ? 0
      : [...own].filter((segment) => others.has(segment)).length;
  }

  /** Those that `entity` has a relation with, in either direction. */
  related(entity: EntityId): EntityId[] {
    const found = new Set<EntityId>();
    for (const own of this.#relations.values())
      for (const { from, to } of own)
        if (from === entity) found.add(to);
        else if (to === entity) found.add(from);
    return [...found];
  }
}

function keyOf(one: EntityId, other: EntityId): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
