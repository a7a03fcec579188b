import { LRUCache } from 'lru-cache';
import type { Encoding, Rendition } from './rendition.ts';
import { QUALITY, recode, renditionOf } from './rendition.ts';

const MEGABYTE = 1024 * 1024;
// What an entry costs beside its bytes and its key, roughly.
const OVERHEAD = 300;

/**
 * Pages that were rendered, kept compressed within a bound in bytes; the ones asked for longest ago go first.
 * A page that several ask for at once is rendered once.
 */
export class PageStore {
  readonly #renditions: LRUCache<string, Rendition, () => Promise<Rendition>>;

  constructor(mostBytes = 64 * MEGABYTE) {
    this.#renditions = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: ({ body }, key) => body.length + 2 * key.length + OVERHEAD,
      fetchMethod: (_key, _stale, { context: make }) => make(),
      // One that is pushed out while it is made is still what somebody waits for.
      ignoreFetchAbort: true,
    });
  }

  /** The page `key`, made by `render` unless it is kept. What `render` throws is thrown, and nothing is kept. */
  get(key: string, encoding: Encoding, render: () => string): Promise<Rendition> {
    const brotli = (): Promise<Rendition> =>
      this.#fetch(`br ${key}`, () => renditionOf(render(), QUALITY.kept));
    if (encoding === 'br') return brotli();
    const recoded = async (): Promise<Rendition> => recode(await brotli(), encoding);
    // Few ask for plain bytes, and they are ten times as many.
    return encoding === 'identity' ? recoded() : this.#fetch(`${encoding} ${key}`, recoded);
  }

  /** Bytes kept now. */
  get size(): number {
    return this.#renditions.calculatedSize;
  }

  async #fetch(key: string, make: () => Promise<Rendition>): Promise<Rendition> {
    const rendition = await this.#renditions.fetch(key, { context: make });
    return rendition ?? make();
  }
}
