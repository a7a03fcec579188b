import type { Side } from './anchor.ts';
import type { Bilingual } from './bilingual.ts';
import type { Edtf } from './date.ts';
import { DomainError } from './refusal.ts';
import type { DocumentId, SegmentId } from './segment.ts';

export type EntityId = string & { readonly __brand: 'EntityId' };

export const ENTITY_TYPES = [
  'person',
  'organisation',
  'project',
  'product',
  'standard',
  'occasion',
  'publication',
  'technology',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const ALIAS_KINDS = [
  'official',
  'abbreviation',
  'former',
  'translation',
  'transliteration',
  'typo',
  'machine-translation',
  'variant',
] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];

export const RELATION_TYPES = [
  'founded-by',
  'created-by',
  'part-of',
  'donated-to',
  'acquired',
  'invested-in',
  'member-of',
  'formerly',
  'competes-with',
  'based-on',
  'announced-at',
  'works-for',
  'supports',
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** When a form that could be something else names its entity; all that is given must hold. */
export interface Rule {
  /** The document names one of these, under a form that needs no rule. */
  readonly with?: readonly EntityId[];
  /** One of these stands directly before the form. */
  readonly after?: readonly string[];
  /** One of these stands directly behind the form. */
  readonly before?: readonly string[];
}

/** How a name is told from what only looks like it. */
export interface Telling {
  /** It names the entity in this case only: `fig`, but not `FIG`. */
  readonly exact?: true;
  readonly when?: Rule;
  /** Longer words that hold the form and are something else: 所罗门群岛. */
  readonly unless?: readonly string[];
}

export interface Alias extends Telling {
  readonly form: string;
  readonly language: Side;
  readonly kind: AliasKind;
}

/** Where a document says something: `quote` at `start` of one side of a segment. */
export interface Evidence {
  readonly document: DocumentId;
  readonly segment: SegmentId;
  readonly language: Side;
  readonly start: number;
  readonly quote: string;
}

/** `subject type entity`, as in `kubernetes donated-to cncf`; it stands under its subject. */
export interface Relation {
  readonly type: RelationType;
  readonly entity: EntityId;
  readonly evidence: readonly Evidence[];
}

/** A person, organisation, project … with an id of ours and all its names. */
export interface Entity {
  readonly id: EntityId;
  readonly type: EntityType;
  /** The preferred name in each language; the same in both where nobody translates it. */
  readonly name: Bilingual & Telling;
  readonly aliases: readonly Alias[];
  /** One to three sentences. */
  readonly description: Bilingual;
  readonly from?: Edtf;
  readonly to?: Edtf;
  readonly homepage?: string;
  readonly repository?: string;
  /** Of a publication that is in the library. */
  readonly document?: DocumentId;
  readonly relations: readonly Relation[];
}

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;

export function isEntityId(text: string): text is EntityId {
  return ID.test(text);
}

/** @throws DomainError `not-found` if `text` cannot be the id of an entity. */
export function parseEntityId(text: string): EntityId {
  if (!isEntityId(text)) throw new DomainError('not-found', 'not an entity id');
  return text;
}

/** One way to name an entity; `kind` is `name` where it is the preferred one. */
export interface Form extends Telling {
  readonly entity: EntityId;
  readonly text: string;
  readonly language: Side;
  readonly kind: AliasKind | 'name';
}

/** Every form of an entity's name, the preferred ones first; one that is preferred in both languages once. */
export function formsOf({ id, name, aliases }: Entity): Form[] {
  const { zh, en, ...telling } = name;
  const preferred = (text: string, language: Side): Form => ({
    entity: id,
    text,
    language,
    kind: 'name',
    ...telling,
  });
  return [
    preferred(en, 'en'),
    ...(zh === en ? [] : [preferred(zh, 'zh')]),
    ...aliases.map(({ form, ...alias }): Form => ({ entity: id, text: form, ...alias })),
  ];
}
