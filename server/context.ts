import { loadCorpus } from './corpus/load.ts';
import type { Loaded } from './corpus/load.ts';
import type { TextReader } from './corpus/folder.ts';
import type { Format } from './core/document.ts';
import type { DocumentId } from './core/segment.ts';
import { openRevision } from './corpus/revision.ts';
import type { Revision } from './corpus/revision.ts';
import type { Settings } from './settings.ts';
import { fromRoot } from './settings.ts';
import { decode } from './text/decode.ts';
import { parseText, PARSERS } from './text/parse.ts';
import type { ParsableFormat } from './text/parse.ts';

/** How texts are read: the adapter for texts, as the corpus wants it. */
export const textReader: TextReader = {
  decode,
  parse: (source, format) => (isParsable(format) ? parseText(source, format) : undefined),
};

/** Read the corpus that the settings name, with the texts in the folders that they, or else `corpus.yaml`, name. */
export function load(settings: Settings): Promise<Loaded> {
  return loadCorpus(settings.corpus, (shelf) => settings.sources ?? shelf.sources.map(fromRoot), textReader);
}

function isParsable(format: Format): format is ParsableFormat {
  return Object.hasOwn(PARSERS, format);
}

/** Open a document's ledger to change it by hand. */
export async function loadForRevision(settings: Settings, id: DocumentId): Promise<Revision> {
  const sources = settings.sources ?? (await shelfSources(settings));
  return openRevision(settings.corpus, id, sources, textReader);
}

async function shelfSources(settings: Settings): Promise<readonly string[]> {
  let sources: readonly string[] = [];
  await loadCorpus(
    settings.corpus,
    (shelf) => {
      sources = shelf.sources.map(fromRoot);
      return sources;
    },
    textReader,
  );
  return sources;
}
