import { expect, it } from 'vitest';
import { reader } from '../reader.ts';

it.each([
  ['en', 'Attribution-ShareAlike', 'tone marks'],
  ['zh-Hans', '署名—相同方式共享', '声调符号'],
])(
  'GET /about in %s says whose the dictionary is, under which licence, and what is changed',
  async (lang, licence, change) => {
    const { text } = await reader().get(`/about?lang=${lang}`);
    for (const said of [
      licence,
      change,
      'href="https://cc-cedict.org/"',
      'href="https://creativecommons.org/licenses/by-sa/4.0/"',
    ])
      expect(text).toContain(said);
  },
);
