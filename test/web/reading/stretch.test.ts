import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityId } from '../../../server/core/entity.ts';
import type { Mention } from '../../../server/core/mention.ts';
import type { AnchoredNote } from '../../../server/core/note.ts';
import type { BlockId, Mark } from '../../../server/core/segment.ts';
import type { Span } from '../../../server/core/span.ts';
import { apparatusOf } from '../../../server/web/reading/apparatus.ts';
import type { Dispute, RubyWord } from '../../../server/web/reading/stretch.ts';
import { stretchesOf } from '../../../server/web/reading/stretch.ts';
import type { Stretch } from '../../../server/web/reading/view.ts';
import { note, segment } from '../../fixture.ts';

const target = 'b9' as BlockId;
const link = (start: number, end: number, href = 'https://example.org/'): Mark => ({
  kind: 'link',
  start,
  end,
  href,
});
const mention = (start: number, end: number): Mention => ({
  start,
  end,
  quote: '',
  entity: 'lamp' as EntityId,
});
const strong = (start: number, end: number): Mark => ({ kind: 'strong', start, end });
const footnote = (start: number): Mark => ({ kind: 'footnote', start, end: start, target, label: '1' });

describe('stretchesOf', () => {
  it('gives a text without marks as it is', () => {
    expect(shown('<b>&')).toBe('<b>&');
    expect(shown('')).toBe('');
  });

  it('nests marks as they nest', () => {
    expect(shown('零一二三四', [strong(0, 5), { kind: 'emphasis', start: 1, end: 3 }])).toBe(
      'strong(零emphasis(一二)三四)',
    );
    expect(shown('零一二', [strong(0, 3), { kind: 'code', start: 0, end: 3 }])).toBe('strong(code(零一二))');
  });

  it('is not nested without end by a thousand marks and notes of the same words', () => {
    const marks = Array.from({ length: 1000 }, () => strong(0, 2));
    const notes = Array.from({ length: 1000 }, (_, index) => note(`n${index}`, 's1', '零一', '零一'));
    const text = shown('零一', [link(0, 2), ...marks], notes);
    expect(text).toContain('零一');
    expect(text.split('(').length).toBeLessThan(12);
    expect(text).toContain('[n999]');
  });

  it('makes one anchor of one link, whatever is marked within it or across its ends', () => {
    expect(shown('零一二三', [link(1, 3), strong(1, 2)])).toBe('零link(strong(一)二)三');
    expect(shown('零一二三', [strong(0, 2), link(1, 3)])).toBe('strong(零)link(strong(一)二)三');
  });

  it('puts a word around the marks within it, and within those that are longer', () => {
    expect(shownWords('零一二三', [word(1, 3)])).toBe('零word(一二)三');
    expect(shownWords('零一二三', [word(0, 2), word(2, 4)], [strong(0, 4)])).toBe(
      'strong(word(零一)word(二三))',
    );
    expect(shownWords('零一二三', [word(0, 3)], [strong(1, 2)])).toBe('word(零strong(一)二)三');
    expect(shownWords('零一二三', [word(0, 2)], [link(0, 4)])).toBe('link(word(零一)二三)');
  });

  it('tells a word that marks cut with its first piece', () => {
    expect(shownWords('零一二三', [word(0, 3)], [strong(2, 4)])).toBe('word(零一strong(二))strong(三)');
    expect(shownWords('零一二三', [word(1, 3)], [link(2, 4)])).toBe('零word(一)link(二三)');
  });

  it('puts no marker within a word', () => {
    expect(shownWords('零一二', [word(0, 2)], [footnote(1)])).toBe('word(零一)[^1]二');
    expect(shownWords('零一二', [word(0, 3)], [], [note('n1', 's1', '零一二', '零')])).toBe(
      'word(noted(零)一二)[n1]',
    );
  });

  it('puts a footnote’s reference behind the link that it stands in', () => {
    expect(shown('零一二三', [link(0, 3), footnote(1)])).toBe('link(零一二)[^1]三');
    expect(shown('零一', [link(0, 2), footnote(2)])).toBe('link(零一)[^1]');
    expect(shown('零一二', [footnote(1), link(1, 3)])).toBe('零[^1]link(一二)');
  });

  it('keeps the label of a reference whose footnote is not there', () => {
    expect(shown('零一', [{ ...footnote(1), target: 'gone' } as Mark])).toBe('零[1]一');
  });

  it('follows a note’s quote with its marker, or the link that the quote ends in', () => {
    const text = '零一二三';
    expect(shown(text, [], [note('n1', 's1', text, '一二')])).toBe('零noted(一二)[n1]三');
    expect(shown(text, [link(1, 4)], [note('n1', 's1', text, '零一')])).toBe(
      'noted(零)link(noted(一)二三)[n1]',
    );
  });

  it('numbers the notes of one segment where their quotes end', () => {
    const text = '零一二三';
    const notes = [
      note('late', 's1', text, '二三'),
      note('long', 's1', text, '零一二'),
      note('early', 's1', text, '一'),
    ];
    expect(shown(text, [], notes)).toBe('noted(零noted(一))[early]noted(noted(二))[long]noted(三)[late]');
  });

  it.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '/relative',
    '#fragment',
    '//host/x',
    'file:///etc/passwd',
    '',
  ])('links nowhere for %s', (href) => {
    expect(shown('零一二', [link(0, 2, href)])).toBe('零一二');
  });

  it('links to the web and to mailboxes', () => {
    for (const href of ['http://example.org/', 'HTTPS://EXAMPLE.ORG/?a=b&c', 'mailto:a@example.org']) {
      expect(shown('零一二', [link(0, 2, href)])).toBe('link(零一)二');
    }
  });

  it('takes the earlier of links that overlap, then the longer', () => {
    expect(shown('零一二三', [link(1, 4), link(0, 2), link(0, 1)])).toBe('link(零一)二三');
  });

  it('loses nothing and repeats nothing of any text, and never puts an anchor into an anchor', () => {
    const marks = fc.array(
      fc
        .tuple(
          fc.constantFrom('strong', 'emphasis', 'deleted', 'code', 'link', 'footnote'),
          fc.nat(8),
          fc.nat(8),
        )
        .map(
          ([kind, a, b]) =>
            ({
              kind,
              start: Math.min(a, b),
              end: Math.max(a, b),
              href: 'https://example.org/',
              target,
              label: '',
            }) as Mark,
        ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 8, unit: 'binary-ascii' }), marks, (text, some) => {
        const stretches = view(text, some);
        expect(textOf(stretches)).toBe(text);
        expect(anchorsWithin(stretches)).toBe(0);
      }),
    );
  });
});

describe('a mention', () => {
  it('is the anchor where the source has a link, and the link follows its words', () => {
    expect(shown('看灯塔。', [link(1, 3)], [], [mention(1, 3)])).toBe('看mention(灯塔)[↗]。');
    expect(shown('看灯塔的光。', [link(1, 5)], [], [mention(1, 3)])).toBe('看mention(灯塔)的光[↗]。');
    expect(shown('看灯塔的光。', [link(3, 5)], [], [mention(1, 3)])).toBe('看mention(灯塔)link(的光)。');
  });

  it('is never cut, whatever ends within it', () => {
    expect(shown('零一二三', [strong(0, 2)], [], [mention(1, 4)])).toBe('strong(零)mention(strong(一)二三)');
    expect(shown('零一二三', [footnote(2)], [], [mention(1, 4)])).toBe('零mention(一二三)[^1]');
  });

  it('may be disputed, and says so behind its words', () => {
    const dispute = { dispute: 'lit_c1', span: { start: 0, end: 2 } };
    expect(shown('零一二三', [], [], [mention(1, 4)], [dispute])).toBe('零mention(一二三)[≠]');
    expect(shown('零一二三', [], [], [], [dispute])).toBe('零一[≠]二三');
  });
});

describe('what was looked for', () => {
  const match = (start: number, end: number): Span => ({ start, end });

  it('is marked, without a marker behind it', () => {
    expect(shown('零一二三', [], [], [], [], [match(1, 3)])).toBe('零match(一二)三');
    expect(shown('零一二三', [], [], [], [], [match(0, 1), match(1, 4)])).toBe('match(零)match(一二三)');
  });

  it('may cross a name, a link or any mark: it is cut, and they are not', () => {
    expect(shown('零一二三', [], [], [mention(1, 3)], [], [match(0, 2)])).toBe(
      'match(零)mention(match(一)二)三',
    );
    expect(shown('零一二三', [link(1, 3)], [], [], [], [match(2, 4)])).toBe('零link(一match(二))match(三)');
    expect(shown('零一二三', [strong(0, 2)], [], [], [], [match(1, 3)])).toBe(
      'strong(零match(一))match(二)三',
    );
  });

  it('keeps the words of a note together', () => {
    const noted = note('n1', 's1', '零一二三', '一二');
    expect(shown('零一二三', [], [noted], [], [], [match(0, 4)])).toBe(
      'match(零)noted(match(一二))[n1]match(三)',
    );
  });

  it('is marked once where it was found twice, however much stands over it', () => {
    const marks = Array.from({ length: 20 }, () => strong(0, 2));
    const text = shown('零一', marks, [], [], [], [match(0, 2), match(0, 2)]);
    expect(text.match(/match\(/g)).toHaveLength(1);
  });
});

function view(
  text: string,
  marks: readonly Mark[] = [],
  notes: readonly AnchoredNote[] = [],
  mentions: readonly Mention[] = [],
  disputes: readonly Dispute[] = [],
  matches: readonly Span[] = [],
  words: readonly RubyWord[] = [],
): Stretch[] {
  const segments = [
    segment('s1', text, null, { marks, notes }),
    segment('s9', '注', null, { kind: 'footnote', block: target, label: '1' }),
  ];
  const mentionView = ({ entity }: Mention) =>
    ({ href: `/entities/${entity}`, type: 'project', alias: null, isFirst: false }) as const;
  return stretchesOf(
    text,
    { marks, notes, mentions, disputes, matches, words },
    { ...apparatusOf(segments), mentionView },
  );
}

const word = (start: number, end: number): RubyWord => ({
  over: { text: '', pinyin: 'líng', sense: null },
  span: { start, end },
});

function shownWords(
  text: string,
  words: readonly RubyWord[],
  marks: readonly Mark[] = [],
  notes: readonly AnchoredNote[] = [],
): string {
  return show(view(text, marks, notes, [], [], [], words));
}

/** `strong(…)`, a footnote's reference as `[^1]`, a note's marker as its id. */
function shown(...given: Parameters<typeof view>): string {
  return show(view(...given));
}

function show(stretches: readonly Stretch[]): string {
  return stretches
    .map((stretch) => {
      if (stretch.kind === 'text') return stretch.text;
      if (stretch.kind === 'footnote') return `[^${stretch.label}]`;
      if (stretch.kind === 'outward') return '[↗]';
      if (stretch.kind === 'dispute') return '[≠]';
      return stretch.kind === 'note'
        ? `[${stretch.id.replace('mark_', '')}]`
        : `${stretch.kind}(${show(stretch.inside)})`;
    })
    .join('');
}

function textOf(stretches: readonly Stretch[]): string {
  return stretches
    .map((stretch) =>
      'inside' in stretch ? textOf(stretch.inside) : stretch.kind === 'text' ? stretch.text : '',
    )
    .join('');
}

const ANCHORS = new Set(['link', 'note', 'footnote', 'mention', 'outward', 'dispute']);

function anchorsWithin(stretches: readonly Stretch[], isInside = false): number {
  return stretches.reduce((sum, stretch) => {
    const isAnchor = ANCHORS.has(stretch.kind);
    const inside = 'inside' in stretch ? anchorsWithin(stretch.inside, isInside || isAnchor) : 0;
    return sum + inside + (isAnchor && isInside ? 1 : 0);
  }, 0);
}
