import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { find } from '../../server/core/find.ts';
import { fold } from '../../server/core/fold.ts';
import type { Span } from '../../server/core/span.ts';
import { documentOf, segment } from '../fixture.ts';

const document = documentOf('harbour', [
  segment('s1', '港口的ＬＡＭＰ亮了', 'The lamp is lit'),
  segment('s2', '𠮷港口𠮷', 'A LAMP, a lamp'),
  segment('s3', '页脚 lamp', null, { debris: true }),
  segment('s4', null, 'Only English: İstanbul lamp'),
]);

describe('find', () => {
  it('finds a word in both languages, whatever its case and width', () => {
    expect(shown('lamp')).toEqual([
      '港口的[ＬＡＭＰ]亮了 / The [lamp] is lit',
      '𠮷港口𠮷 / A [LAMP], a [lamp]',
      ' / Only English: İstanbul [lamp]',
    ]);
    expect(shown('ｌａｍｐ')).toEqual(shown('LAMP'));
  });

  it('finds Chinese, beside characters of two units', () => {
    expect(shown('港口')).toEqual(['[港口]的ＬＡＭＰ亮了 / The lamp is lit', '𠮷[港口]𠮷 / A LAMP, a lamp']);
  });

  it('takes the query literally', () => {
    expect(shown('.*')).toEqual([]);
    expect(shown('lamp, ')).toEqual(['𠮷港口𠮷 / A [LAMP,] a lamp']);
  });

  it('finds nothing for an empty query', () => {
    expect(find(' \u3000', [document], 10)).toEqual({ total: 0, hits: [] });
  });

  it('counts the hits that are over the limit', () => {
    const { total, hits } = find('lamp', [document], 1);
    expect([total, hits.length]).toEqual([3, 1]);
  });
});

describe('fold', () => {
  it('keeps every offset', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
    expect(fold('İＡ\u3000Σς')).toBe('İa σσ');
  });
});

function shown(query: string): string[] {
  return find(query, [document], 100).hits.map(
    ({ segment: { zh, en }, ...spans }) =>
      `${bracketed(zh ?? '', spans.zh)} / ${bracketed(en ?? '', spans.en)}`,
  );
}

function bracketed(text: string, spans: readonly Span[]): string {
  let shownText = '';
  let at = 0;
  for (const { start, end } of spans) {
    shownText += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return shownText + text.slice(at);
}
