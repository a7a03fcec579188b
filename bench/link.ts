import type { Entity, EntityId } from '../server/core/entity.ts';
import { buildGazetteer } from '../server/core/gazetteer.ts';
import { link } from '../server/core/link.ts';
import { load } from '../server/loading.ts';
import { readSettings } from '../server/settings.ts';
import { chance, pick } from './chance.ts';
import type { Figure } from './figure.ts';
import { atMost, median, plain } from './figure.ts';

const NAMES = 100_000;
const MEGABYTE = 1_000_000;
const ROUNDS = 5;

/**
 * Linking 1 MB of Chinese with 100,000 names, in segments as the library has them, recombined. The names are those of the library and
 * made-up ones of Han and of Latin letters, which begin as real words do, so that many almost match.
 */
export async function measureLink(): Promise<Figure[]> {
  const { library } = await load(readSettings(process.env));
  if (library === undefined) throw new Error('the corpus cannot be read');
  const sentences = library.documents.flatMap(({ segments }) =>
    segments.flatMap(({ zh, debris }) => (zh === null || debris ? [] : [zh])),
  );
  const random = chance(1);
  const texts: { text: string; closed: [] }[] = [];
  for (let bytes = 0; bytes < MEGABYTE; ) {
    const text = pick(sentences, random);
    texts.push({ text, closed: [] });
    bytes += Buffer.byteLength(text);
  }
  const own = [...library.authority.entities.values()];
  const made = namesFrom(sentences, NAMES - own.length, random);
  const [few, many] = [buildGazetteer(own), timed(() => buildGazetteer([...own, ...made]))];
  const withMany = medianOf(() => link(texts, many.result));
  const withFew = medianOf(() => link(texts, few));
  return [
    atMost('linking 1 MB of Chinese with 100,000 names', withMany, 1, 's'),
    plain(`… with the ${own.length} entities of the library`, withFew, 's'),
    plain('… building the automaton of 100,000 names', many.seconds, 's'),
  ];
}

function namesFrom(sentences: readonly string[], count: number, random: () => number): Entity[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  return Array.from({ length: count }, (_, index): Entity => {
    const sentence = pick(sentences, random);
    const at = Math.floor(random() * sentence.length);
    const tail = Array.from({ length: 3 }, () => pick([...letters], random)).join('');
    const name = `${sentence.slice(at, at + 2 + Math.floor(random() * 4)).trim()}${random() < 0.5 ? '𠮷' : tail}${index}`;
    return {
      id: `made-${index}` as EntityId,
      type: 'project',
      name: { zh: name, en: name },
      aliases: [],
      description: { zh: name, en: name },
      relations: [],
    };
  });
}

function timed<Result>(work: () => Result): { result: Result; seconds: number } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}

function medianOf(work: () => unknown): number {
  work();
  return median(Array.from({ length: ROUNDS }, () => timed(work).seconds));
}
