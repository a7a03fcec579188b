import { describe, expect, it } from 'vitest';
import { decode } from '../../server/text/decode.ts';
import { detectEncoding, isBinary } from '../../server/text/encoding.ts';
import { languageOf } from '../../server/text/frequent.ts';
import { encodingCalled } from '../../server/text/open.ts';

const SIMPLE = '岛上的人都说，看得见灯的时候，船就不会走错路。';
const OLD = '島上的人都說，看得見燈的時候，船就不會走錯路。';

/** Bytes of a text in an encoding that Node only reads: each character is looked for among all pairs of bytes. */
function encoded(text: string, encoding: 'gb18030' | 'big5'): Uint8Array {
  const table = new Map<string, readonly number[]>();
  for (let a = 0x81; a <= 0xfe; a += 1)
    for (let b = 0x40; b <= 0xfe; b += 1) {
      const as = decode(Uint8Array.of(a, b), encoding);
      if (as.kind === 'decoded' && !table.has(as.source)) table.set(as.source, [a, b]);
    }
  return Uint8Array.from([...text].flatMap((one) => table.get(one) ?? [one.charCodeAt(0)]));
}

const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

describe('detectEncoding', () => {
  it.each([
    ['UTF-8', Buffer.from(SIMPLE), 'utf-8', SIMPLE],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${SIMPLE}`), 'utf-8', SIMPLE],
    ['GBK', encoded(SIMPLE, 'gb18030'), 'gb18030', SIMPLE],
    ['Big5', encoded(OLD, 'big5'), 'big5', OLD],
    ['UTF-16 with a mark', utf16(`\ufeff${SIMPLE}\r\n`, false), 'utf-16le', `${SIMPLE}\r\n`],
    ['UTF-16 with a mark, the other way round', utf16(`\ufeff${SIMPLE}`, true), 'utf-16be', SIMPLE],
    ['UTF-16 without a mark', utf16(`Lamp\r\n${SIMPLE}`, true), 'utf-16be', `Lamp\r\n${SIMPLE}`],
  ])('knows %s', (_, bytes, encoding, source) => {
    expect(detectEncoding(bytes)).toEqual({ kind: 'detected', encoding, source });
  });

  it.each([
    ['four bytes that any encoding takes', encoded('灯塔', 'gb18030')],
    ['French', Buffer.from('Un été déjà passé à la plage, où naît la mer', 'latin1')],
    ['UTF-8 with one byte that is none', Buffer.concat([Buffer.from(SIMPLE), Buffer.of(0xff)])],
  ])('is unsure of %s', (_, bytes) => {
    expect(detectEncoding(bytes).kind).toBe('unsure');
  });

  it('tells bytes of a program from those of a text', () => {
    expect(isBinary(Uint8Array.from({ length: 256 }, (_, index) => index))).toBe(true);
    expect(isBinary(encoded(`${SIMPLE}\r\n\t`, 'gb18030'))).toBe(false);
  });
});

describe('encodingCalled', () => {
  it('knows the names that pages use', () => {
    expect(['GB2312', 'gbk', 'Big5-HKSCS', 'utf8', 'klingon'].map(encodingCalled)).toEqual([
      'gb18030',
      'gb18030',
      'big5',
      'utf-8',
      undefined,
    ]);
  });
});

describe('languageOf', () => {
  it('tells by characters how a text is written', () => {
    expect([SIMPLE, OLD, '山水', 'lamp', `${OLD}“${SIMPLE.slice(0, 6)}”`].map(languageOf)).toEqual([
      'zh-Hans',
      'zh-Hant',
      'zh-Hans',
      'zh-Hans',
      'zh-Hant',
    ]);
  });
});
