import type { EntityId } from '../core/entity.ts';
import type { Found } from './found.ts';
import { add } from './found.ts';
import type { Sought } from './look.ts';
import type { Index } from './open-index.ts';
import { BIT } from './open-index.ts';
import { bigramsOf, hanRuns, stemOf, wordsIn } from './token.ts';

const MOST_TOKENS = 40;
const LONGEST_WORD = 6;
/** A hit that has less than this of the best one is noise. */
const SHARE = 0.2;
const MOST = 200;
/** What the rest of a paragraph adds to each of its sentences. */
const NEIGHBOUR = 0.45;

/**
 * What fits a question best of which not every word must occur: the rarer its words, pairs of characters and names, the more they say.
 * A sentence is the better, the better its paragraph fits.
 */
export function looseMatches(index: Index, sought: readonly Sought[]): Found {
  const tokens = tokensOfAll(index, sought);
  if (tokens.length === 0) return new Map();
  const found: Found = new Map();
  const results = index.lunr.query((asked) => {
    for (const { token, boost } of tokens) {
      asked.term(token, { fields: ['zh'], boost, usePipeline: false });
      asked.term(token, { fields: ['en', 'title'], boost: boost * 0.6, usePipeline: false });
    }
  });
  for (const { ref, score, matchData } of results) {
    let places = 0;
    for (const fields of Object.values(matchData.metadata as Record<string, object>))
      for (const place of ['zh', 'en', 'title'] as const) if (place in fields) places |= BIT[place];
    add(found, Number(ref), { score, places });
  }
  addNames(index, sought, found);
  return best(withNeighbours(index, found));
}

// What a question is made of and no answer repeats.
const QUESTION =
  /^(?:谁|什么|什麼|时候|何时|哪|哪个|哪些|哪里|哪儿|哪年|哪一年|怎么|怎样|如何|为什么|为何|多少|几|吗|呢|吧|了|的|是|被|把|在|有|和|与|也|就|都|而|及|着|过|who|what|when|where|why|how|which|did|does|do|is|was|were|are|the|a|an|of|in|to|by|for|and|it)$/;
const words = new Intl.Segmenter('zh', { granularity: 'word' });

function tokensOfAll({ lunr }: Index, sought: readonly Sought[]): { token: string; boost: number }[] {
  const inverted = (lunr as unknown as { invertedIndex: Record<string, object> }).invertedIndex;
  const boosts = new Map<string, number>();
  const raise = (token: string, boost: number): void => {
    if (token in inverted) boosts.set(token, Math.max(boosts.get(token) ?? 0, boost));
  };
  for (const { normal } of sought) {
    for (const { characters } of hanRuns(normal)) {
      const run = characters.join('');
      // Words of the index that stand in the question, however it would be cut; then the words it is cut into.
      for (let from = 0; from < characters.length; from += 1)
        for (let length = 3; length <= LONGEST_WORD && from + length <= characters.length; length += 1)
          raise(characters.slice(from, from + length).join(''), length / 2);
      for (const { segment } of words.segment(run))
        if (!QUESTION.test(segment)) for (const pair of bigramsOf(segment)) raise(pair, 1.2);
      // A pair across the border of two words says something only if that border was wrong.
      for (const pair of bigramsOf(run)) raise(pair, 0.25);
    }
    for (const { text } of wordsIn(normal)) if (!QUESTION.test(text)) raise(stemOf(text), 1.5);
  }
  const units = (token: string): number => Object.keys(inverted[token] ?? {}).length;
  return [...boosts]
    .map(([token, boost]) => ({ token, boost }))
    .sort((a, b) => b.boost - a.boost || units(a.token) - units(b.token))
    .slice(0, MOST_TOKENS);
}

/** The names in a question: each unit that has one of them under any name. */
function addNames({ named, gazetteer }: Index, sought: readonly Sought[], found: Found): void {
  const entities = new Set<EntityId>();
  for (const { text } of sought)
    for (const { forms } of gazetteer.candidatesIn(text, []))
      for (const { entity } of forms) entities.add(entity);
  const top = Math.max(0, ...[...found.values()].map(({ score }) => score));
  for (const entity of entities) {
    const units = named.get(entity);
    // A name that is everywhere says little.
    const worth = units === undefined ? 0 : (top * 0.3) / Math.log2(2 + units.size);
    for (const [unit, { zh }] of units ?? []) {
      const known = found.get(unit);
      if (known === undefined) continue;
      found.set(unit, {
        score: known.score + worth,
        places: known.places | (zh.length > 0 ? BIT.zh : BIT.en),
      });
    }
  }
}

function withNeighbours({ units }: Index, found: Found): Found {
  const blocks = new Map<string, number>();
  const blockOf = (unit: number): string => `${units[unit]?.document.id} ${units[unit]?.segment.block}`;
  for (const [unit, { score }] of found) blocks.set(blockOf(unit), (blocks.get(blockOf(unit)) ?? 0) + score);
  return new Map(
    [...found].map(([unit, { score, places }]) => {
      const rest = (blocks.get(blockOf(unit)) ?? score) - score;
      return [unit, { score: score + NEIGHBOUR * rest, places }];
    }),
  );
}

function best(found: Found): Found {
  const ranked = [...found].sort(([, a], [, b]) => b.score - a.score);
  const top = ranked[0]?.[1].score ?? 0;
  return new Map(ranked.filter(([, { score }]) => score >= top * SHARE).slice(0, MOST));
}
