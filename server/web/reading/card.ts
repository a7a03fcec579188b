import type { Document, Library } from '../../core/document.ts';
import type { Entity, EntityId, EntityType } from '../../core/entity.ts';
import type { Occurrence } from '../../core/occurrence.ts';
import { timesNamed } from '../../core/occurrence.ts';
import type { Survey } from '../../core/survey.ts';
import { entityAddress, readerAddress } from '../address.ts';
import { inLanguage } from '../facts.ts';
import type { Locale } from '../locale.ts';
import type { Scripts, Written } from './written.ts';
import { asWritten } from './written.ts';

export interface RelationView {
  /** `created by`, finished, in the UI's language. */
  readonly type: string;
  readonly name: string;
  readonly href: string;
}

/** An entity as a catalogue card shows it: the same for all its mentions on a page. */
export interface CardView {
  readonly id: EntityId;
  readonly href: string;
  readonly zh: string;
  readonly lang: Written['lang'];
  /** Null where the name is the same in both languages. */
  readonly en: string | null;
  readonly type: EntityType;
  readonly description: string;
  /** How often it is named, and in how many documents. */
  readonly figures: string;
  readonly documents: readonly { readonly title: string; readonly href: string }[];
  readonly relations: readonly RelationView[];
}

const STRONGEST = 3;
const DOCUMENTS = 3;

/** The cards of all entities that are named in a document, in the order of their first mentions. */
export function cardsOf(
  document: Document,
  library: Library,
  survey: Survey,
  locale: Locale,
  scripts: Scripts = asWritten,
): CardView[] {
  const named = new Set<EntityId>();
  for (const { names } of document.segments)
    for (const side of ['zh', 'en'] as const)
      for (const { entity } of names[side].mentions) named.add(entity);
  return [...named].flatMap((id) => {
    const entity = library.authority.entities.get(id);
    return entity === undefined ? [] : [cardOf(entity, library, survey, locale, document, scripts)];
  });
}

/** `here` is the document in which the card is shown. */
export function cardOf(
  entity: Entity,
  library: Library,
  survey: Survey,
  locale: Locale,
  here?: Document,
  scripts: Scripts = asWritten,
): CardView {
  const { id, type, name, description } = entity;
  // Names are data of ours.
  const { lang, show } = scripts('zh-Hans');
  const occurrences = survey.occurrences.get(id) ?? [];
  const documents = [...new Set(occurrences.map((one) => one.document))];
  const times = timesNamed(occurrences);
  return {
    id,
    href: entityAddress(id),
    zh: show(name.zh),
    lang,
    en: name.en === name.zh ? null : name.en,
    type,
    description: inLanguage(description, locale),
    figures: figuresOf(times, documents.length, locale),
    documents: documents
      .filter((one) => one !== here)
      .slice(0, DOCUMENTS)
      .map((one) => ({
        title: inLanguage(one.title, locale),
        href: readerAddress(one.id),
      })),
    relations: relationsOf(entity, library, locale).slice(0, STRONGEST),
  };
}

/** How often what has these occurrences is named. */
export function figuresIn(occurrences: readonly Occurrence[], locale: Locale): string {
  const documents = new Set(occurrences.map(({ document }) => document));
  return figuresOf(timesNamed(occurrences), documents.size, locale);
}

export function figuresOf(times: number, documents: number, { t, number }: Locale): string {
  return t('entity.named', {
    times: t('entity.times', { count: times, number: number(times) }),
    documents: t('entity.documents', { count: documents, number: number(documents) }),
  });
}

/** Its own relations and, turned round, those of others to it; those with the most evidence first. */
export function relationsOf(entity: Entity, { authority }: Library, locale: Locale): RelationView[] {
  const own = entity.relations.map(({ type, entity: object, evidence }) => ({
    type: locale.t(`relation.${type}`),
    other: object,
    weight: evidence.length,
  }));
  const turned = [...authority.entities.values()].flatMap((other) =>
    other.relations.flatMap(({ type, entity: object, evidence }) =>
      object === entity.id
        ? [{ type: locale.t(`relation.turned.${type}`), other: other.id, weight: evidence.length }]
        : [],
    ),
  );
  return [...own, ...turned]
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ type, other }) => {
      const name = authority.entities.get(other)?.name;
      return name === undefined ? [] : [{ type, name: inLanguage(name, locale), href: entityAddress(other) }];
    });
}
