import type { Side } from '../../core/anchor.ts';
import type { Alias, Entity, EntityId, Relation } from '../../core/entity.ts';
import { passageOf } from '../../core/evidence.ts';
import { entitiesNamed } from '../../core/gazetteer.ts';
import { safeHref } from '../../core/href.ts';
import { timesNamed } from '../../core/occurrence.ts';
import type { DocumentId, SegmentId } from '../../core/segment.ts';
import type { Span } from '../../core/span.ts';
import { BadRequest } from '../bad-request.ts';
import type { House } from '../house.ts';
import type { Query } from '../query.ts';

const LONGEST = 200;

/** What lists say of an entity. The shape is public: fields may be added, not renamed. */
export interface EntitySummary
  extends Pick<
    Entity,
    'id' | 'type' | 'description' | 'from' | 'to' | 'homepage' | 'repository' | 'document'
  > {
  readonly name: { readonly zh: string; readonly en: string };
  readonly aliases: readonly Pick<Alias, 'form' | 'language' | 'kind'>[];
  readonly counts: {
    /** In both languages. */
    readonly mentions: number;
    /** In the Chinese, or where that is not at hand in the English. */
    readonly times: number;
    readonly documents: number;
    readonly relations: number;
  };
}

export interface FullEntity extends EntitySummary {
  readonly relations: readonly {
    readonly type: Relation['type'];
    readonly entity: EntityId;
    readonly evidence: readonly Quotation[];
  }[];
  readonly mentions: readonly Quotation[];
}

interface Quotation extends Span {
  readonly document: DocumentId;
  readonly segment: SegmentId;
  readonly language: Side;
  readonly quote: string;
}

/**
 * The name that is asked for, however it is written; undefined if none is.
 * @throws BadRequest if it is over 200 characters, or given more than once.
 */
export function nameIn(query: Query): string | undefined {
  const name = query.value('name');
  if (name !== undefined && name.length > LONGEST) throw new BadRequest('long-query', { limit: LONGEST });
  return name;
}

/** All entities, or those that may be meant by `name`. */
export function entityListing(
  house: House,
  name: string | undefined,
): { readonly total: number; readonly items: readonly EntitySummary[] } {
  const { entities, gazetteer } = house.library.authority;
  const found =
    name === undefined
      ? [...entities.values()]
      : entitiesNamed(gazetteer, name).flatMap((id) => entities.get(id) ?? []);
  return { total: found.length, items: found.map((entity) => entitySummaryOf(entity, house)) };
}

export function entitySummaryOf(entity: Entity, { library, survey, documents }: House): EntitySummary {
  const { id, type, name, aliases, description, from, to, document } = entity;
  const homepage = safeHref(entity.homepage ?? '');
  const repository = safeHref(entity.repository ?? '');
  const occurrences = survey.occurrences.get(id) ?? [];
  return {
    id,
    type,
    name: { zh: name.zh, en: name.en },
    aliases: aliases.map(({ form, language, kind }) => ({ form, language, kind })),
    description,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(homepage !== undefined && { homepage }),
    ...(repository !== undefined && { repository }),
    ...(document !== undefined && documents.has(document) && { document }),
    counts: {
      mentions: occurrences.length,
      times: timesNamed(occurrences),
      documents: new Set(occurrences.map((one) => one.document)).size,
      relations: entity.relations.filter((one) => library.authority.entities.has(one.entity)).length,
    },
  };
}

export function fullEntityOf(entity: Entity, house: House): FullEntity {
  const { library, survey } = house;
  return {
    ...entitySummaryOf(entity, house),
    relations: entity.relations
      .filter((relation) => library.authority.entities.has(relation.entity))
      .map(({ type, entity: object, evidence }) => ({
        type,
        entity: object,
        evidence: evidence.flatMap((one): Quotation[] => {
          const { start, quote, language } = one;
          const passage = passageOf(survey.find(one));
          if (passage === undefined) return [];
          // Where the text is not at hand, what was written down stands unverified.
          const span = passage.span ?? { start, end: start + quote.length };
          return [{ document: passage.document.id, segment: passage.segment.id, language, ...span, quote }];
        }),
      })),
    mentions: (survey.occurrences.get(entity.id) ?? []).map(({ mention, document, segment, language }) => ({
      document: document.id,
      segment: segment.id,
      language,
      start: mention.start,
      end: mention.end,
      quote: mention.quote,
    })),
  };
}
