import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../server/core/ledger.ts';
import { reconcile } from '../../server/core/reconcile.ts';
import { recut } from '../../server/core/recut.ts';
import { join, split } from '../../server/core/revise.ts';
import { digestOf, drafts, ledgerOf, show } from './ledgers.ts';

const TEXT = '船上有\n一盏灯。灯很亮 真的。\n夜深了。海上有雾。';

/** The ledger of `text` when it is imported again. */
function again(old: Ledger, text: string): Ledger {
  return reconcile(old, recut(old, drafts(text), digestOf), digestOf);
}

const byHand = (): Ledger => {
  const joined = join(ledgerOf(TEXT), TEXT, 's1', '', digestOf);
  return split(joined, TEXT, { id: 's3', offset: 3, newBlock: false }, digestOf);
};

describe('recut', () => {
  it('joins and splits again what a person joined and split', () => {
    const old = byHand();
    expect(show(old, TEXT)).toBe(
      's6=船上有一盏灯。 / s7=灯很亮 s8=真的。 / s4=夜深了。 s5=海上有雾。 s1→s6 s2→s6 s3→s7+s8',
    );
    const now = again(old, `序。\n${TEXT}`);
    expect(show(now, `序。\n${TEXT}`)).toBe(
      's9=序。 / s6=船上有一盏灯。 / s7=灯很亮 s8=真的。 / s4=夜深了。 s5=海上有雾。 s1→s6 s2→s6 s3→s7+s8',
    );
  });

  it('joins with a space where that was put in', () => {
    const old = join(ledgerOf(TEXT), TEXT, 's1', ' ', digestOf);
    expect(again(old, TEXT).segments.map(({ id }) => id)).toEqual(['s6', 's3', 's4', 's5']);
  });

  it('leaves as it was parsed what is no longer the same', () => {
    const now = TEXT.replace('一盏灯', '两盏灯');
    expect(show(again(byHand(), now), now)).toMatch(/^s9=船上有 \/ s10=两盏灯。 s7=灯很亮 s8=真的。 \/ s4=/);
  });

  it('keeps marks at their words', () => {
    const marked = (text: string) =>
      drafts(text).map((draft, at) => ({
        ...draft,
        marks: [
          { kind: 'strong' as const, start: 0, end: draft.text.length },
          ...(at === 2 ? [{ kind: 'footnote' as const, label: '1', start: 3, end: 3 }] : []),
        ],
      }));
    const shown = recut(byHand(), marked(TEXT), digestOf).map(({ text, marks }) =>
      marks.map((mark) => `${mark.kind}=${text.slice(mark.start, mark.end)}`).join(' '),
    );
    expect(shown).toEqual([
      'strong=船上有 strong=一盏灯。',
      'strong=灯很亮 footnote=',
      'strong=真的。',
      'strong=夜深了。',
      'strong=海上有雾。',
    ]);
  });

  it('changes no ledger whose text did not change, whatever was joined and split', () => {
    const act = fc.tuple(fc.boolean(), fc.nat(4), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(act, ([joins, at, offset]) => {
        const ledger = ledgerOf(TEXT);
        const id = ledger.segments[at]?.id ?? '';
        fc.pre(joins ? at < 4 : offset < (ledger.segments[at]?.length ?? 0));
        const revised = joins
          ? join(ledger, TEXT, id, '', digestOf)
          : split(ledger, TEXT, { id, offset, newBlock: false }, digestOf);
        expect(again(revised, TEXT)).toEqual(revised);
      }),
    );
  });
});
