import type { Node } from '../core/query.ts';
import type { Pass } from './filter.ts';
import type { Found } from './found.ts';
import { both, either, without } from './found.ts';
import type { Sought } from './look.ts';
import { look, soughtIn } from './look.ts';
import type { Index } from './open-index.ts';

/** What evaluating a query needs beside the index. */
export interface Evaluation {
  readonly index: Index;
  readonly passOf: (node: Extract<Node, { kind: 'filter' }>['filter']) => Pass;
  /** Collects what was looked for and not excluded: it is marked in the hits. */
  readonly sought: Sought[];
  /** Words for which others were taken: slips. */
  readonly slips: Map<string, string>;
  readonly correctsSlips: boolean;
  /** The right spelling of a misspelt name. */
  readonly typoOf: (text: string) => string | undefined;
}

/** The units that a tree finds; undefined of a filter, which finds nothing by itself and holds something back from what others find. */
export function evaluate(node: Node, evaluation: Evaluation): Found {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return lookFor(node.text, node.kind === 'phrase', node.field === 'title', evaluation);
    case 'not':
      return without(evaluate(node.node, { ...evaluation, sought: [] }), evaluation.index.units.length);
    case 'filter':
      return passing(allOf(evaluation.index), evaluation.passOf(node.filter));
    case 'or':
      return node.nodes.map((one) => evaluate(one, evaluation)).reduce(either);
    case 'and':
      return conjunction(node.nodes, evaluation);
  }
}

/**
 * Words side by side. Those that together are a name (`open container initiative`) or, read out, a word (`rong qi`) are found as that, too. What only
 * holds back comes last, so that it is asked of few.
 */
function conjunction(nodes: readonly Node[], evaluation: Evaluation): Found {
  const isHoldingBack = ({ kind }: Node): boolean => kind === 'filter' || kind === 'not';
  const parts = groupsOf(
    nodes.filter((node) => !isHoldingBack(node)),
    evaluation.index,
  ).map((group) => {
    if (group.length === 1) return evaluate(group[0] as Node, evaluation);
    const text = group.map((node) => ('text' in node ? node.text : '')).join(' ');
    const together = soughtIn(evaluation.index, text, false);
    const found = look(evaluation.index, together);
    // Syllables of a word that is there are no slips of English words.
    const slips = found.size > 0 ? new Map() : evaluation.slips;
    const apart = group
      .map((node) => evaluate(node, { ...evaluation, slips, correctsSlips: found.size === 0 }))
      .reduce(both);
    evaluation.sought.push(together);
    return either(apart, found);
  });
  let found = parts.length === 0 ? allOf(evaluation.index) : parts.reduce(both);
  for (const node of nodes.filter(isHoldingBack)) {
    if (node.kind === 'filter') found = passing(found, evaluation.passOf(node.filter));
    else if (node.kind === 'not') {
      const excluded = evaluate(node.node, { ...evaluation, sought: [], slips: new Map() });
      found = new Map([...found].filter(([unit]) => !excluded.has(unit)));
    }
  }
  return found;
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
      const text = run.join(' ');
      const isName = gazetteer.formsNamed(text).length > 0;
      if (!isName && !run.every((word) => isSyllabic(word ?? '', syllables))) continue;
      to = end;
      break;
    }
    groups.push(nodes.slice(from, to));
    from = to;
  }
  return groups;
}

function isSyllabic(word: string, syllables: ReadonlySet<string>): boolean {
  const bare = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return /^[a-z]+$/.test(bare) && [...syllables].some((one) => bare.startsWith(one));
}

function lookFor(text: string, isPhrase: boolean, inTitles: boolean, evaluation: Evaluation): Found {
  const { index, sought, slips } = evaluation;
  const meant = soughtIn(index, text, isPhrase, inTitles);
  const found = look(index, meant);
  const other = isPhrase || !evaluation.correctsSlips ? undefined : slipOf(meant, found, evaluation);
  if (other === undefined) {
    sought.push(meant);
    return found;
  }
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
  { index, typoOf }: Evaluation,
): string | undefined {
  const typo = typoOf(text);
  if (typo !== undefined) return typo;
  const { vocabulary } = index;
  if (!/^[a-z]{4,}$/.test(normal) || entities.length > 0 || vocabulary.has(normal)) return undefined;
  if (readings.length > 0 && found.size > 0) return undefined;
  if (vocabulary.beginningWith(normal, 1).length > 0) return undefined;
  return vocabulary.nearest(normal);
}

function allOf({ units }: Index): Found {
  return without(new Map(), units.length);
}

function passing(found: Found, pass: Pass): Found {
  return new Map([...found].filter(([unit]) => pass(unit)));
}
