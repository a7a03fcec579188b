import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftSegment } from '../../server/core/draft.ts';
import { EMPTY_LEDGER, freshSegmentIds, trailsIn } from '../../server/core/ledger.ts';
import { matches, reconcile } from '../../server/core/reconcile.ts';
import { reclass } from '../../server/core/revise.ts';
import { parseSegmentId } from '../../server/core/segment.ts';
import { digestOf, drafts, ledgerOf, show } from './ledgers.ts';

describe('reconcile', () => {
  it('gives ids in order to a text that is new', () => {
    const source = '甲。乙。\n丙。';
    expect(show(ledgerOf(source), source)).toBe('s1=甲。 s2=乙。 / s3=丙。');
  });

  it('changes nothing when nothing changed', () => {
    const source = '甲。乙。\n丙。';
    const ledger = ledgerOf(source);
    expect(ledgerOf(source, ledger)).toEqual(ledger);
  });

  it('keeps ids when text is put before, between and behind', () => {
    const now = '序。\n甲。中。乙。\n丙。尾。';
    expect(show(ledgerOf(now, ledgerOf('甲。乙。\n丙。')), now)).toBe(
      's4=序。 / s1=甲。 s5=中。 s2=乙。 / s3=丙。 s6=尾。',
    );
  });

  it('retires a changed sentence in favour of what stands in its place', () => {
    const now = '甲。乙一。乙二。丙。';
    expect(show(ledgerOf(now, ledgerOf('甲。乙。丙。')), now)).toBe(
      's1=甲。 s4=乙一。 s5=乙二。 s3=丙。 s2→s4+s5',
    );
  });

  it('gives each of several changed sentences its own successor, when there are as many', () => {
    const now = '甲。乙一。丙一。丁。';
    expect(show(ledgerOf(now, ledgerOf('甲。乙。丙。丁。')), now)).toBe(
      's1=甲。 s5=乙一。 s6=丙一。 s4=丁。 s2→s5 s3→s6',
    );
  });

  it('retires a sentence that is gone in favour of nothing, and never gives its id again', () => {
    const shorter = ledgerOf('甲。丙。', ledgerOf('甲。乙。丙。'));
    expect(show(ledgerOf('甲。丙。乙。', shorter), '甲。丙。乙。')).toBe('s1=甲。 s3=丙。 s4=乙。 s2→');
  });

  it('tells sentences that are the same by their order', () => {
    const now = '是。甲。是。是。';
    expect(show(ledgerOf(now, ledgerOf('是。甲。是。')), now)).toBe('s1=是。 s2=甲。 s3=是。 s4=是。');
  });

  it('keeps what a person said of a segment by hand', () => {
    const ledger = reclass(ledgerOf('甲。\n乙。'), 's2', { kind: 'caption', debris: true });
    const again = ledgerOf('序。\n甲。\n乙。', ledger);
    expect(again.segments.map(({ id, kind, debris }) => `${id} ${kind} ${debris}`)).toEqual([
      's3 paragraph false',
      's1 paragraph false',
      's2 caption true',
    ]);
  });

  it('takes the numbers of a list that has grown from the text, but what another kind is called from the person who said so', () => {
    const numbered = (text: string): DraftSegment[] =>
      drafts(text).map((draft, at) => ({ ...draft, kind: 'item' as const, level: 1, label: `${at + 1}` }));
    const old = reclass(reconcile(EMPTY_LEDGER, numbered('甲。\n乙。'), digestOf), 's2', {
      kind: 'footnote',
    });
    const labels = reconcile(old, numbered('序。\n甲。\n乙。'), digestOf).segments.map(
      ({ kind, label }) => `${kind} ${label}`,
    );
    expect(labels).toEqual(['item 1', 'item 2', 'footnote 2']);
  });

  it('leads each sentence of a text that was written anew to a few that stand about where it stood', () => {
    const text = (length: number, letter: string): string =>
      Array.from({ length }, (_, at) => `${letter}${at}。`).join('');
    const ledger = ledgerOf(text(3000, '乙'), ledgerOf(text(2000, '甲')));
    const successors = [...ledger.retired.values()];
    expect(successors).toHaveLength(2000);
    expect(Math.max(...successors.map((few) => few.length))).toBe(8);
    expect(Math.min(...successors.map((few) => few.length))).toBe(8);
    expect([successors[0]?.[0], successors.at(-1)?.at(-1)]).toEqual(['s2001', 's5000']);
  });

  it('gives out no id that the ledger names anywhere, and counts no made-up name', () => {
    const [segment] = ledgerOf('甲。').segments;
    if (segment === undefined) throw new Error('a segment is wanted');
    const ids = ['s12345678901234567890', 's3'].map(parseSegmentId);
    const old = {
      segments: ids.map((id) => ({ ...segment, id })),
      retired: new Map([[parseSegmentId('s1'), [parseSegmentId('s4')]]]),
    };
    expect(freshSegmentIds(old).next().value).toBe('s5');
  });

  it('ties footnotes to the block that carries their label', () => {
    const [body, foot] = drafts('甲。\n脚注。');
    if (body === undefined || foot === undefined) throw new Error('two blocks are wanted');
    const marks = [
      { kind: 'footnote' as const, label: '1', start: 2, end: 2 },
      { kind: 'footnote' as const, label: '9', start: 2, end: 2 },
    ];
    const ledger = reconcile(
      { segments: [], retired: new Map() },
      [
        { ...body, marks },
        { ...foot, kind: 'footnote', label: '1' },
      ],
      digestOf,
    );
    expect(ledger.segments[0]?.marks).toEqual([
      { kind: 'footnote', label: '1', start: 2, end: 2, target: 'b2' },
    ]);
  });

  it('never renumbers, never repeats an id, and leads every id that was given out to a living one or to none', () => {
    const text = fc
      .array(fc.constantFrom('甲。', '乙。', '丙。', '丁。', '\n'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (versions) => {
        let ledger = ledgerOf('');
        const texts = new Map<string, string>();
        for (const version of versions) {
          ledger = ledgerOf(version, ledger);
          const ids = ledger.segments.map((segment) => segment.id);
          expect(new Set([...ids, ...ledger.retired.keys()]).size).toBe(ids.length + ledger.retired.size);
          for (const { id, digest } of ledger.segments) {
            expect(texts.get(id) ?? digest).toBe(digest);
            texts.set(id, digest);
          }
          const trails = trailsIn(ledger);
          for (const id of texts.keys()) {
            const known = ledger.retired.has(id as never) || ids.includes(id as never);
            expect(known).toBe(true);
            for (const living of trails(id).living) expect(ids).toContain(living);
          }
        }
      }),
    );
  });
});

describe('matches', () => {
  it('rises on both sides and pairs only what is equal', () => {
    const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 10 });
    fc.assert(
      fc.property(items, items, (old, now) => {
        let last = -1;
        for (const [n, o] of [...matches(old, now)].sort(([a], [b]) => a - b)) {
          expect(now[n]).toBe(old[o]);
          expect(o).toBeGreaterThan(last);
          last = o;
        }
      }),
    );
  });
});
