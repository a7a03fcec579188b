import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizer } from '../../server/search/normal.ts';
import { mapOf } from '../../server/search/snapshot.ts';
import { simplifications } from '../../server/words/script.ts';
import { anyText } from './texts.ts';

const { traditional, simplified } = simplifications();
const normal = normalizer(mapOf(traditional, simplified));

describe('a normal text', () => {
  it('has no case, width or accents, and one kind of apostrophe', () => {
    expect(normal('ＤｏｃｋＥＲ　Café')).toBe('docker cafe');
    expect(normal('Google’s Ünï')).toBe("google's uni");
  });

  it('is simplified character by character', () => {
    expect(normal('開放容器倡議，鏡像倉庫')).toBe('开放容器倡议,镜像仓库');
  });

  it('is as long as the text, unit for unit, whatever stands in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normal(text)).toHaveLength(text.length);
      }),
    );
    for (const text of ['İstanbul', 'ß', '𠮷祥號', 'ﬁn', 'e\u0301', 'Σ ς'])
      expect(normal(text)).toHaveLength(text.length);
  });

  it('is its own normal text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normal(normal(text))).toBe(normal(text));
      }),
    );
  });
});
