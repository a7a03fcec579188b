import { describe, expect, it } from 'vitest';
import type { Prose } from '../../server/core/proofread.ts';
import { compareNames, proofread } from '../../server/core/proofread.ts';

const prose = (language: 'zh' | 'en', text: string, beside?: string): Prose => ({
  file: 'file.yaml',
  path: [],
  language,
  text,
  ...(beside !== undefined && { beside }),
});
const rules = (...pieces: Prose[]): string[] => proofread(pieces).map((finding) => finding.rule);
const CURLY = prose('en', 'It’s “fine”.');

describe('proofread', () => {
  it.each([
    ['plain English', prose('en', 'The lamp burns, at 5 o’clock; “why?” – he asked (twice).')],
    ['inches behind a digit', prose('en', 'A 19" rack')],
    ['Han that is quoted or in brackets', prose('en', 'the word “灯” (灯塔) in 《灯》', '灯')],
    ['Han that the Chinese itself speaks of', prose('en', '30万 is 300,000', '“30万”是300,000')],
    ['Han in a note', prose('en', '走红 means to become a hit.')],
    ['plain Chinese', prose('zh', '灯塔（1903年建成）说：“亮！”Docker 1.12、rkt v1.0和a.b,c都是名字。')],
  ])('finds nothing in %s', (_, piece) => {
    expect(rules(CURLY, piece)).toEqual([]);
  });

  it.each([
    ['straight quotation marks among curly ones', prose('en', 'the "lamp"'), 'straight-quote'],
    ['two spaces', prose('en', 'the  lamp'), 'double-space'],
    ['a space at the end', prose('zh', '灯。 '), 'outer-space'],
    ['bare Han in a gloss', prose('en', 'the 灯 burns', '灯亮'), 'han-in-english'],
    ['full-width punctuation in English', prose('en', 'the lamp，burning'), 'wide-punctuation'],
    ['half-width punctuation in Chinese', prose('zh', '灯亮,人来'), 'narrow-punctuation'],
    ['half-width brackets in Chinese', prose('zh', '灯(塔)亮。'), 'narrow-punctuation'],
    ['a half-width full stop in Chinese', prose('zh', '灯亮.'), 'narrow-punctuation'],
  ])('finds %s', (_, piece, rule) => {
    expect(rules(CURLY, piece)).toEqual([rule]);
  });

  it('leaves a file alone that has straight quotation marks throughout', () => {
    expect(rules(prose('en', 'the "lamp"'))).toEqual([]);
  });
});

describe('compareNames', () => {
  const messages = (...pieces: Prose[]): string[] => compareNames(pieces).map((finding) => finding.message);

  it('finds a name that is spelt in another way than elsewhere', () => {
    expect(
      messages(
        prose('en', 'Red Hat said', 'RedHat说'),
        prose('en', 'Red Hat', '红帽'),
        prose('en', 'but RedHat did', '红帽'),
      ),
    ).toEqual(['“RedHat” is written “Red Hat” in 2 other places']);
  });

  it('says once of each piece what it spells twice', () => {
    const usual = prose('en', 'Red Hat', '红帽RedHat');
    expect(messages(usual, usual, prose('en', 'RedHat or RedHat', '红帽'))).toHaveLength(1);
  });

  it('allows the spelling that stands in the Chinese beside it', () => {
    expect(
      messages(prose('en', 'runC', '它'), prose('en', 'runC', '它'), prose('en', 'runc', 'runc是')),
    ).toEqual([]);
  });

  it('takes capitals of first letters and hyphens for no difference', () => {
    expect(
      messages(
        prose('en', 'Containerd and Cloud-Native things', 'x'),
        prose('en', 'containerd and cloud native things', 'containerd, cloud native'),
      ),
    ).toEqual([]);
  });

  it('compares only what the Chinese writes in Latin letters', () => {
    expect(messages(prose('en', 'any body', '某人'), prose('en', 'anybody', '谁'))).toEqual([]);
  });
});
