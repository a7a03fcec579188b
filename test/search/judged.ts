import { readFileSync } from 'node:fs';
import type { Library } from '../../server/core/document.ts';
import { parseQuery } from '../../server/core/query.ts';
import type { Search, SearchHit } from '../../server/core/search.ts';

/** A query, and the segments that answer it as somebody judged who had read the texts. */
export interface Judged {
  readonly kind: string;
  readonly query: string;
  /** `document:segment`, as they were judged before anybody had seen a result. */
  readonly answers: readonly string[];
  /** Those and others that answer it as well, judged when results had been seen: what is measured with them is on the engine's side. */
  readonly widened: readonly string[];
}

/** The judged queries of which an answer is at hand: without the originals there are fewer. */
export function judgedFor(library: Library): Judged[] {
  const present = new Set(
    library.documents.flatMap(({ id, segments }) =>
      segments.flatMap(({ id: segment, zh }) => (zh === null ? [] : [`${id}:${segment}`])),
    ),
  );
  return readFileSync(new URL('judged.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', query = '', first = '', later = ''] = line.split('\t');
      const answers = first.split(' ').filter((answer) => present.has(answer));
      return { kind, query, answers, widened: [...answers, ...later.split(' ')] };
    })
    .filter(({ answers }) => answers.length > 0);
}

/** One over the rank of the first of ten hits that is an answer, or 0. What a question asks is answered by a paragraph, so there a hit stands for its block. */
export function reciprocalRank({ kind, query, answers }: Judged, search: Search, library: Library): number {
  const hits = firstHits(search, query);
  const nameOf = kind.startsWith('question') ? blockNames(library) : (name: string) => name;
  const wanted = new Set(answers.map(nameOf));
  const found = [...new Set(hits.map(({ document, segment }) => nameOf(`${document}:${segment}`)))];
  const rank = found.slice(0, 10).findIndex((name) => wanted.has(name));
  return rank === -1 ? 0 : 1 / (rank + 1);
}

// Of one paragraph several sentences may be hits: ten paragraphs are among fifty sentences, or they are not there.
function firstHits(search: Search, query: string): readonly SearchHit[] {
  return search.search({ query: parseQuery(query), limit: 50, offset: 0, sort: 'relevance' }).hits;
}

const known = new WeakMap<Library, Map<string, string>>();

function blockNames(library: Library): (name: string) => string {
  const names =
    known.get(library) ??
    new Map(
      library.documents.flatMap(({ id, segments }) =>
        segments.map((segment) => [`${id}:${segment.id}`, `${id} ${segment.block}`] as const),
      ),
    );
  known.set(library, names);
  return (name) => names.get(name) ?? name;
}

/** The mean of each class and of all. */
export function meansOf(ranks: readonly (readonly [kind: string, rank: number])[]): Map<string, number> {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const kinds = Map.groupBy(ranks, ([kind]) => kind);
  return new Map([
    ...[...kinds].map(([kind, own]) => [kind, mean(own.map(([, rank]) => rank))] as const),
    ['all', mean(ranks.map(([, rank]) => rank))],
  ]);
}
