import { NOTE_KINDS } from '../../core/note.ts';
import { FAULT_CODES, QUERY_LIMITS } from '../../core/query-fault.ts';
import { REFUSALS } from '../../core/refusal.ts';
import { SEGMENT_KINDS } from '../../core/segment.ts';
import { ENTITY_SCHEMAS } from './entity-schemas.ts';
import { EVENT_SCHEMAS } from './event-schemas.ts';
import type { Schema } from './schema.ts';
import { count, id, listOf, object, oneOf, ref, segmentId, span, text, textOrNull } from './schema.ts';
import { SEARCH_SCHEMAS } from './search-schemas.ts';
import { TERM_SCHEMAS } from './term-schemas.ts';
import { WORD_SCHEMAS } from './word-schemas.ts';

const counts = object({
  segments: count('Segments that are not debris.'),
  glossable: count(),
  glossed: count(),
  notes: count(),
  characters: count('Han characters; estimated where the text is missing.'),
});

const summary = {
  id,
  title: ref('Bilingual'),
  language: text('BCP 47.'),
  about: ref('Bilingual'),
  provenance: ref('Provenance'),
  presence: {
    ...oneOf('present', 'changed', 'missing'),
    description: 'Whether the text is as it was imported, has changed since, or is not at hand.',
  },
  counts,
};
const mayBeKnown = { author: ref('Bilingual'), date: text('EDTF.') };

/** The shapes of all answers, as JSON Schema. */
export const SCHEMAS: Readonly<Record<string, Schema>> = {
  Bilingual: object({ zh: text(), en: text() }),
  Provenance: object(
    { source: ref('Bilingual'), licence: text('SPDX, or `none`.'), redistributable: { type: 'boolean' } },
    { url: { type: 'string', format: 'uri' } },
  ),
  Summary: object(summary, mayBeKnown),
  Document: object(
    {
      ...summary,
      segments: listOf(ref('Segment')),
      retired: {
        type: 'object',
        description: 'Ids that are no longer used, with their successors.',
        additionalProperties: listOf(segmentId),
      },
    },
    { ...mayBeKnown, study: ref('Study') },
  ),
  Study: object({ introduction: ref('Bilingual'), questions: listOf(ref('Bilingual')) }),
  Segment: object(
    {
      id: segmentId,
      block: text('Segments of one paragraph, item, table … share it.'),
      kind: oneOf(...SEGMENT_KINDS),
      level: count('Of headings 1 to 6, of items their depth from 1, otherwise 0.'),
      debris: {
        type: 'boolean',
        description: 'Page furniture and the like: kept, but not part of the text.',
      },
      zh: textOrNull('Null where the text is not at hand.'),
      en: textOrNull('The gloss, or null.'),
      status: oneOf('glossed', 'missing', 'stale'),
      marks: listOf(ref('Mark')),
      mentions: listOf(ref('Mention')),
      mentionsEn: listOf(ref('Mention')),
      notes: listOf(ref('Note')),
    },
    {
      confidence: {
        type: 'number',
        minimum: 0,
        maximum: 1,
        description: 'How sure an aligner is that `en` is the English of it; none where a person has looked.',
      },
      label: text('The ordinal of an item, or a footnote’s label.'),
      cell: object({ row: count(), column: count() }, { head: { const: true } }),
    },
  ),
  Mark: {
    description: 'Inline markup, over the text in `zh`.',
    oneOf: [
      object({ kind: oneOf('emphasis', 'strong', 'deleted', 'code'), ...span }),
      object({ kind: { const: 'link' }, ...span, href: { type: 'string', format: 'uri' } }),
      object({ kind: { const: 'footnote' }, ...span, target: text('A block.'), label: text() }),
    ],
  },
  Note: object({
    id: text('Unique in its document.'),
    language: { ...oneOf('zh', 'en'), description: 'The side that it is anchored on.' },
    ...span,
    quote: text(),
    kind: oneOf(...NOTE_KINDS),
    zh: text(),
    en: text(),
  }),
  ...ENTITY_SCHEMAS,
  ...EVENT_SCHEMAS,
  ...WORD_SCHEMAS,
  ...TERM_SCHEMAS,
  ...SEARCH_SCHEMAS,
  Problem: object(
    {
      type: text(),
      title: text(),
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: text(),
      code: oneOf(
        ...REFUSALS,
        'bug',
        ...FAULT_CODES,
        ...QUERY_LIMITS.map((limit) => `query-${limit}` as const),
      ),
    },
    {
      position: ref('Position'),
      suggestion: text('Of a query in which something is wrong: the whole of it, corrected.'),
      faults: {
        ...listOf(ref('QueryFault')),
        description: 'All that is wrong in a query; the first is above.',
      },
    },
  ),
};
