import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Page } from 'playwright-core';
import { conversion } from '../server/context.ts';
import type { Document, DocumentSegment, Library } from '../server/core/document.ts';
import { load } from '../server/loading.ts';
import { PROJECT_ROOT, readSettings } from '../server/settings.ts';
import { sentences } from '../server/texts.ts';
import { createApp } from '../server/web/app.ts';
import { buildAssets } from '../server/web/assets.ts';
import { serve } from '../server/web/serve.ts';
import { findChromium, launchChromium } from '../test/chromium.ts';
import { lexiconOver } from '../test/lexicon.ts';
import { messages } from '../test/messages.ts';
import type { Figure } from './figure.ts';
import { atMost, median, plain } from './figure.ts';

const MENTIONS = 3000;
/** At 60 frames a second. */
const FRAME_MS = 16.7;
const OPENINGS = 15;
const SCROLLS = 90;

/** What the cards of a page weigh, and what opening one and scrolling cost where a page has 3,000 mentions. */
export async function measureCards(): Promise<Figure[]> {
  const { library } = await load(readSettings(process.env));
  if (library === undefined) throw new Error('the corpus cannot be read');
  const large = manyMentions(library);
  const assets = await buildAssets(join(PROJECT_ROOT, 'client'));
  const search = Promise.reject(new Error('nothing is searched here'));
  search.catch(() => undefined);
  const app = createApp({
    library: large,
    assets,
    locales: messages,
    search,
    lexicon: lexiconOver(large),
    conversion,
    sentences,
  });
  const { url, stop } = await serve(app, { host: '127.0.0.1', port: 0 });
  try {
    const ids = library.documents.map(({ id }) => id);
    return [...(await weights(url, ids)), ...(await inBrowser(`${url}/read/${LARGE}`))];
  } finally {
    await stop();
  }
}

const LARGE = 'many-mentions';

/** The library with one more document: its segments that name somebody, over and over, until it has 3,000 mentions. */
function manyMentions(library: Library): Library {
  const naming = library.documents.flatMap(({ segments }) =>
    segments.filter(
      ({ debris, kind, names }) => !debris && kind === 'paragraph' && names.zh.mentions.length > 0,
    ),
  );
  const segments: DocumentSegment[] = [];
  for (let count = 0; count < MENTIONS; ) {
    const at = segments.length;
    const segment = naming[at % naming.length] as DocumentSegment;
    segments.push({
      ...segment,
      id: `s${at}` as DocumentSegment['id'],
      block: `b${at}` as DocumentSegment['block'],
      notes: [],
    });
    count += segment.names.zh.mentions.length + segment.names.en.mentions.length;
  }
  const [first] = library.documents;
  if (first === undefined) throw new Error('there is no document');
  const document = { ...first, id: LARGE as Document['id'], segments, retired: new Map() };
  const documents = [...library.documents, document];
  return { ...library, documents };
}

async function weights(url: string, ids: readonly string[]): Promise<Figure[]> {
  const shares = await Promise.all(
    ids.map(async (id) => {
      const page = await (await fetch(`${url}/read/${id}`)).text();
      const bare = page.replace(/<template data-card=[\s\S]*?<\/template>/g, '');
      return (await compressed(page)) / (await compressed(bare)) - 1;
    }),
  );
  return [atMost('cards add to a page, compressed, at most', Math.max(...shares) * 100, 40, '%')];
}

const compress = promisify(brotliCompress);

async function compressed(text: string): Promise<number> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  };
  return (await compress(text, { params })).length;
}

async function inBrowser(address: string): Promise<Figure[]> {
  const executable = findChromium();
  if (executable === undefined) return [];
  const browser = await launchChromium(executable);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address);
    await page.locator('html[data-script="ready"]').waitFor({ state: 'attached' });
    const opening = median(await openings(page));
    return [
      atMost('a card opens, on a page with 3,000 mentions', opening, FRAME_MS, 'ms'),
      plain('… slow frames in 1.5 s of scrolling there', await slowFrames(page), 'of 90'),
      plain('… and without the cards', await slowFrames(page, true), 'of 90'),
    ];
  } finally {
    await browser.close();
  }
}

// What runs in the page is given as text: the DOM is no part of what this folder's types know.

/** From the focus until the card has its place: script, style and layout. */
function openings(page: Page): Promise<number[]> {
  return page.evaluate(`(async () => {
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const mentions = [...document.querySelectorAll('a.mention')];
    const measured = [];
    for (let round = 0; round < ${OPENINGS}; round += 1) {
      const mention = mentions[Math.floor((mentions.length * (round + 0.5)) / ${OPENINGS})];
      mention.scrollIntoView({ block: 'center' });
      await pause(120);
      const start = performance.now();
      mention.focus({ focusVisible: true });
      document.querySelector('[popover]:popover-open').getBoundingClientRect();
      measured.push(performance.now() - start);
      await pause(60);
      mention.blur();
    }
    return measured;
  })()`);
}

/** Frames that took more than two, while the page is scrolled a step a frame. */
function slowFrames(page: Page, without = false): Promise<number> {
  return page.evaluate(`(async () => {
    if (${without}) document.documentElement.dataset.cards = '0';
    scrollTo(0, 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    let slow = 0;
    let before = performance.now();
    for (let frame = 0; frame < ${SCROLLS}; frame += 1) {
      scrollBy(0, 60);
      const now = await new Promise(requestAnimationFrame);
      if (now - before > 34) slow += 1;
      before = now;
    }
    return slow;
  })()`);
}
