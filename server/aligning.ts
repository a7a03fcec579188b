import type { Sentence } from './core/align.ts';
import { align } from './core/align.ts';
import type { Row } from './core/align-drafts.ts';
import { alignDrafts } from './core/align-drafts.ts';
import type { Bead } from './core/bead.ts';
import type { DraftSegment } from './core/draft.ts';
import { load } from './loading.ts';
import type { Settings } from './settings.ts';
import { detectEncoding } from './text/encoding.ts';
import type { Cutting, ParsableFormat } from './text/parse.ts';
import { parseText } from './text/parse.ts';
import { openRenderings } from './wording.ts';

export type { ParsableFormat } from './text/parse.ts';

/** What aligns a Chinese text with its English translation. */
export interface Aligner {
  /** Sentences as they are given. */
  readonly lines: (zh: readonly string[], en: readonly string[]) => Bead[];
  /** Parsed texts: their blocks are anchors. */
  readonly drafts: (zh: readonly DraftSegment[], en: readonly DraftSegment[]) => Row[];
  readonly parse: (source: string, format: ParsableFormat, cutting: Cutting) => DraftSegment[];
  readonly detect: typeof detectEncoding;
}

/** An aligner that knows the dictionary, and the terms and names of the corpus if it can be read: a quarter of a second. */
export async function openAligner(settings: Settings): Promise<Aligner> {
  const { library } = await load(settings);
  const known = await openRenderings(library);
  const sentences = (lines: readonly string[]): Sentence[] => lines.map((text) => ({ text }));
  return {
    lines: (zh, en) => align(sentences(zh), sentences(en), known),
    drafts: (zh, en) => alignDrafts(zh, en, known),
    parse: parseText,
    detect: detectEncoding,
  };
}
