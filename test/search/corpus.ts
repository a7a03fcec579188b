import type { Library } from '../../server/core/document.ts';
import type { Search } from '../../server/core/search.ts';
import { datesTold } from '../../server/core/told.ts';
import { buildIndex } from '../../server/indexing.ts';
import { load } from '../../server/loading.ts';
import { searchOver } from '../../server/search/engine.ts';
import type { Index } from '../../server/search/open-index.ts';
import { openIndex } from '../../server/search/open-index.ts';
import { unitsOf } from '../../server/search/unit.ts';
import { orderOf } from '../../server/searching.ts';
import { readSettings } from '../../server/settings.ts';

/** Search over the library of the project, with the originals if they are at hand. */
export async function searchInCorpus(): Promise<{ library: Library; search: Search; index: Index }> {
  const { library } = await load(readSettings(process.env));
  if (library === undefined) throw new Error('the corpus cannot be read');
  return { library, ...searchOf(library) };
}

/** Search over a library as the program opens it, with its index built here and now. */
export function searchOf(library: Library): { search: Search; index: Index } {
  const units = unitsOf(library);
  const index = openIndex(buildIndex(orderOf(library, units)), units, library.authority.gazetteer);
  const dates = datesTold(library.chronicle.events);
  return { search: searchOver(index, library, dates), index };
}
