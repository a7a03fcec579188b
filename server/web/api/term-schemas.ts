import { DOMAINS, TERM_SOURCES, VARIANT_KINDS } from '../../core/term.ts';
import { RENDERING_KINDS } from '../../core/term-use.ts';
import type { Schema } from './schema.ts';
import { count, id, listOf, object, oneOf, ref, text, textOrNull } from './schema.ts';

/** The shapes of terms and of their renderings. */
export const TERM_SCHEMAS: Readonly<Record<string, Schema>> = {
  Term: object({
    id,
    zh: text('Terms in different senses may be written alike.'),
    variants: {
      ...listOf(object({ form: text(), kind: oneOf(...VARIANT_KINDS) })),
      description: 'Other Chinese forms.',
    },
    pinyin: text('With tone marks, words written together.'),
    en: text('The preferred rendering. `one’s` stands for any possessive, `…` for other words.'),
    admitted: listOf(text()),
    forbidden: listOf(text()),
    note: ref('Bilingual'),
    domain: oneOf(...DOMAINS),
    source: { ...oneOf(...TERM_SOURCES), description: 'Where the decision for a rendering comes from.' },
    count: count('Places in the Chinese.'),
    renderings: { ...listOf(ref('Rendering')), description: 'Of places that are glossed.' },
  }),
  Rendering: object({
    form: textOrNull(
      'As the termbase has it, however it is inflected in the gloss; null for none of its renderings.',
    ),
    kind: oneOf(...RENDERING_KINDS, 'none'),
    count: count(),
  }),
};
