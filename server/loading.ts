import type { Loaded } from './corpus/load.ts';
import { loadCorpus } from './corpus/load.ts';
import { keepParsed, recallParsed } from './corpus/parsed.ts';
import type { Shelf } from './corpus/shelf.ts';
import type { Settings } from './settings.ts';
import { fromRoot } from './settings.ts';
import { textReader } from './texts.ts';

const recalled = new Set<string>();

/** Read the corpus that the settings name, with the texts in the folders that they, or else `corpus.yaml`, name. */
export async function load(settings: Settings): Promise<Loaded> {
  // What this process has read since, it knows.
  if (!recalled.has(settings.data)) await recallParsed(settings.data);
  recalled.add(settings.data);
  const sourcesOf = (shelf: Shelf): readonly string[] => settings.sources ?? shelf.sources.map(fromRoot);
  const loaded = await loadCorpus(settings.corpus, sourcesOf, textReader);
  await keepParsed(settings.data);
  return loaded;
}
