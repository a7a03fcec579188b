import type { EntityId } from '../core/entity.ts';
import type { Candidate } from '../core/gazetteer.ts';
import type { Clue } from './clue.ts';
import { cluesIn } from './clue.ts';
import type { Found } from './found.ts';
import { better, Gathering, NOTHING, scaled } from './found.ts';
import { look, soughtIn } from './look.ts';
import type { Index } from './open-index.ts';
import { BIT } from './place.ts';
import type { Wish } from './question.ts';
import { grants, isFunctionWord, questionIn } from './question.ts';
import type { Told } from './relation.ts';
import { toldOf } from './relation.ts';
import { hanRuns } from './token.ts';

/** A hit that has less than this of the best one is noise. */
const SHARE = 0.3;
const MOST = 200;
/** What a clue counts for a sentence if it stands elsewhere in the paragraph: an answer seldom repeats what the sentence before it said. */
const NEARBY = 0.6;
/** What a clue counts that stands in the heading above: less, for it is above many paragraphs. */
const HEADED = 0.5;
/** A name counts like a word; a question of one name and words that no text has is a question about that name. */
const NAME = 1.5;
/** What is left of a passage that has none of the names asked for: it may speak of them as `it`, but seldom does. */
const NAMELESS = 0.3;
/** … and of one whose paragraph before has them, under the same heading. */
const CARRIED = 0.5;
/** … and of one that stands under a heading which has them. */
const ABOVE = 0.6;
/** What a lone character of the question counts: far less than a pair, which it may be by chance. */
const CHARACTER = 0.5;
/** What a heading is worth to a question: the answer stands below it. */
const HEADING = 0.75;
/** What a passage gains that somebody noted as saying what is asked: as much as a rare word of the question. */
const TOLD = 10;
/** What a passage gains that holds what is wished for: a date, a figure, a name; enough to decide between two that fit alike. */
const GRANTED = 0.2;

/** What fits a question best, and what of the question is marked in it. */
export interface Loose {
  readonly found: Found;
  readonly texts: readonly string[];
  readonly entities: readonly EntityId[];
}

/**
 * What fits a question best of which not every word must occur: the rarer its words, pairs of characters and names, the more they say. A sentence is the
 * better, the better its paragraph and its heading fit.
 */
export function looseMatches(index: Index, text: string, told: readonly Told[]): Loose {
  const plain = index.simplify(text);
  const names = namesIn(plain, index);
  const question = index.normal(plain);
  const { wishes, rest } = questionIn(question);
  let others = rest;
  const naming: Found[] = [];
  for (const { start, end, forms } of names) {
    const entities = [...new Set(forms.map(({ entity }) => entity))];
    const found = namingOf(plain.slice(start, end), entities, index);
    if (found.units.length === 0) continue;
    naming.push(scaled(found, NAME));
    others = others.slice(0, start) + ' '.repeat(end - start) + others.slice(end);
  }
  const clues = cluesIn(others, index);
  const entities = new Set(names.flatMap(({ forms }) => forms.map(({ entity }) => entity)));
  const answering = toldOf(told, entities, question);
  const asked: Asked = { wishes, entities, characters: charactersIn(others) };
  const found = best(weighed(clues, naming, answering, index), asked, index);
  return { found, texts: clues.map((clue) => clue.text), entities: [...entities] };
}

/** Units that name one of `entities` under any name, and those that have the very words: in code nobody is named. */
function namingOf(words: string, entities: readonly EntityId[], index: Index): Found {
  const named = entities.map((entity) => index.named.of.get(entity) ?? NOTHING).reduce(better, NOTHING);
  const written = look(index, soughtIn(index, words, true));
  if (named.units.length === 0) return written;
  // The name that the question happens to use is worth no more than the others.
  const most = named.scores.reduce((a, b) => Math.max(a, b));
  return better(named, { ...written, scores: written.scores.map((score) => Math.min(score, most)) });
}

interface Asked {
  readonly wishes: ReadonlySet<Wish>;
  readonly entities: ReadonlySet<EntityId>;
  readonly characters: readonly string[];
}

// `害怕` and `怕`, `换名字` and `改名` share a character and no pair.
function charactersIn(normal: string): string[] {
  return [...new Set(hanRuns(normal).flatMap(({ characters }) => characters))].filter(
    (character) => !isFunctionWord(character),
  );
}

/** The names in a text; of those that overlap the longest. */
function namesIn(text: string, { gazetteer }: Index): Candidate[] {
  const taken: Candidate[] = [];
  const candidates = gazetteer.candidatesIn(text, []).filter(({ forms }) => forms.length > 0);
  for (const one of candidates.sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (taken.every(({ start, end }) => one.end <= start || end <= one.start)) taken.push(one);
  return taken;
}

interface Weighed {
  readonly own: Float64Array;
  readonly places: Uint8Array;
  /** What is left of each unit for the names that it lacks. */
  readonly factors: Float32Array;
}

function weighed(
  clues: readonly Clue[],
  naming: readonly Found[],
  answering: readonly number[],
  { blocks, units }: Index,
): Weighed {
  const own = new Float64Array(units.length);
  const places = new Uint8Array(units.length);
  const inBlock = new Float64Array((blocks.at(-1) ?? 0) + 1);
  const names = new Float64Array(inBlock.length);
  const nameScores = new Float64Array(inBlock.length);
  const factors = new Float32Array(units.length);
  const follow = (found: Found, isName: boolean): void => {
    let [block, most] = [-1, 0];
    const close = (): void => {
      if (block === -1) return;
      inBlock[block] = (inBlock[block] as number) + most;
      if (!isName) return;
      names[block] = (names[block] as number) + 1 / naming.length;
      nameScores[block] = (nameScores[block] as number) + most;
    };
    for (let at = 0; at < found.units.length; at += 1) {
      const [unit, score] = [found.units[at] as number, found.scores[at] as number];
      own[unit] = (own[unit] as number) + score;
      places[unit] = (places[unit] as number) | (found.places[at] as number);
      // In a paragraph each clue counts once, where it counts most.
      if (blocks[unit] !== block) {
        close();
        [block, most] = [blocks[unit] as number, 0];
      }
      most = Math.max(most, score);
    }
    close();
  };
  for (const { found } of clues) follow(found, false);
  for (const found of naming) follow(found, true);
  for (const unit of answering) {
    own[unit] = (own[unit] as number) + TOLD;
    places[unit] = (places[unit] as number) | BIT.zh;
  }
  let [heading, headed, start] = [0, 0, 0];
  for (let unit = 0; unit < units.length; unit += 1) {
    const block = blocks[unit] as number;
    const mine = own[unit] as number;
    if (units[unit]?.segment.kind === 'heading')
      [heading, headed, start] = [mine, names[block] as number, block];
    else if (units[unit]?.document !== units[unit - 1]?.document) [heading, headed, start] = [0, 0, block];
    if (mine === 0) continue;
    const isFirst = block <= start;
    const before = isFirst ? 0 : CARRIED * (names[block - 1] as number);
    const named = naming.length === 0 ? 1 : Math.max(names[block] as number, ABOVE * headed, before);
    const carried = isFirst || names[block] !== 0 ? 0 : CARRIED * (nameScores[block - 1] as number);
    const score = mine + NEARBY * Math.max(0, (inBlock[block] as number) - mine) + HEADED * heading + carried;
    factors[unit] = NAMELESS + (1 - NAMELESS) * named;
    own[unit] = score * (factors[unit] as number);
  }
  return { own, places, factors };
}

function best({ own, places, factors }: Weighed, asked: Asked, index: Index): Found {
  const scores = new Map<number, number>();
  for (const unit of topOf(own, index)) {
    const score = (own[unit] as number) + (factors[unit] as number) * shared(unit, asked, index);
    scores.set(unit, score * (1 + GRANTED * granted(unit, asked, index)));
  }
  const least = SHARE * Math.max(0, ...scores.values());
  const kept = [...scores].filter(([, score]) => score >= least);
  const found = new Gathering(kept.length);
  for (const [unit, score] of kept) found.add(unit, score, places[unit] as number);
  return found.found();
}

/** The best units in ascending order, with what each is worth put into `own`. */
function topOf(own: Float64Array, { units, worth }: Index): number[] {
  const scores = new Float64Array(own.length);
  let count = 0;
  for (let unit = 0; unit < own.length; unit += 1) {
    const score = own[unit] as number;
    if (score === 0) continue;
    const isHeading = units[unit]?.segment.kind === 'heading';
    own[unit] = score * (isHeading ? HEADING : (worth[unit] ?? 1));
    scores[count] = own[unit] as number;
    count += 1;
  }
  const least = count <= MOST ? 0 : (scores.subarray(0, count).sort()[count - MOST] ?? 0);
  const top: number[] = [];
  for (let unit = 0; unit < own.length && top.length < MOST; unit += 1)
    if ((own[unit] as number) > 0 && (own[unit] as number) >= least) top.push(unit);
  return top;
}

function shared(unit: number, { characters }: Asked, { normals, rarity }: Index): number {
  const zh = normals[unit]?.zh ?? '';
  return characters.reduce((sum, one) => (zh.includes(one) ? sum + CHARACTER * rarity(one) : sum), 0);
}

function granted(unit: number, { wishes, entities }: Asked, { named, normals }: Index): number {
  let times = 0;
  for (const wish of wishes) {
    const { zh = '', en = '' } = normals[unit] ?? {};
    const isGranted =
      wish === 'who'
        ? named.in(unit).some((number) => !entities.has(named.ids[number] as EntityId))
        : grants(wish, `${zh}\n${en}`);
    if (isGranted) times += 1;
  }
  return times;
}
