// Builds the index of search in a thread of its own, so that pages are served meanwhile. What it needs comes as `workerData`.
import { parentPort, workerData } from 'node:worker_threads';
import type { Snapshot } from './search/snapshot.ts';
import { buildSnapshot } from './search/snapshot.ts';
import type { Source } from './search/unit.ts';
import { readingsOf } from './words/pinyin.ts';
import { simplifications } from './words/script.ts';
import { buildSegmenter } from './words/segmenter.ts';

/** What is to be indexed, and the words that the segmenter keeps whole. */
export interface IndexOrder {
  readonly sources: readonly Source[];
  readonly words: readonly string[];
}

export function buildIndex({ sources, words }: IndexOrder): Snapshot {
  return buildSnapshot(sources, { segment: buildSegmenter(words), readingsOf, simplifications });
}

if (parentPort !== null) parentPort.postMessage(buildIndex(workerData as IndexOrder));
