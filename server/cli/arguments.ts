import { parseArgs } from 'node:util';
import { DomainError } from '../core/refusal.ts';

export interface Arguments {
  readonly words: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

export interface Usage {
  /** As in `FILE [--id ID]`. */
  readonly shape: string;
  readonly does: string;
  readonly words: readonly [least: number, most: number];
  readonly flags?: readonly string[];
  readonly values?: readonly string[];
}

/** A command line that does not fit its command; the exit code is 2. */
export class Misuse extends DomainError {
  constructor(detail: string) {
    super('invalid', detail);
  }
}

/** @throws Misuse if the words of a command line do not fit what the command takes. */
export function readArguments(argv: readonly string[], usage: Usage): Arguments {
  const options = Object.fromEntries([
    ...(usage.flags ?? []).map((name) => [name, { type: 'boolean' as const }]),
    ...(usage.values ?? []).map((name) => [name, { type: 'string' as const }]),
  ]);
  const parsed = parse(argv, options);
  const [least, most] = usage.words;
  if (parsed.positionals.length < least || parsed.positionals.length > most)
    throw new Misuse(`it takes ${usage.shape || 'nothing'}`);
  const given = Object.entries(parsed.values);
  return {
    words: parsed.positionals,
    flags: new Set(given.filter(([, value]) => value === true).map(([name]) => name)),
    values: new Map(
      given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
    ),
  };
}

function parse(
  argv: readonly string[],
  options: Record<string, { type: 'boolean' | 'string' }>,
): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Misuse(
      error instanceof Error ? (error.message.split(/\.\s/, 1)[0] ?? '') : 'the options do not fit',
    );
  }
}
