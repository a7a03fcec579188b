import type { Library } from '../../server/core/document.ts';
import type { Search } from '../../server/core/search.ts';
import { datesTold } from '../../server/core/told.ts';
import { searchOver } from '../../server/search/engine.ts';
import { openIndex } from '../../server/search/open-index.ts';
import type { WordLore } from '../../server/search/snapshot.ts';
import { buildSnapshot } from '../../server/search/snapshot.ts';
import { unitsOf } from '../../server/search/unit.ts';
import { readingsOf } from '../../server/words/pinyin.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** What is known of words without the dictionary that takes a third of a second to read. */
export const LORE: WordLore = {
  segment: (text) => [...words.segment(text)].map(({ segment }) => segment),
  readingsOf,
  simplifications: () => ({ traditional: '開倡議燈風', simplified: '开倡议灯风' }),
};

/** Search over a library of a test. */
export async function searchIn(library: Library): Promise<Search> {
  const units = unitsOf(library);
  // As it is kept and read again.
  const snapshot = JSON.parse(
    JSON.stringify(
      buildSnapshot(
        units.map(({ source }) => source),
        LORE,
      ),
    ),
  );
  const index = openIndex(snapshot, units, library.authority.gazetteer);
  return await Promise.resolve(
    searchOver(index, library.authority, library.documents, datesTold(library.chronicle.events)),
  );
}
