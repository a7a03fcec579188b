import { execFileSync } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { Document, DocumentSegment, Library } from '../server/core/document.ts';
import { parseQuery } from '../server/core/query.ts';
import { parseBlockId, parseDocumentId, parseSegmentId } from '../server/core/segment.ts';
import { datesTold } from '../server/core/told.ts';
import { buildIndex } from '../server/indexing.ts';
import { load } from '../server/loading.ts';
import { searchOver } from '../server/search/engine.ts';
import { decode, encode } from '../server/search/keep.ts';
import type { Normalize } from '../server/search/normal.ts';
import { normalizer } from '../server/search/normal.ts';
import { openIndex } from '../server/search/open-index.ts';
import { lunrIndexOf, mapOf } from '../server/search/snapshot.ts';
import { tokensOf } from '../server/search/token.ts';
import type { Source } from '../server/search/unit.ts';
import { unitsOf } from '../server/search/unit.ts';
import { orderOf } from '../server/searching.ts';
import { readSettings } from '../server/settings.ts';
import { readingsOf } from '../server/words/pinyin.ts';
import { simplifications } from '../server/words/script.ts';
import { judgedFor } from '../test/search/judged.ts';
import { chance, pick } from './chance.ts';
import type { Figure } from './figure.ts';
import { atMost, median, plain } from './figure.ts';

const SIZES = [1000, 5000, 20_000];
const ROUNDS = 7;
const PAGE = 20;

/** What the engine, or one of its peers, cost at one size: times in milliseconds, sizes in megabytes. */
interface Cost {
  readonly build: number;
  readonly snapshot?: number;
  readonly load?: number;
  readonly heap?: number;
  readonly median: number;
  readonly last: number;
}

interface Costs {
  readonly duidu: Cost & { readonly worst: number; readonly worstQuery: string };
  readonly lunr: Cost;
  readonly minisearch: Cost;
  readonly fts5: Cost;
}

/**
 * Search at several sizes, each in a process of its own: the judged queries, and those that are the hardest there are. Beside it, in the same process
 * over the same tokens, the engine it is built with and its peers, which look up the same tokens and do nothing else.
 */
export function measureSearch(): Figure[] {
  return SIZES.flatMap((size) => {
    const { duidu, lunr: bare, minisearch, fts5 } = costsAt(size);
    const at = `${size.toLocaleString('en')} segments`;
    const least = size === 1000 ? 0.3 : 2;
    return [
      atMost(`search at ${at}, median of the judged queries`, duidu.median, least, 'ms'),
      atMost(`… worst query (${duidu.worstQuery})`, duidu.worst, 100, 'ms'),
      atMost('… of plain lunr, same tokens', duidu.median / bare.median, 2, '×'),
      plain('… 99th percentile', duidu.last, 'ms'),
      plain('… building the index', duidu.build / 1000, 's'),
      plain('… its snapshot', duidu.snapshot ?? 0, 'MB'),
      plain('… reading that', duidu.load ?? 0, 'ms'),
      plain('… its heap for 1,000 segments', ((duidu.heap ?? 0) * 1000) / size, 'MB'),
      plain('… plain lunr, median', bare.median, 'ms'),
      plain('… plain lunr, 99th percentile', bare.last, 'ms'),
      plain('… MiniSearch, median', minisearch.median, 'ms'),
      plain('… MiniSearch, 99th percentile', minisearch.last, 'ms'),
      plain('… SQLite FTS5, median', fts5.median, 'ms'),
      plain('… SQLite FTS5, 99th percentile', fts5.last, 'ms'),
    ];
  });
}

function costsAt(size: number): Costs {
  const file = fileURLToPath(import.meta.url);
  const flags = ['--expose-gc', '--disable-warning=ExperimentalWarning', '--max-old-space-size=8192'];
  return JSON.parse(execFileSync(process.execPath, [...flags, file, String(size)], { encoding: 'utf8' }));
}

/** As many segments as asked for: sentences of the library, with their glosses, notes and names, put together anew in documents of a hundred. */
export function recombined(library: Library, size: number): Library {
  const random = chance(size);
  const segments = library.documents.flatMap((document) => document.segments).filter(({ debris }) => !debris);
  const documents = Array.from({ length: size / 100 }, (_, number): Document => {
    const original = pick(library.documents, random);
    let block = 0;
    const own = Array.from({ length: 100 }, (__, at): DocumentSegment => {
      if (random() < 0.5) block += 1;
      return {
        ...pick(segments, random),
        id: parseSegmentId(`s${at + 1}`),
        block: parseBlockId(`b${block}`),
      };
    });
    return { ...original, id: parseDocumentId(`made-${number}`), segments: own };
  });
  return { ...library, documents };
}

async function measure(size: number): Promise<Costs> {
  const { library } = await load(readSettings(process.env));
  if (library === undefined) throw new Error('the corpus cannot be read');
  const queries = judgedFor(library);
  const made = recombined(library, size);
  const units = unitsOf(made);
  const sources = units.map(({ source }) => source);
  const { traditional, simplified } = simplifications();
  const normal = normalizer(mapOf(traditional, simplified));
  const asked = queries.map(({ kind, query }) => ({
    query,
    tokens: tokensOf(normal(query)),
    // Of a question not every word must occur.
    isAny: kind.startsWith('question'),
  }));
  return {
    duidu: costOfDuidu(made, asked),
    ...costsOfPeers(sources, normal, asked),
  };
}

interface Asked {
  readonly query: string;
  readonly tokens: readonly string[];
  readonly isAny: boolean;
}

function costOfDuidu(library: Library, asked: readonly Asked[]): Costs['duidu'] {
  const units = unitsOf(library);
  const order = orderOf(library, units);
  const built = timed(() => encode(buildIndex(order), 'key'));
  const before = collected();
  const opened = timed(() => {
    const snapshot = decode(built.result, 'key');
    if (snapshot === undefined) throw new Error('the snapshot is not read');
    const index = openIndex(snapshot, units, library.authority.gazetteer);
    const dates = datesTold(library.chronicle.events);
    return searchOver(index, library, dates);
  });
  const search = opened.result;
  const run = (query: string) => () =>
    search.search({ query: parseQuery(query), limit: PAGE, offset: 0, sort: 'relevance' });
  const times = asked.map(({ query }) => medianOf(run(query)));
  const worst = WORST.map(([name, query]) => ({ name, time: medianOf(run(query)) })).sort(
    (a, b) => b.time - a.time,
  )[0];
  return {
    build: built.time,
    snapshot: Buffer.byteLength(built.result) / 1e6,
    load: opened.time,
    // With everything that queries leave behind.
    heap: (collected() - before) / 1e6,
    ...spread(times),
    worst: worst?.time ?? 0,
    worstQuery: worst?.name ?? '',
  };
}

const WORST: readonly (readonly [name: string, query: string])[] = [
  ['the most frequent character', '的'],
  ['two letters that begin much', 'co'],
  ['one letter', 'a'],
  ['20 terms', 'the a of in to and is it on as by at from with or was be an for that'],
  [
    '20 terms, any of them',
    Array.from('的是了在和有不一个容器中这到它上人用把成', (one) => one).join(' OR '),
  ],
  ['everything but', '容器 OR docker OR kubernetes -的'],
];

function costsOfPeers(
  sources: readonly Source[],
  normal: Normalize,
  asked: readonly Asked[],
): Omit<Costs, 'duidu'> {
  const words = new Intl.Segmenter('zh', { granularity: 'word' });
  const lore = {
    segment: (text: string) => [...words.segment(text)].map(({ segment }) => segment),
    readingsOf,
    simplifications,
  };
  const fields = sources.map(({ zh, en, note, title }, id) => ({
    id,
    zh: tokensOf(normal(zh)).join(' '),
    en: tokensOf(normal(en)).join(' '),
    note: tokensOf(normal(note)).join(' '),
    title: tokensOf(normal(title)).join(' '),
  }));
  return {
    lunr: costOfLunr(() => lunrIndexOf(sources, normal, lore), asked),
    minisearch: costOfMiniSearch(fields, asked),
    fts5: costOfFts5(fields, asked),
  };
}

function costOfLunr(build: () => lunr.Index, asked: readonly Asked[]): Cost {
  const { result: index, time } = timed(build);
  const { REQUIRED, OPTIONAL } = lunr.Query.presence;
  const times = asked.map(({ tokens, isAny }) =>
    medianOf(() =>
      index
        .query((query) => {
          for (const token of tokens)
            query.term(token, { usePipeline: false, presence: isAny ? OPTIONAL : REQUIRED });
        })
        .slice(0, PAGE),
    ),
  );
  return { build: time, ...spread(times) };
}

type Fields = Record<'zh' | 'en' | 'note' | 'title', string> & { readonly id: number };

function costOfMiniSearch(fields: readonly Fields[], asked: readonly Asked[]): Cost {
  const { result: index, time } = timed(() => {
    const made = new MiniSearch<Fields>({
      fields: ['zh', 'en', 'note', 'title'],
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
    });
    made.addAll(fields);
    return made;
  });
  const times = asked.map(({ tokens, isAny }) =>
    medianOf(() => index.search(tokens.join(' '), { combineWith: isAny ? 'OR' : 'AND' }).slice(0, PAGE)),
  );
  return { build: time, ...spread(times) };
}

function costOfFts5(fields: readonly Fields[], asked: readonly Asked[]): Cost {
  const database = new DatabaseSync(':memory:');
  const { time } = timed(() => {
    database.exec(
      "CREATE VIRTUAL TABLE texts USING fts5(zh, en, note, title, tokenize = 'unicode61'); BEGIN",
    );
    const insert = database.prepare('INSERT INTO texts(rowid, zh, en, note, title) VALUES (?, ?, ?, ?, ?)');
    for (const { id, zh, en, note, title } of fields) insert.run(id, zh, en, note, title);
    database.exec('COMMIT');
  });
  const select = database.prepare(`SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ${PAGE}`);
  const times = asked
    .filter(({ tokens }) => tokens.length > 0)
    .map(({ tokens, isAny }) => {
      const match = tokens.map((token) => `"${token}"`).join(isAny ? ' OR ' : ' ');
      return medianOf(() => select.all(match));
    });
  return { build: time, ...spread(times) };
}

function spread(times: readonly number[]): Pick<Cost, 'median' | 'last'> {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: median(sorted), last: sorted[Math.floor(0.99 * (sorted.length - 1))] ?? 0 };
}

/** By the clock: a query takes less time than the processor's own clock can tell. */
function medianOf(work: () => unknown): number {
  work();
  return median(
    Array.from({ length: ROUNDS }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );
}

function timed<Result>(work: () => Result): { result: Result; time: number } {
  const started = performance.now();
  const result = work();
  return { result, time: performance.now() - started };
}

function collected(): number {
  for (let time = 0; time < 3; time += 1) global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

if (import.meta.main) console.log(JSON.stringify(await measure(Number(process.argv[2] ?? SIZES[0]))));
