import { once } from 'node:events';
import { pino } from 'pino';
import { compose } from '../context.ts';
import type { Settings } from '../settings.ts';
import type { Arguments } from './arguments.ts';
import { visible } from './findings.ts';
import type { Terminal } from './terminal.ts';

/**
 * `duidu serve [--writable]`: serve until told to stop; `--writable`: texts can be imported by a page. The first line on stdout says where; all else that is logged goes to stderr, a JSON object a line.
 *
 * @throws DomainError if the corpus cannot be read, or the address not be listened on.
 */
export async function serve(settings: Settings, { flags }: Arguments, terminal: Terminal): Promise<number> {
  const log = pino({ name: 'duidu' }, pino.destination({ dest: 2, sync: true }));
  const { findings, listen } = await compose(settings, log, { isWritable: flags.has('writable') });
  for (const { severity, rule, place, message } of findings) {
    if (severity === 'info') continue;
    log.warn({ severity, rule, file: place.file, line: place.line, column: place.column }, visible(message));
  }
  const { url, stop } = await listen();
  terminal.say(`Duidu at ${url}\n`);
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await stop();
  return 0;
}
