import { extname } from 'node:path';
import type { Aligner, ParsableFormat } from '../aligning.ts';
import { openAligner } from '../aligning.ts';
import type { Bead } from '../core/bead.ts';
import { confidenceOf, MOST_ALIGNED, UNRELATED } from '../core/bead.ts';
import { DomainError } from '../core/refusal.ts';
import type { Settings } from '../settings.ts';
import type { Arguments } from './arguments.ts';
import { Misuse } from './arguments.ts';
import { visible } from './findings.ts';
import type { Terminal } from './terminal.ts';
import { readBytes } from './text-file.ts';

/** What is read of one file. */
const MOST_BYTES = 10_000_000;

/**
 * `duidu align ZH EN`: the sentences of a text beside those of its translation, as a table or as JSON; nothing is imported.
 * `--lines`: every line is a sentence as it stands, an empty one too, and JSON tells beads by the numbers of their lines, from 0.
 * `--semicolons`: a sentence ends at a semicolon, too.
 */
export async function alignFiles(
  settings: Settings,
  { words: [zhFile = '', enFile = ''], flags, values }: Arguments,
  terminal: Terminal,
): Promise<number> {
  const format = values.get('format') ?? 'tsv';
  if (format !== 'tsv' && format !== 'json') throw new Misuse('say --format tsv or --format json');
  if (zhFile === '-' && enFile === '-') throw new Misuse('only one of the texts can be piped in');
  const isByLine = flags.has('lines');
  if (isByLine && flags.has('semicolons')) throw new Misuse('with --lines the lines are not cut');
  // What cannot be read is told before anything is opened.
  const [zhBytes, enBytes] = [await readBytes(zhFile, MOST_BYTES), await readBytes(enFile, MOST_BYTES)];
  const aligner = await openAligner(settings);
  const [zh, en] = [decoded(zhBytes, zhFile, aligner, terminal), decoded(enBytes, enFile, aligner, terminal)];
  refuseOthers(zh, en, zhFile, enFile);
  const pairs = isByLine
    ? alignLines(aligner, bounded(linesOf(zh), zhFile), bounded(linesOf(en), enFile))
    : alignTexts(aligner, [zh, zhFile], [en, enFile], flags.has('semicolons'));
  terminal.say(format === 'tsv' ? pairs.map(rowOf).join('') : json(pairs, isByLine));
  const confidence = confidenceOf(pairs.map(({ bead }) => bead));
  if (confidence < UNRELATED)
    terminal.complain(
      visible(
        `duidu: ${enFile} hardly answers to ${zhFile} (confidence ${confidence.toFixed(2)} of 1): see that it is a translation of this text, and of all of it; little of this alignment can be trusted`,
      ).concat('\n'),
    );
  return 0;
}

interface Pair {
  readonly bead: Bead;
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

function alignLines(aligner: Aligner, zh: readonly string[], en: readonly string[]): Pair[] {
  const pick = (lines: readonly string[], at: readonly number[]): string[] =>
    at.map((one) => lines[one] ?? '');
  return aligner.lines(zh, en).map((bead) => ({ bead, zh: pick(zh, bead.zh), en: pick(en, bead.en) }));
}

type Named = readonly [source: string, file: string];

function alignTexts(aligner: Aligner, zh: Named, en: Named, atSemicolons: boolean): Pair[] {
  const [ours, theirs] = [zh, en].map(([source, file]) =>
    bounded(aligner.parse(source, formatOf(file), { atSemicolons }), file),
  );
  return aligner.drafts(ours ?? [], theirs ?? []).map((row) => ({
    bead: row.bead,
    zh: row.zh.map(({ text }) => text),
    en: row.en.map(({ text }) => text),
  }));
}

function formatOf(file: string): ParsableFormat {
  if (/^\.x?html?$/i.test(extname(file))) return 'html';
  return /^\.(?:md|markdown)$/i.test(extname(file)) ? 'markdown' : 'plain';
}

/** The last line need not be ended. */
function linesOf(text: string): string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}

/** The characters of a file, in the encoding that its bytes show; any but UTF-8 is told. @throws DomainError `invalid` for what is no text. */
function decoded(bytes: Uint8Array, file: string, { detect }: Aligner, terminal: Terminal): string {
  if (bytes.length === 0) throw new DomainError('invalid', `${file} is empty; give a text`);
  const told = detect(bytes);
  if (told.kind !== 'detected')
    throw new DomainError(
      'invalid',
      `the bytes of ${file} do not show its encoding; save it as UTF-8, as with iconv -f GB18030 -t UTF-8`,
    );
  if (told.source.includes('\0'))
    throw new DomainError('invalid', `${file} is no text (it has NUL characters); save it as UTF-8 text`);
  if (told.encoding !== 'utf-8') terminal.complain(`duidu: ${visible(file)} is read as ${told.encoding}\n`);
  return told.source;
}

/** @throws DomainError `invalid` if there is nothing to compare. */
function refuseOthers(zh: string, en: string, zhFile: string, enFile: string): void {
  if (!/\p{Script=Han}/u.test(zh))
    throw new DomainError(
      'invalid',
      `${zhFile} has no Chinese; give the Chinese text first, then its English`,
    );
  if (!/\p{Script=Latin}/u.test(en))
    throw new DomainError(
      'invalid',
      `${enFile} has no English; give the Chinese text first, then its English`,
    );
}

/** @throws DomainError `invalid` if there are too many. */
function bounded<Item>(sentences: readonly Item[], file: string): readonly Item[] {
  if (sentences.length <= MOST_ALIGNED) return sentences;
  const [has, most] = [sentences.length, MOST_ALIGNED].map((count) => count.toLocaleString('en'));
  throw new DomainError(
    'invalid',
    `${file} has ${has} sentences, and at most ${most} are aligned at once; align it in parts, chapter by chapter`,
  );
}

/** Chinese, English, score: sentences of a side joined, and no tab or line break within. */
function rowOf({ bead, zh, en }: Pair): string {
  return `${[flat(zh, ''), flat(en, ' '), bead.score.toFixed(2)].join('\t')}\n`;
}

function flat(sentences: readonly string[], joiner: string): string {
  return visible(sentences.map((one) => one.replace(/\s+/g, ' ').trim()).join(joiner));
}

/** An array with a line for each bead. */
function json(pairs: readonly Pair[], isByLine: boolean): string {
  const beads = pairs.map(({ bead, zh, en }) =>
    JSON.stringify(isByLine ? bead : { zh, en, score: bead.score }),
  );
  return `[\n${beads.map((bead) => `  ${bead}`).join(',\n')}\n]\n`;
}
