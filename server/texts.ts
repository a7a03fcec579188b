import type { Cutters } from './core/parting.ts';
import type { TextOpener } from './corpus/text-opener.ts';
import { onFirstUse } from './first-use.ts';
import { openInThread } from './opener.ts';
import { decode } from './text/decode.ts';
import { parseText } from './text/parse.ts';
import { sentencesOf } from './text/sentence.ts';
import { englishSentences } from './text/sentence-en.ts';

/** How texts are read: the adapter for texts, as the corpus wants it. */
export const textReader: TextOpener = {
  decode,
  parse: parseText,
  open: openInThread,
  simplifier: onFirstUse(async () => (await import('./wording.ts')).simplifier()),
};

/** How texts are cut into sentences. */
export const sentences: Cutters = { zh: sentencesOf, en: englishSentences };
