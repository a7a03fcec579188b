import { describe, expect, it } from 'vitest';
import { languageIn, scriptOf } from '../../server/core/script.ts';

describe('the characters of a language tag', () => {
  it.each([
    ['zh-Hans', 'hans'],
    ['zh-Hant', 'hant'],
    ['zh-Hant-HK', 'hant'],
    ['ZH-tw', 'hant'],
    ['zh-MO', 'hant'],
    ['zh', 'hans'],
    ['zh-Hantx', 'hans'],
    ['', 'hans'],
  ])('%s: %s', (tag, script) => {
    expect(scriptOf(tag)).toBe(script);
  });

  it('are told back', () => {
    expect([languageIn('hans'), languageIn('hant')]).toEqual(['zh-Hans', 'zh-Hant']);
  });
});
