import type { Pair, Scalar, YAMLMap } from 'yaml';
import { isMap, isScalar, parseDocument } from 'yaml';
import type { SegmentId } from '../core/segment.ts';

/**
 * A file of glosses with other ones for some segments; null takes one out. New ones stand where `order` has them; the rest stays, with its comments.
 * The file has no faults.
 */
export function reglossed(
  text: string,
  now: ReadonlyMap<SegmentId, string | null>,
  order: readonly SegmentId[],
): string {
  const document = parseDocument(text, { schema: 'failsafe' });
  if (!isMap(document.get('glosses', true))) document.set('glosses', document.createNode({}));
  const glosses = document.get('glosses', true) as YAMLMap;
  // `glosses: {}` of an import has nothing in it yet.
  glosses.flow = false;
  const places = new Map<string, number>(order.map((id, at) => [id, at]));
  for (const [id, en] of now) {
    const at = glosses.items.findIndex((pair) => keyOf(pair) === id);
    const pair = glosses.items[at];
    if (pair === undefined) {
      if (en !== null) insert(glosses, document.createPair(id, en), places);
    } else if (en === null) remove(glosses, at);
    else if (isScalar(pair.value)) pair.value.value = en;
    else pair.value = document.createNode(en);
  }
  return document.toString({ lineWidth: 0 });
}

function insert(glosses: YAMLMap, pair: Pair, places: ReadonlyMap<string, number>): void {
  const place = places.get(keyOf(pair)) ?? 0;
  const behind = glosses.items.findIndex((one) => (places.get(keyOf(one)) ?? -1) > place);
  glosses.items.splice(behind === -1 ? glosses.items.length : behind, 0, pair);
}

/** What a person wrote above it stays, above the next. */
function remove(glosses: YAMLMap, at: number): void {
  const [gone] = glosses.items.splice(at, 1);
  const comment = scalarOf(gone)?.commentBefore;
  const next = scalarOf(glosses.items[at]);
  if (comment == null) return;
  if (next !== undefined) next.commentBefore = [comment, next.commentBefore].filter(Boolean).join('\n');
  else glosses.comment = [comment, glosses.comment].filter(Boolean).join('\n');
}

function keyOf(pair: Pair): string {
  return String(scalarOf(pair)?.value ?? pair.key);
}

function scalarOf(pair: Pair | undefined): Scalar | undefined {
  return isScalar(pair?.key) ? pair.key : undefined;
}
