import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openAligner } from '../server/aligning.ts';
import { readSettings } from '../server/settings.ts';
import type { Gold } from '../test/align/beads.ts';
import { f1Of, goldOf, readGold } from '../test/align/beads.ts';
import { chance, pick } from './chance.ts';
import type { Figure } from './figure.ts';
import { atLeast, atMost, plain } from './figure.ts';
import { galeChurch } from './gale-church.ts';

const TEXTS = [
  ['ferry', 'a story'],
  ['clinic', 'a story in dialogue'],
  ['tides', 'an essay'],
] as const;
const SENTENCES = 2000;

/** How well our own texts are aligned, beside Gale & Church; and how long 2,000 × 2,000 sentences take, in how much memory. */
export async function measureAlign(): Promise<Figure[]> {
  const aligner = await openAligner(readSettings(process.env));
  const quality = TEXTS.flatMap(([name, what]) => {
    const gold = readGold(name);
    return [
      atLeast(
        `strict F1 of ${what} (${gold.beads.length} beads)`,
        f1Of(aligner.lines(gold.zh, gold.en), gold),
        0.9,
        '',
      ),
      plain('… by lengths alone, Gale & Church', f1Of(galeChurch(gold.zh, gold.en), gold), ''),
    ];
  });
  const [half, whole] = [SENTENCES / 2, SENTENCES].map(costOf);
  return [
    ...quality,
    atMost(`aligning ${SENTENCES} × ${SENTENCES} sentences`, whole?.seconds ?? 0, 10, 's'),
    plain('… Gale & Church, the whole square', whole?.square ?? 0, 's'),
    plain('… memory of arrays at its peak', whole?.megabytes ?? 0, 'MB'),
    // The square would be four times as much.
    atMost('… of that of half as many', (whole?.megabytes ?? 0) / (half?.megabytes ?? 1), 3, '×'),
  ];
}

interface Cost {
  readonly seconds: number;
  readonly square: number;
  readonly megabytes: number;
}

// In a process of its own: memory that others have left says nothing.
function costOf(sentences: number): Cost {
  const file = fileURLToPath(import.meta.url);
  return JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', file, String(sentences)], { encoding: 'utf8' }),
  );
}

/** As many sentences as wanted, of beads of our own texts in any order. */
function textOf(sentences: number): Gold {
  const random = chance(7);
  const beads = TEXTS.flatMap(([name]) => {
    const { zh, en, beads } = readGold(name);
    return beads.map(
      (bead) => [bead.zh.map((at) => zh[at] ?? ''), bead.en.map((at) => en[at] ?? '')] as const,
    );
  });
  const taken: (typeof beads)[number][] = [];
  for (let count = 0; count < sentences; count += taken.at(-1)?.[0].length ?? 0)
    taken.push(pick(beads, random));
  return goldOf(taken);
}

async function costAlone(sentences: number): Promise<Cost> {
  const { zh, en } = textOf(sentences);
  const aligner = await openAligner(readSettings(process.env));
  aligner.lines(zh.slice(0, 50), en.slice(0, 50));
  const measured = secondsOf(() => aligner.lines(zh, en));
  return { ...measured, square: secondsOf(() => galeChurch(zh, en)).seconds };
}

function secondsOf(work: () => unknown): { seconds: number; megabytes: number } {
  global.gc?.();
  const start = process.memoryUsage().arrayBuffers;
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  // What was not collected yet counts, too: an upper bound.
  return {
    seconds: (user + system) / 1e6,
    megabytes: Math.max(1, process.memoryUsage().arrayBuffers - start) / 1e6,
  };
}

if (import.meta.main) console.log(JSON.stringify(await costAlone(Number(process.argv[2]))));
