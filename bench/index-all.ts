// What a library needs before all of it can be read and searched: load it, find its names, cut its words, build its index. Run by bench/import.ts.
import { load, openWords } from '../server/context.ts';
import { openSearch } from '../server/searching.ts';
import { readSettings } from '../server/settings.ts';

// The thread that builds the index does not keep a process alive.
const alive = setInterval(() => undefined, 1_000);
const settings = readSettings(process.env);
const { library } = await load(settings);
if (library === undefined) throw new Error('the corpus cannot be read');
await openSearch(library, settings.data, (error) => {
  throw error;
});
const { lexicon } = await openWords(settings);
for (const { segments } of library.documents)
  for (const { zh } of segments) if (zh !== null) lexicon.words(zh);
clearInterval(alive);
