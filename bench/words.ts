import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { openWords } from '../server/context.ts';
import { readSettings } from '../server/settings.ts';
import { openDictionary } from '../server/words/dictionary.ts';
import { chance, pick } from './chance.ts';
import type { Figure } from './figure.ts';
import { atLeast, atMost, median, plain } from './figure.ts';

const MEGABYTE = 1_000_000;
const ROUNDS = 9;
const LOOK_UPS = 200_000;

/** Words of 1 MB of Chinese, beside bare jieba turn by turn; look-ups; and what the dictionary costs in a process of its own. */
export async function measureWords(): Promise<Figure[]> {
  const { library, lexicon } = await openWords(readSettings(process.env));
  const sentences = library.documents.flatMap(({ segments }) =>
    segments.flatMap(({ zh, debris }) => (zh === null || debris ? [] : [zh])),
  );
  const random = chance(2);
  const texts: string[] = [];
  for (let bytes = 0; bytes < MEGABYTE; bytes += Buffer.byteLength(texts.at(-1) ?? ''))
    texts.push(pick(sentences, random));
  const jieba = Jieba.withDict(dict);
  const bare = () => texts.map((text) => jieba.cut(text, true));
  const ours = () => texts.map((text) => lexicon.cut(text));
  const rounds = Array.from({ length: ROUNDS }, () => ({
    bare: secondsOf(bare),
    ours: secondsOf(ours),
  })).slice(1);
  const dictionary = await openDictionary();
  const words = [...new Set(texts.flatMap((text) => lexicon.cut(text)))].filter(dictionary.has);
  const asked = Array.from({ length: LOOK_UPS }, () => pick(words, random));
  const lookUp = () => asked.map((word) => dictionary.entriesOf(word).length);
  const looking = Array.from({ length: ROUNDS }, () => secondsOf(lookUp)).slice(1);
  const costs = Array.from({ length: 5 }, costOfDictionary);
  return [
    atMost('words of 1 MB, of bare jieba’s time', median(rounds.map((one) => one.ours / one.bare)), 1.5, '×'),
    plain('… as megabytes of UTF-8', MEGABYTE / 1e6 / median(rounds.map((one) => one.ours)), 'MB/s'),
    plain(
      '… with pinyin and senses',
      secondsOf(() => texts.map((text) => lexicon.gloss(text))),
      's',
    ),
    atLeast('look-ups of the dictionary', LOOK_UPS / median(looking), 200_000, '/s'),
    atMost(
      'opening the dictionary, its file in the system’s cache',
      median(costs.map(({ ms }) => ms)),
      300,
      'ms',
    ),
    atMost('memory of the dictionary', median(costs.map(({ megabytes }) => megabytes)), 60, 'MB'),
  ];
}

function secondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

interface Cost {
  readonly ms: number;
  readonly megabytes: number;
}

function costOfDictionary(): Cost {
  return JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url)], { encoding: 'utf8' }),
  );
}

async function openAlone(): Promise<Cost> {
  const before = held();
  const started = process.cpuUsage();
  const dictionary = await openDictionary();
  const { user, system } = process.cpuUsage(started);
  const ms = (user + system) / 1000;
  const megabytes = (held() - before) / 1e6;
  return dictionary.size > 0 ? { ms, megabytes } : { ms: 0, megabytes: 0 };
}

// What JavaScript holds, and what lies outside of its heap.
function held(): number {
  for (let time = 0; time < 3; time += 1) global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

if (import.meta.main) console.log(JSON.stringify(await openAlone()));
