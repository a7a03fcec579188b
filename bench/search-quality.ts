import { parseQuery } from '../server/core/query.ts';
import type { Search } from '../server/core/search.ts';
import { isFunctionWord } from '../server/search/question.ts';
import { hanRuns } from '../server/search/token.ts';
import { searchInCorpus } from '../test/search/corpus.ts';
import { judgedFor, meansOf, reciprocalRank } from '../test/search/judged.ts';
import { chance, pick } from './chance.ts';
import type { Figure } from './figure.ts';
import { atLeast, plain } from './figure.ts';

const KNOWN_ITEMS = 500;

/**
 * The budget is held against answers as they were first judged. How good the first ten hits are (mean reciprocal rank): of queries that somebody judged, and of known items, which nobody need judge: words of one side of a
 * pair must find the pair.
 */
export async function measureSearchQuality(): Promise<Figure[]> {
  const { library, search } = await searchInCorpus();
  const judged = judgedFor(library);
  const means = meansOf(judged.map((one) => [one.kind, reciprocalRank(one, search, library)]));
  const wide = judged.map((one) => ({ ...one, answers: one.widened }));
  const widened =
    meansOf(wide.map((one) => [one.kind, reciprocalRank(one, search, library)])).get('all') ?? 0;
  const own = [...means].filter(([kind]) => kind !== 'all');
  const pairs = library.documents.flatMap(({ id, segments }) =>
    segments.flatMap(({ id: segment, zh, en, debris }) =>
      debris || zh === null || en === null ? [] : [{ place: `${id}:${segment}`, zh, en }],
    ),
  );
  const texts = pairs.map(({ zh, en }) => `${zh}\n${en}`);
  const item = (what: string, queryOf: (pair: Pair, random: () => number) => string | undefined): Figure =>
    plain(`… ${what} → the pair`, meanOf(search, knownItems(pairs, texts, queryOf)), '');
  return [
    atLeast(
      `search: mean reciprocal rank of ${judged.length} judged queries`,
      means.get('all') ?? 0,
      0.95,
      '',
    ),
    plain('… with answers added when results had been seen', widened, ''),
    ...own.map(([kind, mean]) => plain(`… ${kind}`, mean, '')),
    item('a phrase of the Chinese', chinesePhrase),
    item('a phrase of the English', englishPhrase),
    item('four telling words of the English, in disorder', englishWords),
  ];
}

interface Pair {
  readonly place: string;
  readonly zh: string;
  readonly en: string;
}

interface KnownItem {
  readonly place: string;
  readonly query: string;
}

/** Seeded. A phrase that stands in several pairs is no known item. */
function knownItems(
  pairs: readonly Pair[],
  texts: readonly string[],
  queryOf: (pair: Pair, random: () => number) => string | undefined,
): KnownItem[] {
  const random = chance(KNOWN_ITEMS);
  const items: KnownItem[] = [];
  for (let tries = 0; items.length < KNOWN_ITEMS && tries < 20 * KNOWN_ITEMS; tries += 1) {
    const pair = pick(pairs, random);
    const query = queryOf(pair, random);
    if (query !== undefined && texts.filter((text) => text.includes(query)).length <= 1)
      items.push({ place: pair.place, query });
  }
  return items;
}

function chinesePhrase({ zh }: Pair, random: () => number): string | undefined {
  const runs = hanRuns(zh).filter(({ characters }) => characters.length >= 4);
  if (runs.length === 0) return undefined;
  const { characters } = pick(runs, random);
  const length = Math.min(characters.length, 4 + Math.floor(random() * 4));
  const from = Math.floor(random() * (characters.length - length + 1));
  return characters.slice(from, from + length).join('');
}

function englishPhrase({ en }: Pair, random: () => number): string | undefined {
  const phrases = en.match(/[A-Za-z]+(?: [A-Za-z]+){2,}/g) ?? [];
  if (phrases.length === 0) return undefined;
  const words = pick(phrases, random).split(' ');
  const from = Math.floor(random() * Math.max(1, words.length - 3));
  return words.slice(from, from + 4).join(' ');
}

function englishWords({ en }: Pair, random: () => number): string | undefined {
  const words = [...new Set(en.match(/[A-Za-z]{4,}/g) ?? [])].filter((word) => !isFunctionWord(word));
  if (words.length < 4) return undefined;
  return words
    .map((word) => ({ word, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, 4)
    .map(({ word }) => word)
    .join(' ');
}

function meanOf(search: Search, items: readonly KnownItem[]): number {
  const ranks = items.map(({ place, query }) => {
    const { hits } = search.search({ query: parseQuery(query), limit: 10, offset: 0, sort: 'relevance' });
    const rank = hits.findIndex(({ document, segment }) => `${document}:${segment}` === place);
    return rank === -1 ? 0 : 1 / (rank + 1);
  });
  return ranks.reduce((sum, rank) => sum + rank, 0) / Math.max(1, ranks.length);
}
