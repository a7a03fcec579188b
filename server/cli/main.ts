import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { DomainError } from '../core/refusal.ts';
import type { Settings } from '../settings.ts';
import { readSettings } from '../settings.ts';
import type { Arguments, Usage } from './arguments.ts';
import { Misuse, readArguments } from './arguments.ts';
import { visible } from './findings.ts';
import { beFrugal } from './frugal.ts';
import type { Terminal } from './terminal.ts';
import { standardTerminal } from './terminal.ts';

type Command = (settings: Settings, given: Arguments, terminal: Terminal) => Promise<number>;

// Each command is imported when it is asked for: a check needs no server.
const COMMANDS: Record<string, Usage & { readonly load: () => Promise<Command> }> = {
  serve: {
    shape: '[--writable]',
    does: 'read the library in a browser; --writable: texts can be imported there',
    words: [0, 0],
    flags: ['writable'],
    load: async () => (await import('./serve.ts')).serve,
  },
  check: {
    shape: '[--strict] [--quiet]',
    does: 'find what is wrong in the corpus',
    words: [0, 0],
    flags: ['strict', 'quiet'],
    load: async () => (await import('./check.ts')).check,
  },
  import: {
    shape:
      'FILE… [--id ID] [--title TITLE] [--title-en TITLE] [--translation FILE] [--format markdown|plain|html] [--encoding utf-8|utf-16le|utf-16be|gb18030|big5] [--outside] [--replace]',
    does: 'add texts, or bring changed ones up to date: Markdown, plain text, saved web pages, EPUB, DOCX; texts of at most 5 MB, other files of at most 32 MB',
    words: [1, 1000],
    flags: ['outside', 'replace'],
    values: ['id', 'title', 'title-en', 'translation', 'format', 'encoding'],
    load: async () => (await import('./import.ts')).importFiles,
  },
  align: {
    shape: 'ZH EN [--format tsv|json] [--lines] [--semicolons]',
    does: 'pair the sentences of a Chinese text with those of its English translation',
    words: [2, 2],
    flags: ['lines', 'semicolons'],
    values: ['format'],
    load: async () => (await import('./align.ts')).alignFiles,
  },
  ledger: {
    shape:
      'DOCUMENT [join SEGMENT [--space] | split SEGMENT OFFSET [--block] | class SEGMENT [--kind KIND] [--level N] [--block-id ID] [--debris|--text]]',
    does: 'list a document’s segments, or change them by hand',
    words: [1, 4],
    flags: ['space', 'block', 'debris', 'text'],
    values: ['kind', 'level', 'block-id'],
    load: async () => (await import('./ledger.ts')).ledger,
  },
  resegment: {
    shape: 'DOCUMENT split SEGMENT OFFSET [--block] [--gloss-at OFFSET] | DOCUMENT join SEGMENT [--space]',
    does: 'cut or join segments, with their glosses, notes, mentions, claims and evidence',
    words: [3, 4],
    flags: ['block', 'space'],
    values: ['gloss-at'],
    load: async () => (await import('./resegment.ts')).resegment,
  },
  link: {
    shape: '[--list] | DOCUMENT add|redirect|refuse SEGMENT QUOTE [ENTITY] [--en] [--start N]',
    does: 'find the names of the authority file in all texts, and say what changed; or decide whom a place names',
    words: [0, 5],
    flags: ['list', 'en'],
    values: ['start'],
    load: async () => (await import('./link.ts')).link,
  },
  words: {
    shape: 'FILE|- [--plain|--changes] [--document ID] [--spoken]',
    does: 'cut a Chinese text into words, with pinyin and senses; or show what corrections change',
    words: [0, 1],
    flags: ['plain', 'changes', 'spoken'],
    values: ['document'],
    load: async () => (await import('./words.ts')).words,
  },
};

/** Run a command line. @returns the exit code: 0 done, 1 errors found or refused, 2 misuse. */
export async function main(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
  terminal: Terminal = standardTerminal(),
): Promise<number> {
  const [name = '', ...rest] = argv;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const asksForHelp = name === '' || name === 'help' || name === '--help' || name === '-h';
    if (asksForHelp) terminal.say(help());
    else
      terminal.complain(
        `duidu: there is no command “${visible(name).slice(0, 40)}”; duidu help lists them\n`,
      );
    return asksForHelp && name !== '' ? 0 : 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.say(`duidu ${name} ${command.shape}\n${command.does}\n`);
    return 0;
  }
  try {
    // A server would answer an eighth fewer requests a second.
    if (name !== 'serve') beFrugal();
    const given = readArguments(rest, command);
    const settings = readSettings(env);
    // Commands are compiled once and kept; a folder that cannot be written only costs the time.
    enableCompileCache(join(settings.data, 'compiled'));
    return await (await command.load())(settings, given, terminal);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    terminal.complain(`duidu: ${visible(error.message)}\n`);
    return error instanceof Misuse ? 2 : 1;
  }
}

function help(): string {
  const lines = Object.entries(COMMANDS).map(
    ([name, { shape, does }]) => `  duidu ${name} ${shape}\n      ${does}\n`,
  );
  return `Duidu (对读) reads Chinese articles beside their English.\n\n${lines.join('')}`;
}
