import { ENTITY_TYPES } from '../../core/entity.ts';
import { FAULT_CODES } from '../../core/query-fault.ts';
import { HIT_PLACES } from '../../core/search.ts';
import { SEGMENT_KINDS } from '../../core/segment.ts';
import type { Schema } from './schema.ts';
import {
  count,
  id,
  listOf,
  object,
  oneOf,
  ranges,
  ref,
  segmentId,
  span,
  text,
  textOrNull,
} from './schema.ts';

const facet = (value: Schema): Schema => listOf(object({ value, count: count() }));

/** The shapes of what is found, and of what is wrong in a query. */
export const SEARCH_SCHEMAS: Readonly<Record<string, Schema>> = {
  Findings: object(
    {
      query: text('As typed.'),
      total: count('Of all hits.'),
      entities: {
        ...listOf(ref('EntitySummary')),
        description: 'Those that go by the query, or a word of it.',
      },
      terms: { ...listOf(ref('Term')), description: 'Those that go by the query, or a word of it.' },
      facets: ref('Facets'),
      hits: listOf(ref('Hit')),
    },
    { correctedQuery: text('The query as it was looked for, where a word of it is a slip.') },
  ),
  Facets: {
    ...object({
      documents: facet(id),
      places: facet(oneOf(...HIT_PLACES)),
      kinds: facet(oneOf(...SEGMENT_KINDS)),
      entities: facet(id),
    }),
    description: 'What the whole result holds, the commonest first.',
  },
  Hit: object({
    document: id,
    segment: segmentId,
    score: { type: 'number', description: 'Greater is better; comparable within one answer only.' },
    in: listOf(oneOf(...HIT_PLACES)),
    zh: textOrNull('Null where the text is not at hand.'),
    en: textOrNull('The gloss, or null.'),
    highlights: object({ zh: ranges, en: ranges }),
  }),
  Suggestions: object({ items: listOf(ref('Suggestion')) }),
  Suggestion: object(
    {
      kind: oneOf('document', 'entity', 'term'),
      id,
      text: text('The title or the name that begins so.'),
      href: text('Its page.'),
    },
    { type: oneOf(...ENTITY_TYPES) },
  ),
  QueryFault: object(
    { code: oneOf(...FAULT_CODES), detail: text(), position: ref('Position') },
    { suggestion: text('The whole query, corrected.') },
  ),
  Position: { ...object(span), description: 'In the query as typed.' },
};
