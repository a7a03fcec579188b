import type { Document } from 'yaml';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import type { Side } from '../core/anchor.ts';
import { DomainError } from '../core/refusal.ts';
import type { Moved } from '../core/resegment.ts';
import { movedAnchor } from '../core/resegment.ts';

/** A YAML file in which annotations are anchored. */
export interface Anchored {
  /** Its name in the corpus. */
  readonly name: string;
  readonly text: string;
  /** The document whose anchors are meant, where the file names one beside each. */
  readonly document: string | undefined;
}

/**
 * The text of a file with its anchors where they stand now; only segments and starts are changed, everything else stays to the letter. Undefined if none is moved.
 * @throws DomainError `conflict` if a quote goes across a cut, which names the place, or the file does not parse.
 */
export function moveAnchors({ name, text, document }: Anchored, moves: readonly Moved[]): string | undefined {
  const parsed = parseDocument(text, { schema: 'failsafe' });
  if (parsed.errors.length > 0)
    throw new DomainError('conflict', `${name} has faults; run duidu check and mend it first`);
  const edits: { start: number; end: number; text: string }[] = [];
  const replace = (range: readonly number[] | null | undefined, now: string): void => {
    if (range) edits.push({ start: range[0] ?? 0, end: range[1] ?? 0, text: now });
  };
  visit(parsed, {
    Map: (_, map) => {
      const segment = map.get('segment', true);
      const quote = map.get('quote');
      if (!isScalar(segment) || typeof quote !== 'string') return;
      if (document !== undefined && map.get('document') !== document) return;
      const start = map.get('start', true);
      const at = Number(isScalar(start) ? start.value : Number.NaN);
      const language: Side = map.get('language') === 'en' ? 'en' : 'zh';
      const moved = movedAnchor({ segment: String(segment.value), language, start: at, quote }, moves);
      if (moved === undefined) return;
      if (moved === 'cut')
        throw new DomainError(
          'conflict',
          `“${quote}” in ${name}:${lineOf(text, segment.range?.[0] ?? 0)} goes across the cut; shorten that quote first, or cut elsewhere`,
        );
      replace(segment.range, moved.segment);
      if (isScalar(start)) replace(start.range, String(moved.start));
    },
  });
  if (edits.length === 0) return undefined;
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), text);
}

/** Move glosses of former segments to new ones, at the place where the first of the former stood; or what else stands by segment id `under` a key. */
export function moveGlosses(
  text: string,
  former: readonly string[],
  now: readonly (readonly [string, string])[],
  under = 'glosses',
): string {
  const document: Document = parseDocument(text, { schema: 'failsafe' });
  const glosses = document.get(under, true);
  if (!isMap(glosses)) return text;
  const isFormer = (pair: { readonly key: unknown }): boolean =>
    former.includes(String(isScalar(pair.key) ? pair.key.value : pair.key));
  const at = glosses.items.findIndex(isFormer);
  const made = now.map(([id, gloss]) => document.createPair(id, gloss));
  const [first] = glosses.items.filter(isFormer);
  // A comment above the first stays above what took its place.
  if (isScalar(first?.key) && isScalar(made[0]?.key) && first.key.commentBefore)
    made[0].key.commentBefore = first.key.commentBefore;
  const rest = glosses.items.filter((pair) => !isFormer(pair));
  const before = glosses.items.slice(0, Math.max(0, at)).filter((pair) => !isFormer(pair)).length;
  glosses.items = [...rest.slice(0, before), ...made, ...rest.slice(before)] as typeof glosses.items;
  return document.toString({ lineWidth: 0 });
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
