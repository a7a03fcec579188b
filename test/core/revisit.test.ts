import { describe, expect, it } from 'vitest';
import type { DraftSegment } from '../../server/core/draft.ts';
import { EMPTY_LEDGER } from '../../server/core/ledger.ts';
import { reconcile } from '../../server/core/reconcile.ts';
import { revisitOf } from '../../server/core/revisit.ts';
import { digestOf } from '../fixture.ts';

const drafts = (...texts: string[]): DraftSegment[] =>
  texts.map((text, block) => ({
    block,
    kind: 'paragraph',
    level: 0,
    debris: false,
    parts: [],
    marks: [],
    text,
  }));
const LAMP = '灯很亮，海很黑。';
const BOAT = '船来了，人都在看。';
const WIND = '风从北面来，吹了三天。';

describe('revisitOf', () => {
  const before = drafts(LAMP, BOAT, WIND);
  const old = reconcile(EMPTY_LEDGER, before, digestOf);
  const former = ({ id }: { id: string }): string | undefined => before[Number(id.slice(1)) - 1]?.text;

  it('tells that nothing happened', () => {
    expect(revisitOf(old, reconcile(old, before, digestOf, former))).toEqual({
      kept: 3,
      moved: [],
      changed: [],
      appeared: [],
      gone: [],
    });
  });

  it('tells what moved, changed, appeared and went', () => {
    const now = reconcile(old, drafts(WIND, '天亮了。', LAMP, '船来了，人都没在看。'), digestOf, former);
    expect(now.segments.map(({ id }) => id)).toEqual(['s3', 's4', 's1', 's5']);
    expect(revisitOf(old, now)).toEqual({
      kept: 2,
      moved: ['s3'],
      changed: [{ before: 's2', now: 's5' }],
      appeared: ['s4'],
      gone: [],
    });
  });

  it('gives an id that went to nobody', () => {
    const now = reconcile(old, drafts(LAMP, WIND), digestOf, former);
    expect(revisitOf(old, now).gone).toEqual(['s2']);
    expect(now.retired.get(old.segments[1]?.id as never)).toEqual([]);
  });
});
