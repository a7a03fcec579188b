import type { Library } from '../core/document.ts';
import { formsOf } from '../core/entity.ts';
import { withoutTones } from '../core/pinyin.ts';
import type { Suggestion } from '../core/search.ts';
import type { Index } from './open-index.ts';

interface Entry {
  readonly normal: string;
  /** Where in it one may begin to type. */
  readonly starts: Uint16Array;
  readonly suggestion: Suggestion;
  /** How many units name it. */
  readonly weight: number;
}

/** Nobody looks for the end of a title of a hundred characters. */
const MOST_STARTS = 40;

/** Names, terms and titles that begin like what is typed, or have a word that does; made once. */
export function suggester(
  index: Index,
  { authority: { entities }, documents, terms }: Pick<Library, 'authority' | 'documents' | 'terms'>,
): (typed: string, limit: number) => Suggestion[] {
  const entries: Entry[] = [];
  for (const entity of entities.values()) {
    for (const { text } of formsOf(entity)) {
      const suggestion = { kind: 'entity' as const, id: entity.id, text, type: entity.type };
      entries.push({
        ...keysOf(index.normal(text)),
        suggestion,
        weight: index.named.of.get(entity.id)?.units.length ?? 0,
      });
    }
  }
  for (const { id, zh, en, pinyin } of terms)
    for (const text of new Set([zh, en, withoutTones(pinyin)]))
      entries.push({ ...keysOf(index.normal(text)), suggestion: { kind: 'term', id, text: zh }, weight: 1 });
  for (const { id, title } of documents)
    for (const text of new Set([title.zh, title.en]))
      entries.push({
        ...keysOf(index.normal(text)),
        suggestion: { kind: 'document', id, text },
        weight: 1,
      });
  return (typed, limit) => {
    const sought = index.normal(typed).trim();
    if (sought === '') return [];
    const ranked = entries
      .flatMap((entry) => {
        const { normal, starts } = entry;
        const start = starts.find((at) => normal.startsWith(sought, at));
        return start === undefined ? [] : [{ entry, rank: Math.sign(start) - (normal === sought ? 1 : 0) }];
      })
      .sort((a, b) => a.rank - b.rank || b.entry.weight - a.entry.weight);
    const seen = new Set<string>();
    return ranked
      .map(({ entry }) => entry.suggestion)
      .filter(({ kind, id }) => !seen.has(`${kind} ${id}`) && seen.add(`${kind} ${id}`))
      .slice(0, limit);
  };
}

/** The whole, and from each word on; of Han, from each character on. */
function keysOf(normal: string): Pick<Entry, 'normal' | 'starts'> {
  const starts = [0];
  for (let at = 1; at < normal.length && starts.length < MOST_STARTS; at += 1) {
    const [before, here] = [normal[at - 1] ?? '', normal[at] ?? ''];
    if (here > '\u2e80' || (/[a-z0-9]/.test(here) && !/[a-z0-9]/.test(before))) starts.push(at);
  }
  return { normal, starts: Uint16Array.from(starts) };
}
