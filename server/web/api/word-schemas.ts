import { SENSE_SOURCES } from '../../core/word.ts';
import type { Schema } from './schema.ts';
import { id, listOf, object, oneOf, ranges, ref, segmentId, span, text, textOrNull } from './schema.ts';

/** The shapes of words. */
export const WORD_SCHEMAS: Readonly<Record<string, Schema>> = {
  Words: object({
    words: { ...listOf(ref('Word')), description: 'Joined, their texts are the text that was asked about.' },
  }),
  Word: object(
    {
      text: text('A word, a sign, or spaces.'),
      ...span,
      pinyin: textOrNull('With tone marks, as it is read here; null for what holds no Han character.'),
      senses: {
        ...listOf(ref('WordSense')),
        description:
          'Of the termbase, of the entity that is named, and of each reading in the dictionary, the one here first. Empty where nobody knows the word.',
      },
    },
    {
      entity: { ...id, description: 'Whom the text names here; the word may be a piece of the name.' },
      term: id,
      parts: { ...listOf(ref('WordPart')), description: 'Of a word that nobody knows as a whole.' },
      here: {
        ...object({ en: text('At most some 18 characters.'), isFromGloss: { type: 'boolean' } }),
        description:
          'Of the words of a segment: the one sense that is told beneath it. `isFromGloss`: its English says so; else it is the usual one.',
      },
    },
  ),
  WordPart: object({ text: text(), senses: listOf(ref('WordSense')) }),
  WordSense: object(
    {
      source: oneOf(...SENSE_SOURCES),
      pinyin: text('With tone marks.'),
      en: { ...listOf(text()), description: '“variant of …” is followed by what that one means.' },
    },
    { simplified: text(), traditional: text(), measures: listOf(ref('MeasureWord')) },
  ),
  WordUse: object({
    document: id,
    segment: segmentId,
    title: object({ zh: text(), en: text() }),
    zh: textOrNull('The segment’s text.'),
    en: textOrNull('Its gloss.'),
    highlights: object({
      zh: { ...ranges, description: 'The places of the word.' },
      en: { ...ranges, description: 'What renders it; empty where that is open.' },
    }),
  }),
  MeasureWord: object({ simplified: text(), traditional: text(), pinyin: text() }),
};
