import type { EntityId } from '../../server/core/entity.ts';
import { parseEntityId } from '../../server/core/entity.ts';
import type { Linked } from '../../server/core/link.ts';
import type { Mention } from '../../server/core/mention.ts';

/** `由[Google|google]主导` as its text and the mentions in it; so that no test counts. */
export function marked(notation: string): { text: string; mentions: Mention[] } {
  const mentions: Mention[] = [];
  let text = '';
  for (const [piece, quote, entity] of notation.matchAll(/\[([^|\]]*)\|([^\]]*)\]|[^[]+/g)) {
    const start = text.length;
    text += quote ?? piece;
    if (quote !== undefined && entity !== undefined)
      mentions.push({ start, end: text.length, quote, entity: parseEntityId(entity) });
  }
  return { text, mentions };
}

/** The notation of a text and what stands in it; entities between which nothing decides are joined by `?`. */
export function show(text: string, { mentions, ambiguities }: Partial<Linked>): string {
  const named: { start: number; end: number; entities: readonly EntityId[] }[] = [
    ...(mentions ?? []).map(({ start, end, entity }) => ({ start, end, entities: [entity] })),
    ...(ambiguities ?? []),
  ];
  let shown = '';
  let last = 0;
  for (const { start, end, entities } of named.sort((a, b) => a.start - b.start)) {
    shown += `${text.slice(last, start)}[${text.slice(start, end)}|${entities.join('?')}]`;
    last = end;
  }
  return shown + text.slice(last);
}
