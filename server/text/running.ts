import { isFurniture } from './debris.ts';
import type { Line } from './lines.ts';
import { bulletOf } from './ordinal.ts';

// A line that comes back this often may be a running title.
const OFTEN = 3;
const WIDEST = 60;
// A speaker's name comes back, too: two or three Han.
const NARROWEST = 7;
const SENTENCE = /[，。；！？,;!?…]|[:：]$/;

interface Candidate {
  count: number;
  readonly first: number;
  last: number;
  /** Every time it stood at the head of its lines. */
  isHead: boolean;
}

/**
 * The titles that a deck or a book repeats on its pages: lines that come back, each in a stretch of the text of its own. What comes back
 * in turn with another line is a speaker; in a text without sentences, unless it always stands first, it is a refrain.
 */
export function runningTitles(
  groups: readonly { readonly lines: readonly Line[]; readonly isFirst: boolean }[],
): Set<string> {
  const candidates = new Map<string, Candidate>();
  let sentences = 0;
  for (const [index, { lines, isFirst }] of groups.entries()) {
    const [line] = lines;
    if (line === undefined) continue;
    if (/[。！？]/.test(lines.at(-1)?.text ?? '')) sentences += 1;
    if (lines.length > 1 || line.width > WIDEST || line.width < NARROWEST || SENTENCE.test(line.text))
      continue;
    if (bulletOf(line.text) > 0 || isFurniture(line.text)) continue;
    const known = candidates.get(line.text) ?? { count: 0, first: index, last: index, isHead: true };
    candidates.set(
      line.text,
      Object.assign(known, { count: known.count + 1, last: index, isHead: known.isHead && isFirst }),
    );
  }
  const isProse = sentences * 5 >= groups.length;
  const often = [...candidates].filter(([, { count, isHead }]) => count >= OFTEN && (isProse || isHead));
  // Both in order of their first line: each must end before the next begins.
  const alone = often.filter(([, one], index) => {
    const [before, after] = [often[index - 1]?.[1], often[index + 1]?.[1]];
    return (
      (before === undefined || before.last < one.first) && (after === undefined || one.last < after.first)
    );
  });
  return new Set(alone.map(([text]) => text));
}
