import { openWords } from '../server/context.ts';
import { readSettings } from '../server/settings.ts';
import { vocabularyOf } from '../server/web/word/vocabulary.ts';
import { Wordbook } from '../server/web/word/wordbook.ts';
import type { Figure } from './figure.ts';
import { median, plain } from './figure.ts';
import { recombined } from './search.ts';

const ROUNDS = 7;
const SEGMENTS = 20_000;
const PAGE = 20;

/** The words of the longest document with their senses; and at 20,000 segments where a word stands, the first time and then. Processor time. */
export async function measureWordbook(): Promise<Figure[]> {
  const { library, lexicon } = await openWords(readSettings(process.env));
  const [longest] = library.documents.toSorted((a, b) => lengthOf(b) - lengthOf(a));
  if (longest === undefined) throw new Error('there is no document');
  const reading = await rounds(() => vocabularyOf(new Wordbook(library, lexicon).wordsIn(longest)));
  const made = recombined(library, SEGMENTS);
  const building = await rounds(() => new Wordbook(made, lexicon).usesOf('容器'));
  const wordbook = new Wordbook(made, lexicon);
  await wordbook.usesOf('容器');
  const asking = await rounds(async () =>
    wordbook.renderedIn((await wordbook.usesOf('容器')).slice(0, PAGE)),
  );
  const at = `${SEGMENTS.toLocaleString('en')} segments`;
  return [
    plain(`words of the longest document, with their senses (${longest.id})`, reading, 'ms'),
    plain(`uses of a word at ${at}, the first time`, building, 'ms'),
    plain(`… then, with what renders it in ${PAGE}`, asking, 'ms'),
  ];
}

function lengthOf({ segments }: { readonly segments: readonly { readonly length: number }[] }): number {
  return segments.reduce((sum, { length }) => sum + length, 0);
}

// The first one warms up.
async function rounds(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    if (round > 0) times.push((user + system) / 1000);
  }
  return median(times);
}
