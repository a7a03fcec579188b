import { ALIAS_KINDS, ENTITY_TYPES, RELATION_TYPES } from '../../core/entity.ts';
import type { Schema } from './schema.ts';
import { count, id, listOf, object, oneOf, ref, segmentId, span, text } from './schema.ts';

const language: Schema = { ...oneOf('zh', 'en'), description: 'The side of the segment.' };

const summary = {
  id,
  type: oneOf(...ENTITY_TYPES),
  name: ref('Bilingual'),
  aliases: listOf(ref('Alias')),
  description: ref('Bilingual'),
  counts: object({
    mentions: count('In both languages.'),
    times: count('In the Chinese, or where that is not at hand in the English.'),
    documents: count(),
    relations: count(),
  }),
};
const mayBeKnown = {
  from: text('EDTF.'),
  to: text('EDTF.'),
  homepage: { type: 'string', format: 'uri' },
  repository: { type: 'string', format: 'uri' },
  document: { ...id, description: 'The document that this publication is.' },
};

/** The shapes of entities and of what names them. */
export const ENTITY_SCHEMAS: Readonly<Record<string, Schema>> = {
  EntitySummary: object(summary, mayBeKnown),
  Entity: object(
    { ...summary, relations: listOf(ref('Relation')), mentions: listOf(ref('Quotation')) },
    mayBeKnown,
  ),
  Alias: object({
    form: text('As it is written in a text.'),
    language: oneOf('zh', 'en'),
    kind: oneOf(...ALIAS_KINDS),
  }),
  Relation: object({
    type: oneOf(...RELATION_TYPES),
    entity: { ...id, description: 'The other one: this entity was `created-by` it.' },
    evidence: { ...listOf(ref('Quotation')), description: 'Without that whose quote is gone.' },
  }),
  Quotation: object({ document: id, segment: segmentId, language, ...span, quote: text() }),
  Mention: object({ entity: id, ...span, quote: text('The form that stands there.') }),
};
