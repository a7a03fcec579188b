import type { Finding } from '../core/finding.ts';

/**
 * Findings as a person reads them: grouped by file, with line and column, and a line that counts them.
 *
 *     documents/oci/notes.yaml
 *       12:5  error    orphaned   note n3: “谷哥” does not stand in s12
 *     ✖ 1 error in 1 of 31 files
 */
export function showFindings(findings: readonly Finding[], files: number): string {
  const lines: string[] = [];
  const widest = findings.reduce((most, { rule }) => Math.max(most, rule.length), 0);
  let file = '';
  for (const { place, severity, rule, message } of findings) {
    if (place.file !== file) lines.push(visible(place.file));
    file = place.file;
    const at = `${place.line ?? 1}:${place.column ?? 1}`.padEnd(7);
    lines.push(`  ${at} ${severity.padEnd(8)} ${rule.padEnd(widest)}  ${visible(message)}`);
  }
  const concerned = new Set(findings.map((finding) => finding.place.file)).size;
  const count = (severity: Finding['severity'], name: string): string[] => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [`${number} ${name}${number === 1 || name === 'info' ? '' : 's'}`];
  };
  const counts = [...count('error', 'error'), ...count('warning', 'warning'), ...count('info', 'info')];
  const sign = counts.some((one) => /error|warning/.test(one)) ? '✖' : '✔';
  lines.push(
    counts.length === 0
      ? `✔ nothing found in ${files} files`
      : `${sign} ${counts.join(', ')} in ${concerned} of ${files} files`,
  );
  return `${lines.join('\n')}\n`;
}

/** Text of a file as a terminal may show it: control characters cannot move its cursor or colour it. */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '�');
}
