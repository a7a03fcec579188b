import type { Library } from '../../core/document.ts';
import type { Entity, EntityId, Evidence } from '../../core/entity.ts';
import { passageOf } from '../../core/evidence.ts';
import type { Survey } from '../../core/survey.ts';
import type { Locale } from '../locale.ts';
import type { EntityLink } from './name.ts';
import { linkTo } from './name.ts';
import type { PassageView } from './passage.ts';
import { passageView } from './passage.ts';

/** What is said of an entity and another one, by one phrase: `created by`. */
export interface Related {
  readonly phrase: string;
  readonly other: EntityId;
  readonly evidence: readonly Evidence[];
}

export interface RelationGroup {
  readonly phrase: string;
  readonly relations: readonly {
    readonly to: EntityLink;
    /** A passage that says so, null where none is left; and further ones. */
    readonly first: PassageView | null;
    readonly more: readonly PassageView[];
    readonly moreLabel: string;
  }[];
}

/** Its own relations and, turned round, those of others to it; what is said in both ways is said once. */
export function relatedTo(entity: Entity, { authority }: Library, { t }: Locale): Related[] {
  const found = new Map<string, Related>();
  const add = (phrase: string, other: EntityId, evidence: readonly Evidence[]): void => {
    const key = `${other} ${phrase}`;
    found.set(key, { phrase, other, evidence: [...(found.get(key)?.evidence ?? []), ...evidence] });
  };
  for (const { type, entity: object, evidence } of entity.relations)
    if (authority.entities.has(object)) add(t(`relation.${type}`), object, evidence);
  for (const other of authority.entities.values())
    for (const { type, entity: object, evidence } of other.relations)
      if (object === entity.id) add(t(`relation.turned.${type}`), other.id, evidence);
  return [...found.values()];
}

/** Relations by what they say, with the passages that say so. */
export function relationGroupsOf(
  entity: Entity,
  library: Library,
  survey: Survey,
  locale: Locale,
): RelationGroup[] {
  const { entities } = library.authority;
  const byPhrase = Map.groupBy(relatedTo(entity, library, locale), ({ phrase }) => phrase);
  return [...byPhrase].map(([phrase, own]) => ({
    phrase,
    relations: own.flatMap(({ other, evidence }) => {
      const to = entities.get(other);
      if (to === undefined) return [];
      const [first = null, ...more] = evidence.flatMap((one) => {
        const passage = passageOf(survey.find(one));
        return passage === undefined ? [] : [passageView(passage, one.language, locale)];
      });
      const moreLabel = locale.t('entity.more-passages', {
        count: more.length,
        number: locale.number(more.length),
      });
      return [{ to: linkTo(to, locale), first, more, moreLabel }];
    }),
  }));
}
