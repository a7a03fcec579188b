import { createHash } from 'node:crypto';
import type { Document } from '../../core/document.ts';
import type { Conversion } from '../../core/script.ts';
import { scriptOf } from '../../core/script.ts';
import { readerAddress } from '../address.ts';
import type { Vocable } from './vocabulary.ts';

/** In this order; the names are those of the fields that a note type may have. */
const COLUMNS = [
  'GUID',
  'Word',
  'Traditional',
  'Pinyin',
  'Sense',
  'Senses',
  'Sentence',
  'Gloss',
  'Source',
  'Tags',
] as const;

/**
 * Words as text that Anki imports, a note a line: fields apart by tabs, quoted as CSV quotes where a field holds a quotation mark. Anki reads the
 * headers from 2.1.55 on (in 2.1.54 if its new import is switched on); older ones take them for comments. A note keeps its id whatever else
 * changes in the text, so that a second import updates it and what was learnt stays.
 */
export function deckOf(
  document: Document,
  words: readonly Vocable[],
  origin: string,
  inTraditional: Conversion,
): string {
  const { id, title } = document;
  // A sentence is the example of several words.
  const converted = new Map<string, string>();
  const convert: Conversion = (text) => {
    const known = converted.get(text) ?? inTraditional(text);
    converted.set(text, known);
    return known;
  };
  const lines = words.map((one) =>
    [
      guidOf(id, one),
      one.word,
      scriptOf(document.language) === 'hant' ? one.word : traditionalOf(one, convert),
      one.pinyin,
      one.here?.en ?? '',
      sensesOf(one),
      one.example.zh ?? '',
      one.example.en ?? '',
      `${origin}${readerAddress(id)}#${one.example.id}`,
      `duidu ${id}`,
    ].map(field),
  );
  return [
    '#separator:tab',
    '#html:false',
    `#columns:${COLUMNS.join('\t')}`,
    '#guid column:1',
    `#tags column:${COLUMNS.length}`,
    `# ${oneLine(`${title.zh} / ${title.en}`)}`,
    '# Senses: CC-CEDICT, https://cc-cedict.org, CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/',
    ...lines.map((fields) => fields.join('\t')),
    '',
  ].join('\n');
}

// As its sentence has it: 只 is 隻 behind a number, and stays 只 elsewhere.
function traditionalOf({ word, example, start }: Vocable, inTraditional: Conversion): string {
  return inTraditional(example.zh ?? word).slice(start, start + word.length);
}

/** 16 hex digits, the same as long as the document, the word and its reading are. */
function guidOf(id: Document['id'], { word, pinyin }: Vocable): string {
  return createHash('sha256').update(`${id}\t${word}\t${pinyin}`).digest('hex').slice(0, 16);
}

// Another reading than the one here stands before its senses.
function sensesOf({ pinyin, senses, parts }: Vocable): string {
  if (senses.length === 0) return parts.map(({ text, en }) => `${text} ${en}`).join(' | ');
  return senses
    .map((sense) => {
      const isOther = sense.source === 'dictionary' && sense.pinyin !== pinyin;
      return `${isOther ? `[${sense.pinyin}] ` : ''}${sense.en.join('; ')}`;
    })
    .join(' | ');
}

function field(text: string): string {
  const line = oneLine(text);
  return line.includes('"') ? `"${line.replaceAll('"', '""')}"` : line;
}

// Whatever may end a line or a field, for whoever reads the file.
function oneLine(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .toWellFormed()
    .trim();
}
