import type { Edtf } from './date.ts';
import type { Fault } from './query-fault.ts';
import { Complaints, QueryRefused } from './query-fault.ts';
import { dateMeant, dateNamed, languageMeant, languageNamed } from './query-field.ts';
import type { Slip, Token } from './query-token.ts';
import { tokensOf } from './query-token.ts';
import type { Span } from './span.ts';

/** A query understood. All offsets are UTF-16 units of `text`, the query as typed. */
export interface Query {
  readonly text: string;
  /** `null` if there is nothing to look for. */
  readonly root: Node | null;
  /** In the order of their places. */
  readonly faults: readonly Fault[];
}

/**
 * What must hold of a passage. An `and` never stands directly in an `and`, nor an `or` in an `or`, nor a `not` in a `not`; both have
 * at least two nodes. No answer needs everything but something: in the root, in every node of an `or` and within a `not` there is
 * something that is looked for. Leaves stand in the order of their places; there are at most `MOST_TERMS`.
 */
export type Node =
  | Wanted
  | (Span & { readonly kind: 'filter'; readonly filter: Filter })
  | { readonly kind: 'not'; readonly node: Node }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly Node[] };

/** A word or words in a row, at their place with quotation marks and `title:`; `text` holds a letter, digit or symbol at least. */
export type Wanted = Span & {
  readonly kind: 'word' | 'phrase';
  readonly text: string;
  readonly field: 'any' | 'title';
};

/** What narrows a search without being looked for. `document`, `entity` and `type` hold what somebody typed. */
export type Filter =
  | { readonly name: 'document' | 'entity' | 'type'; readonly value: string }
  | { readonly name: 'language'; readonly value: 'zh' | 'en' }
  | { readonly name: 'before' | 'after'; readonly date: Edtf };

/** UTF-16 units, but for white space at both ends. */
export const LONGEST_QUERY = 200;
/** Words, phrases and values of filters. */
export const MOST_TERMS = 20;
/** Levels of parentheses. */
export const DEEPEST_QUERY = 5;

/**
 * What somebody asks with `text`:
 *
 *     docker -"swarm mode" before:2015     and(docker, not("swarm mode"), before:2015)
 *     title:容器 OR (CRI-O runC)            or(title:容器, and(CRI-O, runC))
 *
 * What is wrong in it is a fault, and the rest is understood as if that did not stand there; an open quotation mark or parenthesis
 * closes at the end.
 * @throws QueryRefused if it is longer, deeper or of more terms than the limits above.
 */
export function parseQuery(text: string): Query {
  if (text.trim().length > LONGEST_QUERY) {
    throw new QueryRefused('long', LONGEST_QUERY, text.length - text.trimStart().length + LONGEST_QUERY);
  }
  const tokens = tokensOf(text);
  const tooMany = tokens.filter(({ kind }) => kind === 'word' || kind === 'phrase')[MOST_TERMS];
  if (tooMany !== undefined) throw new QueryRefused('many', MOST_TERMS, tooMany.start);
  return new Parser(text, tokens).query();
}

/** What a stretch of the query says; `node` is absent where that is nothing but faults. */
interface Part extends Span {
  readonly node: Node | undefined;
  /** Whether something of it stays in the corrected query. */
  readonly stays: boolean;
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #complaints: Complaints;
  #at = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#complaints = new Complaints(text);
    this.#tokens = tokens.filter((token) => token.kind !== 'stray');
    for (const token of tokens) {
      const mark = { mark: token.text };
      if (token.kind === 'stray') this.#complaints.add('unbalanced-quote', token, mark, spanOf(token));
      if (token.kind !== 'phrase' || token.missing === undefined) continue;
      const closing = { start: token.end, end: token.end, text: token.missing };
      this.#complaints.add('unbalanced-quote', token, { mark: this.#text[token.start] ?? '' }, closing);
    }
  }

  query(): Query {
    const part = this.#alternatives(0);
    const root = part === undefined ? undefined : this.#positive(part);
    return { text: this.#text, root: root ?? null, faults: this.#complaints.faults(LONGEST_QUERY) };
  }

  /** `a b OR c`, up to the end or a closing parenthesis; `undefined` if there is no operand. */
  #alternatives(depth: number): Part | undefined {
    const branches = [this.#all(depth)];
    const operators: Token[] = [];
    for (let token = this.#next('or'); token !== undefined; token = this.#next('or')) {
      operators.push(token);
      branches.push(this.#all(depth));
    }
    this.#checkOperators(operators, branches);
    const parts = branches.filter((part) => part !== undefined);
    const nodes = parts.map((part) => (parts.length > 1 ? this.#positive(part) : part.node));
    return partOf(parts, join('or', nodes));
  }

  #checkOperators(operators: readonly Token[], branches: readonly (Part | undefined)[]): void {
    for (const [index, operator] of operators.entries()) {
      const [left, right] = [branches.slice(0, index + 1), branches.slice(index + 1, index + 2)];
      this.#checkOperator(operator, [left, right]);
    }
  }

  /** Complains if one of the `sides` is empty; of what is empty but for a fault, there is a complaint already. */
  #checkOperator(operator: Token, sides: readonly (readonly (Part | undefined)[])[]): void {
    const alone = sides.some((side) => side.every((part) => part === undefined));
    const idle = sides.some((side) => side.every((part) => part?.stays !== true));
    if (alone) this.#complaints.add('lone-operator', operator, { operator: operator.text }, spanOf(operator));
    else if (idle) this.#complaints.correct(spanOf(operator));
  }

  /** `a -b (c)`: operands side by side. */
  #all(depth: number): Part | undefined {
    const parts: Part[] = [];
    for (let token = this.#peek(); token !== undefined && token.kind !== 'or'; token = this.#peek()) {
      if (token.kind === 'close') {
        if (depth > 0) break;
        this.#at += 1;
        this.#complaints.add('unbalanced-parenthesis', token, { mark: token.text }, spanOf(token));
        continue;
      }
      const part = token.kind === 'minus' ? this.#exclusion(token, depth) : this.#operand(depth);
      if (part !== undefined) parts.push(part);
    }
    const nodes = parts.map(({ node }) => node);
    return partOf(parts, join('and', nodes));
  }

  #exclusion(minus: Token, depth: number): Part | undefined {
    this.#at += 1;
    const part = this.#peek()?.glued ? this.#operand(depth) : undefined;
    this.#checkOperator(minus, [[part]]);
    if (part === undefined) return undefined;
    const { node } = part;
    // Two exclusions in one another are none.
    const inverse = node?.kind === 'not' ? node.node : negated(this.#positive(part));
    return { node: inverse, start: minus.start, end: part.end, stays: part.stays };
  }

  #operand(depth: number): Part | undefined {
    const token = this.#peek();
    if (token?.kind === 'open') return this.#group(token, depth + 1);
    if (token?.kind === 'field') return this.#filter(token);
    if (token?.kind !== 'word' && token?.kind !== 'phrase') return undefined;
    this.#at += 1;
    const { start, end, kind, text } = token;
    const part: Part = { node: { kind, text, field: 'any', start, end }, start, end, stays: true };
    return token.kind === 'word' && token.slip !== undefined ? this.#slip(part, token.slip) : part;
  }

  /** `-documnet:"a b"` excludes all of its words together. */
  #slip(word: Part, { name, meant, end }: Slip): Part {
    const place = { start: word.start, end };
    this.#complaints.add('misspelt-field', place, { field: name, meant }, { ...place, text: meant });
    const next = this.#peek();
    const hasValue = next?.glued && (next.kind === 'word' || next.kind === 'phrase');
    const value = hasValue && word.end === end ? this.#operand(0) : undefined;
    return value === undefined
      ? word
      : { ...word, node: join('and', [word.node, value.node]), end: value.end };
  }

  #group(open: Token, depth: number): Part | undefined {
    if (depth > DEEPEST_QUERY) throw new QueryRefused('deep', DEEPEST_QUERY, open.start);
    this.#at += 1;
    const part = this.#alternatives(depth);
    const close = this.#next('close');
    if (close === undefined) {
      const end = this.#tokens.at(-1)?.end ?? open.end;
      const text = open.text === '（' ? '）' : ')';
      const edit = part?.stays ? { start: end, end, text } : spanOf(open);
      this.#complaints.add('unbalanced-parenthesis', open, { mark: open.text }, edit);
    }
    return part && { ...part, start: open.start, end: close?.end ?? part.end };
  }

  #filter(field: Token & { readonly kind: 'field' }): Part {
    this.#at += 1;
    const value = this.#peek();
    if (value?.kind !== 'word' && value?.kind !== 'phrase') return this.#emptyFilter(field);
    if (!value.glued) return this.#emptyFilter(field, value);
    this.#at += 1;
    const place = { start: field.start, end: value.end };
    const { kind, text } = value;
    if (field.name === 'title') {
      return { node: { kind, text, field: 'title', ...place }, ...place, stays: true };
    }
    const reading = readFilter(field.name, text);
    if ('filter' in reading) return { node: { kind: 'filter', ...reading, ...place }, ...place, stays: true };
    return this.#badValue(reading, field, value);
  }

  #badValue({ code, meant }: Misread, field: Token, value: Token): Part {
    const values = { field: field.text, value: value.text, ...(meant !== undefined && { meant }) };
    const edit = meant === undefined ? undefined : { ...insideOf(value), text: meant };
    this.#complaints.add(code, value, values, edit);
    return { node: undefined, start: field.start, end: value.end, stays: true };
  }

  /** `title: docker` is corrected by closing the gap, unless `docker` is no value for it. */
  #emptyFilter(field: Token & { readonly kind: 'field' }, next?: Token): Part {
    const gap = { start: field.end, end: next?.start ?? field.end };
    const fits = field.name === 'title' || (next && 'filter' in readFilter(field.name, next.text));
    const closes = next !== undefined && fits === true && this.#text.slice(gap.start, gap.end).trim() === '';
    const edit = closes ? { ...gap, text: '' } : spanOf(field);
    this.#complaints.add('empty-filter', field, { field: field.text }, edit);
    return { node: undefined, ...spanOf(field), stays: closes };
  }

  /** The node of `part` if something in it is looked for. */
  #positive(part: Part): Node | undefined {
    if (part.node === undefined || isPositive(part.node)) return part.node;
    this.#complaints.add('only-exclusions', part, {});
    return undefined;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #next(kind: Token['kind']): Token | undefined {
    const token = this.#peek();
    if (token?.kind !== kind) return undefined;
    this.#at += 1;
    return token;
  }
}

interface Misread {
  readonly code: 'bad-date' | 'unknown-value';
  /** The value that is probably meant. */
  readonly meant: string | undefined;
}

function readFilter(name: Filter['name'], value: string): { readonly filter: Filter } | Misread {
  switch (name) {
    case 'before':
    case 'after': {
      const date = dateNamed(value);
      return date === undefined ? { code: 'bad-date', meant: dateMeant(value) } : { filter: { name, date } };
    }
    case 'language': {
      const language = languageNamed(value);
      if (language === undefined) return { code: 'unknown-value', meant: languageMeant(value) };
      return { filter: { name, value: language } };
    }
    default:
      return { filter: { name, value } };
  }
}

function isPositive(node: Node): boolean {
  if (node.kind === 'and') return node.nodes.some(isPositive);
  return node.kind !== 'not';
}

function negated(node: Node | undefined): Node | undefined {
  return node && { kind: 'not', node };
}

function join(kind: 'and' | 'or', given: readonly (Node | undefined)[]): Node | undefined {
  const nodes = given.flatMap((node) => (node === undefined ? [] : node.kind === kind ? node.nodes : [node]));
  return nodes.length > 1 ? { kind, nodes } : nodes[0];
}

function partOf(parts: readonly Part[], node: Node | undefined): Part | undefined {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { node, start: first.start, end: last.end, stays: parts.some(({ stays }) => stays) };
}

/** A value without its quotation marks. */
function insideOf(value: Token): Span {
  if (value.kind !== 'phrase') return spanOf(value);
  return { start: value.start + 1, end: value.missing === undefined ? value.end - 1 : value.end };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
