// `npm run bench`: every budget that exists so far, in one run. Exits 1 if one is not kept.
import { cpus } from 'node:os';
import { measureAlign } from './align.ts';
import { measureCards } from './cards.ts';
import { tableOf } from './figure.ts';
import { measureHeap } from './heap.ts';
import { measureImport } from './import.ts';
import { measureLink } from './link.ts';
import { measurePage } from './page.ts';
import { measureSearch } from './search.ts';
import { measureSearchQuality } from './search-quality.ts';
import { measureStart } from './start.ts';
import { measureText } from './text.ts';
import { measureWeight } from './weight.ts';
import { measureWordbook } from './wordbook.ts';
import { measureWords } from './words.ts';

const { figures: weight, path } = await measureWeight();
const figures = [
  ...(await measureStart()),
  ...(await measurePage(path)),
  ...(await measurePage(`${path}?view=interlinear`, 'interlinear page')),
  ...weight,
  ...(await measureText()),
  ...(await measureImport()),
  ...(await measureLink()),
  ...(await measureCards()),
  ...(await measureSearchQuality()),
  ...measureSearch(),
  ...(await measureWords()),
  ...(await measureWordbook()),
  ...(await measureAlign()),
  ...measureHeap(),
];

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`);
console.log(tableOf(figures));
process.exitCode = figures.some(({ budget }) => budget?.isKept === false) ? 1 : 0;
