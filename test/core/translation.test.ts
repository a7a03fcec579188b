import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../server/core/align-drafts.ts';
import type { DraftSegment } from '../../server/core/draft.ts';
import { translationOf } from '../../server/core/translation.ts';

const draft = (text: string, block = 0, debris = false): DraftSegment => ({
  block,
  kind: 'paragraph',
  level: 0,
  debris,
  parts: [{ start: 0, end: text.length }] as unknown as DraftSegment['parts'],
  marks: [],
  text,
});

/** `0-1:a+b` is a bead of the drafts 0 and 1 and two English sentences; `:a` one without Chinese. */
function laid(zh: readonly DraftSegment[], beads: string): string[] {
  const rows = beads.split(' ').map((bead): Row => {
    const [left = '', right = ''] = bead.split(':');
    const at = left === '' ? [] : left.split('-').map(Number);
    const en = right === '' ? [] : right.split('+');
    return {
      bead: { zh: at, en: en.map((_, index) => index), score: 0.9 },
      zh: at.flatMap((one) => zh[one] ?? []),
      en: en.map((text) => draft(text)),
    };
  });
  const { drafts, glosses, loose } = translationOf(zh, rows);
  return [
    ...drafts.map(({ text }, index) => `${text} = ${glosses[index]?.en ?? '–'}`),
    ...loose.map(({ before, en }) => `${before}: ${en}`),
  ];
}

describe('translationOf', () => {
  it('gives each segment its English', () => {
    expect(laid([draft('一。'), draft('二。')], '0:One. 1:Two.')).toEqual(['一。 = One.', '二。 = Two.']);
  });

  it('makes one segment of sentences that are rendered together, and one gloss of several', () => {
    expect(laid([draft('一。'), draft('二。'), draft('三。')], '0-1:a+b 2:c')).toEqual([
      '一。二。 = a b',
      '三。 = c',
    ]);
  });

  it('leaves a segment in its block, and its English beside the first', () => {
    expect(laid([draft('一。', 0), draft('二。', 1)], '0-1:a')).toEqual(['一。 = a', '二。 = –']);
  });

  it('joins nothing over debris', () => {
    expect(laid([draft('一。'), draft('广告', 0, true), draft('二。')], '0-2:a')).toEqual([
      '一。 = a',
      '广告 = –',
      '二。 = –',
    ]);
  });

  it('keeps English that stands for no Chinese, with its place', () => {
    expect(laid([draft('一。'), draft('二。')], ':z 0-1:a :b')).toEqual(['一。二。 = a', '0: z', '1: b']);
  });

  it('shifts the marks of what is joined, and sets a space between Latin words only', () => {
    const second = { ...draft('b'), marks: [{ kind: 'strong' as const, start: 0, end: 1 }] };
    const { drafts } = translationOf(
      [draft('a'), second],
      [{ bead: { zh: [0, 1], en: [0], score: 1 }, zh: [], en: [draft('x')] }],
    );
    expect(drafts[0]?.text).toBe('a b');
    expect(drafts[0]?.marks).toEqual([{ kind: 'strong', start: 2, end: 3 }]);
  });

  it('loses no Chinese and no English, whatever the beads', () => {
    const bead = fc.record({ zh: fc.integer({ min: 0, max: 3 }), en: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(
        fc.array(bead, { maxLength: 12 }),
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        (beads, opens) => {
          let [zhAt, enAt, block] = [0, 0, 0];
          const zh: DraftSegment[] = [];
          const rows = beads.map(({ zh: many, en }): Row => {
            const at = Array.from({ length: many }, () => {
              if (opens[zhAt]) block += 1;
              zh.push(draft(`句${zhAt}`, block));
              return zhAt++;
            });
            const english = Array.from({ length: en }, () => draft(`e${enAt++}.`));
            return { bead: { zh: at, en: [], score: 0.5 }, zh: [], en: english };
          });
          const { drafts, glosses, loose } = translationOf(zh, rows);
          expect(drafts.map(({ text }) => text).join('')).toBe(zh.map(({ text }) => text).join(''));
          const said = [...glosses.flatMap((gloss) => gloss?.en ?? []), ...loose.map(({ en }) => en)].join(
            ' ',
          );
          expect(said.match(/e\d+\./g)?.length ?? 0).toBe(enAt);
          expect(glosses.length).toBe(drafts.length);
        },
      ),
    );
  });
});
