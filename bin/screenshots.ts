// Makes the pictures of the README from the library that is embedded: nobody else's text is in them.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { conversion } from '../server/context.ts';
import type { Library } from '../server/core/document.ts';
import { load } from '../server/loading.ts';
import { openSearch } from '../server/searching.ts';
import { PROJECT_ROOT, readSettings } from '../server/settings.ts';
import { sentences } from '../server/texts.ts';
import { createApp } from '../server/web/app.ts';
import { buildAssets } from '../server/web/assets.ts';
import { serve } from '../server/web/serve.ts';
import { CHROMIUM_ADVICE, findChromium, launchChromium } from '../test/chromium.ts';
import { lexiconOver } from '../test/lexicon.ts';
import { messages } from '../test/messages.ts';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly look: BrowserContextOptions;
  readonly pose?: (page: Page) => Promise<unknown>;
}

const FOLDER = join(PROJECT_ROOT, 'docs/images');
const ARTICLE = '/read/one-box-two-blueprints';
const DESKTOP = { viewport: { width: 1440, height: 900 }, locale: 'en-US', colorScheme: 'light' } as const;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

const PICTURES: readonly Picture[] = [
  {
    name: 'reader',
    path: ARTICLE,
    look: DESKTOP,
    pose: async (page) => {
      await putIntroductionAway(page);
      await page.locator('.row').nth(2).hover();
    },
  },
  { name: 'note', path: `${ARTICLE}?view=parallel`, look: DESKTOP, pose: openNote },
  { name: 'library', path: '/', look: DESKTOP },
  { name: 'card', path: `${ARTICLE}?view=parallel`, look: DESKTOP, pose: openCard },
  { name: 'word', path: `${ARTICLE}?view=parallel`, look: DESKTOP, pose: openWord },
  {
    name: 'interlinear',
    path: `${ARTICLE}?view=interlinear`,
    look: DESKTOP,
    pose: (page) =>
      page
        .locator('.heading .row')
        .nth(1)
        .evaluate((row) => row.scrollIntoView()),
  },
  { name: 'search', path: '/search?q=kaifang+rongqi', look: DESKTOP },
  {
    name: 'dark',
    path: `${ARTICLE}?view=stacked`,
    look: { viewport: { width: 820, height: 1000 }, locale: 'zh-CN', colorScheme: 'dark' },
    pose: putIntroductionAway,
  },
  {
    name: 'phone',
    path: ARTICLE,
    look: { ...PHONE, locale: 'zh-CN', colorScheme: 'light' },
    pose: (page) =>
      page
        .locator('.heading .row')
        .nth(1)
        .evaluate((row) => row.scrollIntoView()),
  },
];

const executable = findChromium();
if (executable === undefined) throw new Error(`the pictures need Chromium: ${CHROMIUM_ADVICE}`);
const settings = readSettings(process.env);
const { library } = await load(settings);
if (library === undefined) throw new Error('there is no library to picture; `duidu check` says why');
const assets = await buildAssets(join(PROJECT_ROOT, 'client'));
const own = embedded(library);
// Its index is another one than that of the whole library.
const search = openSearch(own, join(settings.data, 'screenshots'), console.error);
const app = createApp({
  library: own,
  assets,
  locales: messages,
  search,
  lexicon: lexiconOver(own, own.terms),
  conversion,
  sentences,
});
const { url, stop } = await serve(app, { host: '127.0.0.1', port: 0 });
const browser = await launchChromium(executable);
await mkdir(FOLDER, { recursive: true });
for (const { name, path, look, pose } of PICTURES) {
  const page = await browser.newPage({ ...look, baseURL: url });
  await page.goto(path);
  await page.locator('html[data-script="ready"]').waitFor({ state: 'attached' });
  await pose?.(page);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await page.close();
}
await browser.close();
await stop();

/** The text is what the picture is of. */
async function putIntroductionAway(page: Page): Promise<void> {
  await page.locator('.introduction > summary').click();
}

async function openNote(page: Page): Promise<void> {
  await page
    .locator('.heading .row')
    .nth(1)
    .evaluate((row) => row.scrollIntoView());
  await page.locator('.marker').nth(3).click();
  await page.mouse.move(1300, 20);
}

async function openCard(page: Page): Promise<void> {
  await putIntroductionAway(page);
  const mention = page.locator('.paragraph .zh .mention').nth(3);
  await mention.scrollIntoViewIfNeeded();
  const box = await mention.boundingBox();
  if (box === null) throw new Error('there is nobody to show the card of');
  await page.mouse.move(box.x + 4, box.y + 4);
  await page.mouse.move(box.x + 8, box.y + box.height / 2);
  await page.locator('.card:popover-open').waitFor();
}

async function openWord(page: Page): Promise<void> {
  await putIntroductionAway(page);
  const text = await page.locator('.paragraph .zh').nth(2).boundingBox();
  if (text === null) throw new Error('there is no word to show the card of');
  await page.mouse.click(text.x + 10, text.y + 16);
  await page.locator('.card:popover-open').waitFor();
}

/** The library without the texts that may not be passed on. */
function embedded(whole: Library): Library {
  const isOurs = ({ provenance }: Library['documents'][number]): boolean => provenance.redistributable;
  const collections = whole.collections.map((collection) => ({
    ...collection,
    documents: collection.documents.filter(isOurs),
  }));
  return {
    ...whole,
    collections: collections.filter(({ documents }) => documents.length > 0),
    documents: whole.documents.filter(isOurs),
  };
}
