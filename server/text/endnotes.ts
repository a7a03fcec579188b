import type { Line } from './lines.ts';

/** A reference to a note in a line: where it stands, and the label of the note. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

const BACK_LINK = /\s{0,9}↩\ufe0e?$/;
const REFERENCE = /\[\d{1,3}\]|［\d{1,3}］|〔\d{1,3}〕|[①-⑳]|[¹²³⁰⁴-⁹]{1,3}/gu;
const DEFINITION = /^(\[\d{1,3}\]|［\d{1,3}］|〔\d{1,3}〕|[①-⑳]|[¹²³⁰⁴-⁹]{1,3})[\s:：]*(?=\S)/u;
const NUMBERED = /^(\d{1,3})[.．、)）]\s*/;

/**
 * Labels of the notes at the foot of a text: lines that lead back (`↩`), and lines that begin with the mark, in brackets, circled or
 * raised, that stands in a line above. Bracketed ones beside such a line are notes, too.
 */
export function noteLabels(groups: readonly { readonly lines: readonly Line[] }[]): Set<string> {
  const labels = new Set<string>();
  const referred = new Set<string>();
  let inNotes = false;
  for (const { lines } of groups) {
    const first = lines[0]?.text ?? '';
    const definition = DEFINITION.exec(first);
    const label = definition === null ? '' : labelOf(definition[1] ?? '');
    if (hasBackLink(lines)) labels.add(labelOf(NUMBERED.exec(first)?.[1] ?? ''));
    else if (label !== '' && (referred.has(label) || (inNotes && /\d/.test(label)))) {
      labels.add(label);
      inNotes = true;
    } else inNotes = false;
    for (const line of lines) {
      for (const reference of line.text.matchAll(REFERENCE))
        if (refers(line.text, reference)) referred.add(labelOf(reference[0]));
    }
  }
  labels.delete('');
  return labels;
}

/** The note that a group of lines is, and how many characters of its first line are its mark; `undefined` if it is none. */
export function noteOf(
  lines: readonly Line[],
  labels: ReadonlySet<string>,
): { label: string; length: number } | undefined {
  const first = lines[0]?.text ?? '';
  const match = hasBackLink(lines) ? NUMBERED.exec(first) : DEFINITION.exec(first);
  if (match === null) return undefined;
  const label = labelOf(match[1] ?? '');
  return labels.has(label) ? { label, length: match[0].length } : undefined;
}

/** References to known notes in a line, in order. */
export function referencesIn(text: string, labels: ReadonlySet<string>): Reference[] {
  if (labels.size === 0) return [];
  return [...text.matchAll(REFERENCE)]
    .filter((match) => labels.has(labelOf(match[0])) && refers(text, match))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, label: labelOf(match[0]) }));
}

/** Length of a line without the sign that leads back to the reference. */
export function lengthWithoutBackLink(text: string): number {
  return text.replace(BACK_LINK, '').length;
}

function hasBackLink(lines: readonly Line[]): boolean {
  return BACK_LINK.test(lines.at(-1)?.text ?? '');
}

// Not at the start of a line; and a circled number before a word counts it, as in `①港务局；②气象台`.
function refers(text: string, match: RegExpMatchArray): boolean {
  const at = match.index ?? 0;
  return at > 0 && (!/[①-⑳]/.test(match[0]) || !/^[\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3)));
}

// `[1]` is the note 1; any other mark is a label as it is written, so that `[1]` and `¹` are two.
function labelOf(mark: string): string {
  return /^\[(\d+)\]$/.exec(mark)?.[1] ?? mark;
}
