import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWholeWord, patternOf, squeeze, withoutGaps } from '../../server/core/name.ts';

const key = (text: string): string => squeeze(text).key;

/** `Docker|Con`: a name as it is looked for, with a bar wherever a text may leave a gap. */
function seams(name: string): string {
  const { key: units, breaks } = patternOf(name);
  return [...units].map((unit, at) => (breaks.has(at) ? `|${unit}` : unit)).join('');
}

/** Whether what stands in the brackets stands there as a word. */
function isWord(notation: string): boolean {
  const start = notation.indexOf('[');
  const end = notation.indexOf(']') - 1;
  return isWholeWord(notation.replace(/[[\]]/g, ''), start, end);
}

describe('squeeze', () => {
  it.each([
    ['Red Hat', 'redhat'],
    ['ＲＥＤ－ＨＡＴ', 'redhat'],
    ['red　hat', 'redhat'],
    ['Red\u00a0Hat', 'redhat'],
    ['red_hat', 'redhat'],
    ['Red\r\n  Hat', 'redhat'],
    ['布兰登·菲利普斯', '布兰登菲利普斯'],
    ['布兰登・菲利普斯', '布兰登菲利普斯'],
    ['Kuber\u00adnetes', 'kubernetes'],
    ['\u200fDocker\u200f', 'docker'],
    ['D\u0336o\u0336c\u0336k\u0336e\u0336r\u0336', 'docker'],
    ['O’Reilly', "o'reilly"],
    ['<i>"\'&𠮷', '<i>"\'&𠮷'],
    [' \u3000-·\u00ad', ''],
    ['', ''],
  ])('makes %j the key %j', (text, expected) => {
    expect(key(text)).toBe(expected);
  });

  it('takes a letter with an accent for the same, whether it is one character or two, and for another than one without', () => {
    expect(key('Cafe\u0301')).toBe(key('Café'));
    expect(key('Cafe\u0301')).not.toBe(key('Cafe'));
  });

  it('says of each unit of the key where it stands in the text, whatever the text', () => {
    const piece = fc.constantFrom('Red', ' ', '-', 'İ', 'Σ', 'ς', '\u00ad', 'e\u0301', '𠮷', 'Ａ', '容', '’');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
        const text = pieces.join('');
        const { key: units, offsets } = squeeze(text);
        expect(offsets.length).toBe(units.length);
        expect([...offsets].every((at, index) => at < text.length && at > (offsets[index - 1] ?? -1))).toBe(
          true,
        );
        expect(squeeze(units).key).toBe(units);
      }),
    );
  });
});

describe('patternOf', () => {
  it.each([
    ['Google Cloud Platform', 'google|cloud|platform'],
    ['DockerCon', 'docker|con'],
    ['runC', 'runc'],
    ['CoreOS', 'core|os'],
    ['Docker公司', 'docker|公司'],
    ['Node.js', 'node|.js'],
    ['K8s', 'k8s'],
    ['谷歌', '谷歌'],
    ['<b>𠮷', '<b>|𠮷'],
  ])('lets a text break %s only as %s', (name, expected) => {
    expect(seams(name)).toBe(expected);
  });

  it('is done with a megabyte of seams', () => {
    expect(patternOf('abCd'.repeat(250_000)).breaks.size).toBe(250_000);
  });
});

describe('isWholeWord', () => {
  it.each([
    '由[Google]主导',
    '（[Docker]）',
    "[docker]'s",
    '[Docker]/x',
    '[Docker]。',
    '🐳[Docker]🐳',
    '[谷歌]x',
    'x[谷歌]',
    '[Docker]1.12',
    '[Docker]v17.06',
    '[Ｄｏｃｋｅｒ]１.１２',
    '[C++]11',
    '\u200f[Docker]\u200f',
    '“[Docker]”',
  ])('takes %s', (notation) => {
    expect(isWord(notation)).toBe(true);
  });

  it.each([
    '[Docker]file',
    '[Docker]ized',
    '[Docker]2',
    '[Docker]1212121.1',
    '3[Docker]',
    'x[Docker]',
    'é[Docker]',
    'e\u0301[Docker]',
    'x\u00ad[Docker]',
    '[Docker]\u00adized',
    '[Docker]ｓ',
    '[Docker]é',
    '[K8]1.2',
  ])('takes %s for a piece of something longer', (notation) => {
    expect(isWord(notation)).toBe(false);
  });
});

describe('withoutGaps', () => {
  it('keeps the case, so that two spellings with one result differ in nothing else', () => {
    expect(withoutGaps('Red-Hat')).toBe(withoutGaps('Ｒｅｄ　Hat'));
    expect(withoutGaps('Red Hat')).not.toBe(withoutGaps('red hat'));
  });
});
