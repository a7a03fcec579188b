import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnchoredNote } from '../../server/core/note.ts';
import type { Run } from '../../server/core/run.ts';
import { runsOf } from '../../server/core/run.ts';
import type { Mark } from '../../server/core/segment.ts';
import { parseBlockId, parseSegmentId } from '../../server/core/segment.ts';

const note = (start: number, end: number): AnchoredNote => ({
  id: `n${start}`,
  kind: 'idiom',
  zh: '注',
  en: 'note',
  anchor: { segment: parseSegmentId('s1'), language: 'zh', start, quote: '' },
  span: { start, end },
});
const footnote = (at: number): Mark => ({
  kind: 'footnote',
  start: at,
  end: at,
  target: parseBlockId('b9'),
  label: '1',
});
const show = (runs: readonly Run<unknown>[]): string =>
  runs
    .map(({ text, marks, notes, ending }) => {
      const kinds = [...marks.map((mark) => mark.kind), ...notes.map(() => 'note')].join('+');
      return `[${text}${kinds === '' ? '' : `|${kinds}`}]${ending.map(() => '*').join('')}`;
    })
    .join('');

describe('runsOf', () => {
  it('leaves a plain text whole', () => {
    expect(show(runsOf('在北京', []))).toBe('[在北京]');
  });

  it('cuts at every boundary of marks that overlap', () => {
    const marks: Mark[] = [
      { kind: 'strong', start: 0, end: 4 },
      { kind: 'link', href: 'https://example.org/', start: 2, end: 6 },
    ];
    expect(show(runsOf('北京大学在北京', marks))).toBe('[北京|strong][大学|strong+link][在北|link][京]');
  });

  it('gives a footnote’s reference a run of its own, behind the words it belongs to', () => {
    const marks: Mark[] = [{ kind: 'strong', start: 0, end: 2 }, footnote(2)];
    expect(show(runsOf('鲸鱼游', marks))).toBe('[鲸鱼|strong][|strong+footnote][游]');
  });

  it('puts references at the very start and end', () => {
    expect(show(runsOf('鲸', [footnote(0), footnote(1)]))).toBe('[|footnote][鲸][|footnote]');
  });

  it('marks where a note’s quote ends', () => {
    expect(show(runsOf('好景不长，然而', [], [note(0, 4)]))).toBe('[好景不长|note]*[，然而]');
  });

  it('keeps an empty text', () => {
    expect(
      runsOf('', [])
        .map((run) => run.text)
        .join(''),
    ).toBe('');
  });

  it('loses nothing: joining the runs gives the text back, and each run has all that covers it', () => {
    const spans = fc.array(fc.tuple(fc.nat(12), fc.nat(12)));
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), spans, spans, (text, marked, noted) => {
        const clip = ([a, b]: readonly [number, number]): [number, number] => [
          Math.min(a, b, text.length),
          Math.min(Math.max(a, b), text.length),
        ];
        const marks = marked.map(clip).map(([start, end]): Mark => ({ kind: 'strong', start, end }));
        const notes = noted.map(clip).map(([start, end]) => note(start, end));
        const runs = runsOf(text, marks, notes);
        expect(runs.map((run) => run.text).join('')).toBe(text);
        for (const run of runs) {
          expect(text.slice(run.start, run.end)).toBe(run.text);
          if (run.text === '') continue;
          const covers = ({ start, end }: { start: number; end: number }) =>
            start <= run.start && run.end <= end;
          const here = notes.filter(({ span }) => covers(span));
          expect(run.marks).toEqual(marks.filter((mark) => mark.start < mark.end && covers(mark)));
          expect(run.notes).toEqual(here);
          expect(run.ending).toEqual(here.filter(({ span }) => span.end === run.end));
        }
      }),
    );
  });
});
