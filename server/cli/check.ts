import { checkAll } from '../context.ts';
import type { Settings } from '../settings.ts';
import type { Arguments } from './arguments.ts';
import { showFindings } from './findings.ts';
import type { Terminal } from './terminal.ts';

/** `duidu check [--strict] [--quiet]`: 1 if there are errors, with `--strict` warnings too. */
export async function check(settings: Settings, { flags }: Arguments, terminal: Terminal): Promise<number> {
  const { findings, files } = await checkAll(settings);
  const shown = flags.has('quiet') ? findings.filter((finding) => finding.severity !== 'info') : findings;
  terminal.say(showFindings(shown, files));
  const isGrave = (severity: string): boolean =>
    severity === 'error' || (flags.has('strict') && severity === 'warning');
  return findings.some((finding) => isGrave(finding.severity)) ? 1 : 0;
}
