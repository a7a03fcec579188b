import { setImmediate } from 'node:timers/promises';
import type { Document, DocumentSegment } from '../../core/document.ts';
import { isGlossable } from '../../core/segment.ts';
import type { Span } from '../../core/span.ts';
import type { Lexicon } from '../../core/word.ts';

/** A segment in which a word stands, with its places in the Chinese. */
export interface WordUse {
  readonly document: Document;
  readonly segment: DocumentSegment;
  readonly places: readonly Span[];
}

/** Where each word of a library stands. Some 10 bytes a place. */
export interface WordIndex {
  /** In the order of the shelf; each segment once. */
  readonly usesOf: (word: string) => WordUse[];
  /** Different words; places of all of them. */
  readonly size: { readonly words: number; readonly places: number };
}

// A place is its segment's number and where it begins there: a whole number that a double holds.
const REACH = 2 ** 24;

/** Read all words of the library, and let others work between two documents. */
export async function buildWordIndex(documents: readonly Document[], lexicon: Lexicon): Promise<WordIndex> {
  const segments: { readonly document: Document; readonly segment: DocumentSegment }[] = [];
  const found = new Map<string, number[]>();
  for (const document of documents) {
    for (const segment of document.segments) {
      const { zh } = segment;
      if (zh === null || zh === '' || !isGlossable(segment)) continue;
      let at = segments.push({ document, segment }) * REACH - REACH;
      for (const word of lexicon.cut(zh, { document: document.id })) {
        if (HAN.test(word)) {
          const places = found.get(word);
          if (places === undefined) found.set(word, [at]);
          else places.push(at);
        }
        at += word.length;
      }
    }
    await setImmediate();
  }
  const { places, ranges } = packed(found);
  const usesOf = (word: string): WordUse[] => {
    const [from, to] = ranges.get(word) ?? [0, 0];
    const byNumber = Map.groupBy(places.subarray(from, to), (place) => Math.floor(place / REACH));
    return [...byNumber].flatMap(([number, own]) => {
      const at = segments[number];
      const spans = own.map((place) => ({ start: place % REACH, end: (place % REACH) + word.length }));
      return at === undefined ? [] : [{ ...at, places: spans }];
    });
  };
  return { usesOf, size: { words: ranges.size, places: places.length } };
}

const HAN = /\p{Script=Han}/u;

/** All places in one list, and of each word which of them are its own. */
function packed(found: ReadonlyMap<string, readonly number[]>): {
  readonly places: Float64Array;
  readonly ranges: ReadonlyMap<string, readonly [number, number]>;
} {
  let total = 0;
  for (const own of found.values()) total += own.length;
  const places = new Float64Array(total);
  const ranges = new Map<string, readonly [number, number]>();
  let from = 0;
  for (const [word, own] of found) {
    places.set(own, from);
    ranges.set(word, [from, from + own.length]);
    from += own.length;
  }
  return { places, ranges };
}
