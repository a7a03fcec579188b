import { stringify } from 'yaml';
import type { Finding } from '../core/finding.ts';
import type { ReadingFix, WordFixes } from '../core/word-fixes.ts';
import { NO_FIXES } from '../core/word-fixes.ts';
import { Cursor } from './cursor.ts';
import { filled } from './description.ts';
import type { Read } from './yaml.ts';
import { openYaml } from './yaml.ts';

/** Read `words.yaml`. A correction that is wrong in itself is left out, and is a finding. */
export function readWordFixes(file: string, text: string): Read<WordFixes> {
  const findings: Finding[] = [];
  const opened = openYaml(file, text);
  const root = Cursor.of(opened, findings);
  if (root.isAbsent || !root.isMap(['join', 'split', 'readings']))
    return { layer: NO_FIXES, findings, locate: opened.locate };
  const seen = new Set<string>();
  const join = root.list('join', (at) => once(at, joinAt(at), seen)).items;
  const split = root.list('split', (at) => once(at, splitAt(at), seen)).items;
  const { items: readings, locate } = root.list('readings', readingAt);
  return { layer: { join, split, readings }, findings, locate };
}

/** `words.yaml`, in the order given. */
export function writeWordFixes({ join, split, readings }: WordFixes): string {
  const written = {
    ...(join.length > 0 && { join }),
    ...(split.length > 0 && { split }),
    ...(readings.length > 0 && {
      readings: readings.map(({ word, pinyin, after, before }) => ({
        word,
        pinyin,
        ...(after !== undefined && { after }),
        ...(before !== undefined && { before }),
      })),
    }),
  };
  return stringify(written, { lineWidth: 0, schema: 'failsafe', aliasDuplicateObjects: false });
}

// What is corrected twice would follow one of them, and nobody sees which.
function once<Fix extends string | readonly string[]>(
  at: Cursor,
  fix: Fix | undefined,
  seen: Set<string>,
): Fix | undefined {
  if (fix === undefined) return undefined;
  const stretch = typeof fix === 'string' ? fix : fix.join('');
  if (seen.has(stretch)) return at.report('repeated-correction', `“${stretch}” is corrected above too`);
  seen.add(stretch);
  return fix;
}

function joinAt(at: Cursor): string | undefined {
  const word = wordAt(at);
  if (word === undefined || [...word].length > 1) return word;
  return at.report('no-correction', `“${word}” is one character, which is one word already`);
}

function splitAt(at: Cursor): string[] | undefined {
  if (!Array.isArray(at.value))
    return at.report('type', 'a split is the list of the words: [发展, 中, 国家]');
  const items = at.items();
  const words = items.flatMap((item) => wordAt(item) ?? []);
  if (words.length < items.length) return undefined;
  if (words.length > 1) return words;
  return at.report('no-correction', 'a split has two words at least; what is one word is a join');
}

function readingAt(at: Cursor): ReadingFix | undefined {
  if (!at.isMap(['word', 'pinyin', 'after', 'before'])) return undefined;
  const word = wordAt(at.at('word'));
  const pinyin = filled(at.at('pinyin'));
  const after = contextAt(at.at('after'));
  const before = contextAt(at.at('before'));
  if (word === undefined || pinyin === undefined || after === null || before === null) return undefined;
  if (!/\p{Script=Han}/u.test(word)) return at.at('word').report('no-correction', `“${word}” has no reading`);
  if (!PINYIN.test(pinyin.normalize('NFC')))
    return at.at('pinyin').report('bad-pinyin', `“${pinyin}” is no pinyin with tone marks, as in zhòngliàng`);
  return { word, pinyin, ...(after !== undefined && { after }), ...(before !== undefined && { before }) };
}

// Letters, with tone marks that are part of them; an apostrophe, a hyphen or a space between syllables.
const PINYIN = /^[a-zA-Züāáǎàēéěèêīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]+(?:[’' -][a-zA-Züāáǎàēéěèêīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]+)*$/;

/** What stands beside a word; undefined where nothing is asked, null where what is asked is wrong. */
function contextAt(at: Cursor): string[] | undefined | null {
  if (at.isAbsent) return undefined;
  const items = at.items();
  const texts = items.flatMap((item) => filled(item) ?? []);
  if (Array.isArray(at.value) && items.length === 0)
    at.report('empty-text', `“${at.path.at(-1)}” asks for nothing`);
  return texts.length === 0 || texts.length < items.length ? null : texts;
}

function wordAt(at: Cursor): string | undefined {
  const word = filled(at);
  if (word === undefined || !/\s/.test(word)) return word;
  return at.report('no-correction', `“${word}” has a space, which always stands between words`);
}
