import type { Filter, Node } from '../core/query.ts';
import type { Pass } from './filter.ts';
import type { Found } from './found.ts';
import { both, either, NOTHING, passing, without } from './found.ts';
import type { Sought } from './look.ts';
import { look, soughtIn } from './look.ts';
import type { Index } from './open-index.ts';
import { isFunctionWord } from './question.ts';
import { beginsSyllable } from './syllable.ts';
import { stemOf } from './token.ts';

/** What evaluating a query needs beside the index. */
export interface Evaluation {
  readonly index: Index;
  readonly passOf: (filter: Filter) => Pass;
  /** Collects what was looked for and not excluded: it is marked in the hits. */
  readonly sought: Sought[];
  /** Words for which others were taken: slips. */
  readonly slips: Map<string, string>;
  readonly correctsSlips: boolean;
  readonly isQuestion: boolean;
  /** The right spelling of a misspelt name. */
  readonly typoOf: (text: string) => string | undefined;
}

/** The units that a tree finds. */
export function evaluate(node: Node, evaluation: Evaluation): Found {
  const { units } = evaluation.index;
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return lookFor(node.text, node.kind === 'phrase', node.field === 'title', evaluation);
    case 'not':
      return without(excluded(node.node, evaluation), units.length);
    case 'filter':
      return passing(allOf(evaluation.index), evaluation.passOf(node.filter));
    case 'or':
      return node.nodes.map((one) => evaluate(one, evaluation)).reduce(either);
    case 'and':
      return conjunction(node.nodes, evaluation);
  }
}

/**
 * Words side by side. Those that together are a name (`open container initiative`) or, read out, a word (`rong qi`) are found as that, too; words that
 * stand in every text need not stand in this one. What only holds back comes last, so that it is asked of few.
 */
function conjunction(nodes: readonly Node[], evaluation: Evaluation): Found {
  const { index } = evaluation;
  const isHoldingBack = ({ kind }: Node): boolean => kind === 'filter' || kind === 'not';
  const groups = groupsOf(
    nodes.filter((node) => !isHoldingBack(node)),
    index,
  );
  const telling = groups.filter((group) => group.length > 1 || !isFunction(group[0]));
  const parts = (telling.length > 0 ? telling : groups).map((group) => lookForGroup(group, evaluation));
  let found = parts.length === 0 ? allOf(index) : parts.reduce(both);
  for (const node of nodes) {
    if (node.kind === 'filter') found = passing(found, evaluation.passOf(node.filter));
    else if (node.kind === 'not') {
      const out = new Set(excluded(node.node, evaluation).units);
      found = passing(found, (unit) => !out.has(unit));
    }
  }
  return found;
}

function isFunction(node: Node | undefined): boolean {
  return node?.kind === 'word' && node.field === 'any' && isFunctionWord(node.text);
}

function excluded(node: Node, evaluation: Evaluation): Found {
  return evaluate(node, { ...evaluation, sought: [], slips: new Map(), correctsSlips: false });
}

function lookForGroup(group: readonly Node[], evaluation: Evaluation): Found {
  const [first, ...rest] = group;
  if (first === undefined) return NOTHING;
  if (rest.length === 0) return evaluate(first, evaluation);
  const text = group.map((node) => ('text' in node ? node.text : '')).join(' ');
  const meant = soughtIn(evaluation.index, text, false);
  const found = look(evaluation.index, meant);
  // Syllables of a word that is there are no slips of English words.
  const isThere = found.units.length > 0;
  const slips = isThere ? new Map() : evaluation.slips;
  const apart = group
    .map((node) =>
      evaluate(node, { ...evaluation, slips, correctsSlips: evaluation.correctsSlips && !isThere }),
    )
    .reduce(both);
  evaluation.sought.push(meant);
  return either(apart, found);
}

/** Neighbouring words in groups: each name of several words is one, and so are all words that might be pinyin. */
function groupsOf(nodes: readonly Node[], { gazetteer, syllables }: Index): Node[][] {
  const words = nodes.map((node) => (node.kind === 'word' && node.field === 'any' ? node.text : undefined));
  const groups: Node[][] = [];
  for (let from = 0; from < nodes.length; ) {
    let to = from + 1;
    for (let end = nodes.length; end > from + 1; end -= 1) {
      const run = words.slice(from, end);
      if (run.some((word) => word === undefined)) continue;
      const isName = gazetteer.formsNamed(run.join(' ')).length > 0;
      if (!isName && !run.every((word) => beginsSyllable(word ?? '', syllables))) continue;
      to = end;
      break;
    }
    groups.push(nodes.slice(from, to));
    from = to;
  }
  return groups;
}

function lookFor(text: string, isPhrase: boolean, inTitles: boolean, evaluation: Evaluation): Found {
  const { index, sought, slips } = evaluation;
  const meant = soughtIn(index, text, isPhrase, inTitles);
  const found = look(index, meant);
  sought.push(meant);
  const other = isPhrase || !evaluation.correctsSlips ? undefined : slipOf(meant, found, evaluation);
  if (other === undefined) return found;
  slips.set(text, other);
  const corrected = soughtIn(index, other, false, inTitles);
  sought.push(corrected);
  return either(look(index, corrected), found);
}

// A word that nobody writes, near one that somebody does: by its stem it may find something all the same. A misspelling that is a known name of
// an entity is one, too.
function slipOf(
  { normal, text, entities, readings }: Sought,
  found: Found,
  { index: { vocabulary, postings, gazetteer }, typoOf, isQuestion }: Evaluation,
): string | undefined {
  const typo = typoOf(text);
  if (typo !== undefined) return typo;
  if (!/^[a-z]{4,}$/.test(normal) || entities.length > 0 || vocabulary.has(normal)) return undefined;
  if (readings.length > 0 && found.units.length > 0) return undefined;
  // Another form of a word that is there is none.
  if (vocabulary.beginningWith(normal, 1).length > 0 || postings.count(stemOf(normal)) > 0) return undefined;
  const nearest = vocabulary.nearest(normal);
  // A question is asked in other words than a text uses; only in a name a slip is likely.
  return isQuestion && nearest !== undefined && gazetteer.formsNamed(nearest).length === 0
    ? undefined
    : nearest;
}

function allOf({ units }: Index): Found {
  return without(NOTHING, units.length);
}
