// What a library needs before all of it can be read and searched: load it, find its names, cut its words, build its index. Run by bench/import.ts.
import { beFrugal } from '../server/cli/frugal.ts';
import { load } from '../server/loading.ts';
import { openSearch } from '../server/searching.ts';
import { readSettings } from '../server/settings.ts';
import { openLexicon } from '../server/wording.ts';

beFrugal();
// The thread that builds the index does not keep a process alive.
const alive = setInterval(() => undefined, 1_000);
const settings = readSettings(process.env);
const { library, wordFixes } = await load(settings);
if (library === undefined) throw new Error('the corpus cannot be read');
await openSearch(library, settings.data, (error) => {
  throw error;
});
const lexicon = await openLexicon(library, library.terms, { corpus: wordFixes, documents: new Map() });
for (const { segments } of library.documents)
  for (const { zh } of segments) if (zh !== null) lexicon.words(zh);
clearInterval(alive);
