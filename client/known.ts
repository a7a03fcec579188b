import { recall, remember } from './memory.ts';

/** What a reader says of a word; nothing is said of most. */
export type Mark = 'known' | 'learn';

const NAME = 'words';
// Some 200 kB. Of more the first that were marked are forgotten.
const MOST = 20_000;
const LONGEST = 60;

let marks: Map<string, Mark> | undefined;

/** All words that are marked on this device; where it may remember nothing, those marked on this page. */
export function markedWords(): ReadonlyMap<string, Mark> {
  marks ??= read(recall(NAME));
  return marks;
}

export function markOf(word: string): Mark | undefined {
  return markedWords().get(word);
}

/** Mark a word, or with undefined take its mark away. */
export function markWord(word: string, mark: Mark | undefined): void {
  // Another page may have marked words since.
  const stored = recall(NAME);
  const all = stored === undefined ? new Map(markedWords()) : read(stored);
  all.delete(word);
  if (mark !== undefined && word.length <= LONGEST) all.set(word, mark);
  for (const first of all.keys()) {
    if (all.size <= MOST) break;
    all.delete(first);
  }
  marks = all;
  remember(NAME, JSON.stringify(Object.fromEntries(all)));
  for (const tell of listeners) tell();
}

const listeners: (() => void)[] = [];

/** Tells when words are marked, on this page or on another of the same device. */
export function whenMarked(tell: () => void): void {
  listeners.push(tell);
  addEventListener('storage', ({ key }) => {
    if (key !== null && key !== `duidu.${NAME}`) return;
    marks = undefined;
    tell();
  });
}

// What somebody else may have written there is no reason to break.
function read(text: string | undefined): Map<string, Mark> {
  try {
    const entries = Object.entries(JSON.parse(text ?? '{}') ?? {});
    return new Map(entries.filter(isMarked).slice(-MOST));
  } catch {
    return new Map();
  }
}

function isMarked(entry: [string, unknown]): entry is [string, Mark] {
  return entry[0].length <= LONGEST && (entry[1] === 'known' || entry[1] === 'learn');
}
