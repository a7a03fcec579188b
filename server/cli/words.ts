import { openWords } from '../context.ts';
import type { Library } from '../core/document.ts';
import { DomainError } from '../core/refusal.ts';
import type { DocumentId } from '../core/segment.ts';
import { parseDocumentId } from '../core/segment.ts';
import type { GlossedWord, Lexicon, Manner, Word } from '../core/word.ts';
import type { Settings } from '../settings.ts';
import type { Arguments } from './arguments.ts';
import { Misuse } from './arguments.ts';
import { visible } from './findings.ts';
import type { Terminal } from './terminal.ts';
import { readBytes } from './text-file.ts';

/**
 * `duidu words FILE`: the words of a text, each with its pinyin and first sense; `-` reads what is piped in.
 * `--plain`: for each line of the text a line of words, with single spaces between; joined, they are the line without its spaces.
 * `--changes`: only what corrections change, before and after.
 * `--document ID`: with that document's corrections; without FILE, of its own text.
 */
export async function words(
  settings: Settings,
  { words: given, flags, values }: Arguments,
  terminal: Terminal,
): Promise<number> {
  const [file] = given;
  const asked = values.get('document');
  if (file === undefined && asked === undefined) throw new Misuse('say which FILE, or which --document');
  if (flags.has('plain') && flags.has('changes')) throw new Misuse('it is --plain or --changes, not both');
  const document = asked === undefined ? undefined : parseDocumentId(asked);
  // What cannot be read is told before half a second has gone.
  const text = file === undefined ? undefined : await textOf(file);
  const { library, lexicon } = await openWords(settings);
  const lines = linesOf(text, document, library);
  const manner: Manner = { spoken: flags.has('spoken'), ...(document !== undefined && { document }) };
  const show = flags.has('plain') ? plain : flags.has('changes') ? changes : table;
  for (const [index, line] of lines.entries()) terminal.say(show(line, index + 1, lexicon, manner));
  return 0;
}

/** @throws DomainError `not-found` if there is no such document, `invalid` if its text is not at hand. */
function linesOf(text: string | undefined, id: DocumentId | undefined, library: Library): string[] {
  const document = library.documents.find((one) => one.id === id);
  if (id !== undefined && document === undefined) throw new DomainError('not-found', `no document ${id}`);
  if (text !== undefined) return text.replace(/\r?\n$/, '').split(/\r?\n/);
  if (document?.presence === 'missing') throw new DomainError('invalid', `the text of ${id} is not at hand`);
  return (document?.segments ?? []).flatMap(({ zh, debris }) => (zh === null || debris ? [] : [zh]));
}

/** @throws DomainError `not-found` or `invalid` if `file` cannot be read, or is no UTF-8. */
async function textOf(file: string): Promise<string> {
  const bytes = await readBytes(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError('invalid', `${file === '-' ? 'what is piped in' : file} is no UTF-8`);
  }
}

// Not made visible as elsewhere: a program reads it, and no character may be missing.
function plain(line: string, _: number, lexicon: Lexicon, manner: Manner): string {
  return `${spaced(lexicon.cut(line, manner))}\n`;
}

function spaced(cut: readonly string[]): string {
  return cut.flatMap((word) => word.split(/\s+/).filter((piece) => piece !== '')).join(' ');
}

/** `12  - 红牌 罚 出局`, `12  + 红牌罚出局`, `12  还: hái → huán` */
function changes(line: string, number: number, lexicon: Lexicon, manner: Manner): string {
  const [before, after] = [lexicon.words(line, { ...manner, corrected: false }), lexicon.words(line, manner)];
  const lines: string[] = [];
  const [from, to] = [before, after].map((all) => spaced(all.map(({ text }) => text)));
  if (from !== to) lines.push(`- ${from}`, `+ ${to}`);
  const known = new Map(before.map((word) => [keyOf(word), word.pinyin]));
  for (const word of after) {
    const was = known.get(keyOf(word));
    if (was !== undefined && was !== word.pinyin) lines.push(`~ ${word.text}: ${was} → ${word.pinyin}`);
  }
  return lines.map((one) => `${String(number).padStart(4)}  ${visible(one)}\n`).join('');
}

function keyOf({ start, end }: Word): string {
  return `${start}-${end}`;
}

function table(line: string, _: number, lexicon: Lexicon, manner: Manner): string {
  const rows = lexicon.gloss(line, manner).filter(({ text }) => text.trim() !== '');
  return `${rows.map(rowOf).join('')}${rows.length === 0 ? '' : '\n'}`;
}

function rowOf({ text, pinyin, senses, parts }: GlossedWord): string {
  const first = senses[0]?.en[0];
  const pieces = parts.map((part) => part.text).join(' + ');
  const said =
    first ?? (pinyin === null ? '' : pieces === '' ? '(not known)' : `(not known as a whole: ${pieces})`);
  return `${`${padded(visible(text), 16)}${padded(pinyin ?? '', 20)}${visible(said)}`.trimEnd()}\n`;
}

// A character that is as wide as it is high takes two columns.
function padded(text: string, columns: number): string {
  const wide = text.match(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{RGI_Emoji}|[\u{20000}-\u{3fffd}]/gv,
  );
  const width = [...text.normalize('NFC')].length + (wide?.length ?? 0);
  return `${text}${' '.repeat(Math.max(1, columns - width))}`;
}
