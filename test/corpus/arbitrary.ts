import fc from 'fast-check';
import { parseSegmentId } from '../../server/core/segment.ts';

// What YAML and JSON might take for something else stands in every text.
const tricky = fc.constantFrom(
  'no',
  '2014',
  '1e3',
  '~',
  'null',
  '- a',
  'a: b',
  '#',
  '"',
  "'",
  '<i>&',
  '𠮷',
  '\u200f',
  ' 空 ',
  '多\n行',
  '{}',
  '*x',
  '!y',
  '%',
  '`',
  '|',
);
/** Any text that says something. */
export const text = fc
  .oneof(tricky, fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme', minLength: 1 }))
  .filter((one) => one.trim() !== '' && one.isWellFormed());
export const bilingual = fc.record({ zh: text, en: text });
export const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/).map(parseSegmentId);
