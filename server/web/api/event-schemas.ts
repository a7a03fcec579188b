import { DISCREPANCY_KINDS, REASONS, STATES } from '../../core/event.ts';
import type { Schema } from './schema.ts';
import { id, listOf, object, oneOf, ref, segmentId, span, text, textOrNull } from './schema.ts';

/** The shapes of events and of what the texts say of them. */
export const EVENT_SCHEMAS: Readonly<Record<string, Schema>> = {
  Event: object({
    id,
    title: ref('Bilingual'),
    date: textOrNull('EDTF: our dating, or null.'),
    entities: { ...listOf(id), description: 'What it is about.' },
    claims: { ...listOf(ref('Claim')), description: 'Without those whose passage is gone.' },
    discrepancies: listOf(ref('Discrepancy')),
  }),
  Claim: object({
    id: { ...segmentId, description: 'Unique in its event.' },
    document: id,
    segment: segmentId,
    language: { ...oneOf('zh', 'en'), description: 'The side of the segment that it quotes.' },
    ...span,
    quote: text('What it rests on.'),
    date: textOrNull('EDTF: when it was by this passage, or null.'),
    actors: { ...listOf(id), description: 'Entities that do it by this passage.' },
    moreActors: { type: 'boolean', description: 'The passage says that there were others.' },
    numbers: listOf(ref('Quantity')),
    after: { ...listOf(id), description: 'Events that came earlier by its own words.' },
    before: { ...listOf(id), description: 'Events that came later by its own words.' },
    says: { ...ref('Bilingual'), description: 'What is claimed, in our words.' },
  }),
  Quantity: object(
    { what: text('What is counted.'), value: { type: 'number' }, unit: text('`USD`, `people` …') },
    { bound: oneOf('at-least', 'at-most', 'about') },
  ),
  Discrepancy: object(
    {
      on: oneOf(...DISCREPANCY_KINDS),
      state: oneOf(...STATES),
      sides: {
        ...listOf(listOf(object({ event: id, document: id, segment: segmentId, claim: segmentId }))),
        description: 'Claims apart by what they say. Of an order, a claim may be one about the other event.',
      },
    },
    {
      event: { ...id, description: 'Of an order: the other event.' },
      what: text('Of numbers: what is counted.'),
      reason: oneOf(...REASONS),
      note: ref('Bilingual'),
    },
  ),
};
