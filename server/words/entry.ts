import type { MeasureWord } from '../core/word.ts';
import { readable, withMarks } from './tone.ts';

/** Another entry that one leads to. */
export interface Reference {
  readonly simplified: string;
  readonly traditional: string;
  readonly pinyin: string;
}

/** An entry of CC-CEDICT: a word under one of its readings. */
export interface Entry extends Reference {
  /** In order, without measure words. */
  readonly senses: readonly string[];
  readonly measures: readonly MeasureWord[];
  /** Where the entry says nothing but that it is a variant of others, or that one should see them: those. */
  readonly leads: readonly Reference[];
}

const REFERENCE = String.raw`([^\s,;|[\]]+)(?:\|([^\s,;[\]]+))?\[([^\]]*)\]`;
const REFERENCES = new RegExp(REFERENCE, 'g');
const LEAD = new RegExp(
  String.raw`^(?:\([^)]*\) ?)*(?:[a-zA-Z]+ ){0,3}?(?:variant of|[Ss]ee(?: also)?|same as) ${REFERENCE}`,
);

/** Read a line of the dictionary; undefined if it is none. */
export function entryOf(line: string): Entry | undefined {
  const first = line.indexOf(' ');
  const second = line.indexOf(' ', first + 1);
  const third = line.indexOf('] /', second);
  const last = line.lastIndexOf('/');
  if (first < 1 || second === -1 || third === -1 || line[second + 1] !== '[' || last < third + 3)
    return undefined;
  const said: string[] = [];
  const measures: MeasureWord[] = [];
  for (const sense of line.slice(third + 3, last).split('/')) {
    if (sense.startsWith('CL:')) measures.push(...measuresIn(sense));
    else if (sense !== '') said.push(sense);
  }
  return {
    simplified: line.slice(first + 1, second),
    traditional: line.slice(0, first),
    pinyin: readable(line.slice(second + 2, third)),
    senses: said.map(withMarks),
    measures,
    leads: leadsOf(said),
  };
}

function leadsOf(senses: readonly string[]): Reference[] {
  const leads: Reference[] = [];
  for (const sense of senses) {
    const lead = sense.includes('[') ? leadOf(sense) : undefined;
    if (lead === undefined) return [];
    leads.push(lead);
  }
  return leads;
}

function leadOf(sense: string): Reference | undefined {
  const [, first, second, numbered] = LEAD.exec(sense) ?? [];
  return first === undefined || numbered === undefined ? undefined : referenceOf(first, second, numbered);
}

function measuresIn(sense: string): MeasureWord[] {
  return [...sense.matchAll(REFERENCES)].map(([, first = '', second, numbered = '']) =>
    referenceOf(first.replace(/^CL:/, ''), second, numbered),
  );
}

function referenceOf(first: string, second: string | undefined, numbered: string): Reference {
  return { simplified: second ?? first, traditional: first, pinyin: readable(numbered) };
}
