import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Node } from '../../server/core/query.ts';
import { parseQuery } from '../../server/core/query.ts';
import { wordsOf, writeQuery } from '../../server/core/query-text.ts';
import { leavesOf, refusalOf } from './queries.ts';

describe('wordsOf', () => {
  it('gives what is looked for, in order, without what is excluded', () => {
    const query = parseQuery('b -c (title:a OR "d e" -(f g)) type:person');
    expect(wordsOf(query).map(({ kind, text, field }) => `${kind} ${text} ${field}`)).toEqual([
      'word b any',
      'word a title',
      'phrase d e any',
    ]);
    expect(wordsOf(parseQuery('-a'))).toEqual([]);
  });
});

describe('writeQuery', () => {
  it.each([
    ['（容器|镜像） -“swarm mode” 标题：a', '(容器 OR 镜像) -"swarm mode" title:a'],
    ['a b | c -(d e)', 'a b OR c -(d e)'],
    ['「say "hi"」 entity:«a"」b»', '「say "hi"」 entity:«a"」b»'],
    ['+docker, kube*', 'docker kube'],
  ])('writes %s in its plainest form', (text, expected) => {
    expect(writeQuery(parseQuery(text).root)).toBe(expected);
  });
});

describe('any query', () => {
  const piece = fc.constantFrom(
    ...[
      '"',
      '“',
      '”',
      '「',
      '」',
      '«',
      '»',
      '＂',
      '(',
      ')',
      '（',
      '）',
      '-',
      '－',
      '--',
      '|',
      'OR',
      'ＯＲ',
      '+',
      '*',
      '~2',
      '^10',
    ],
    ...[
      'title:',
      '标题：',
      'document:',
      'documnet:',
      'tilte：',
      'before:',
      '早于:',
      'language:',
      'type:',
      'entity:',
    ],
    ...[
      '2015',
      '2014-06?',
      '2014~',
      '2014年6月',
      'soon',
      'zh',
      'englsh',
      'docker',
      'C++',
      '容器',
      '1,000',
      "O'Reilly",
      ':',
      '：',
    ],
    ...[
      ' ',
      ' ',
      ' ',
      '\u3000',
      '，',
      '。',
      '…',
      ',',
      '\u0000',
      '\u200f',
      '\u00ad',
      '\ud83d',
      '𠮷',
      '🐳',
      '👍🏻',
      '<i>',
      '&',
      '\\',
      "'",
    ],
  );
  const typed = fc.oneof(
    { weight: 4, arbitrary: fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  );
  const all = { numRuns: 500 };

  it('is understood or refused, and nothing else is thrown', () => {
    const long = fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(long, (text) => {
        refusalOf(text);
      }),
      all,
    );
  });

  it('has spans within it and in order, none of which cuts a character', () => {
    always(typed, (text) => {
      const { root, faults } = parseQuery(text);
      const leaves = leavesOf(root);
      for (const { start, end } of [...leaves, ...faults]) {
        expect(0 <= start && start < end && end <= text.length).toBe(true);
        expect(text.slice(start, end).isWellFormed() || !text.isWellFormed()).toBe(true);
      }
      for (const [index, leaf] of leaves.slice(1).entries())
        expect(leaf.start).toBeGreaterThanOrEqual(leaves[index]?.end ?? 0);
      for (const [index, fault] of faults.slice(1).entries())
        expect(fault.start).toBeGreaterThanOrEqual(faults[index]?.start ?? 0);
    });
  });

  it('is the same when its tree is written and read again', () => {
    always(typed, (text) => {
      const { root } = parseQuery(text);
      const written = writeQuery(root);
      if (refusalOf(written) !== undefined) return;
      expect(withoutPlaces(parseQuery(written).root)).toEqual(withoutPlaces(root));
    });
  });

  it('never looks for everything but something', () => {
    always(typed, (text) => {
      const { root } = parseQuery(text);
      if (root !== null) expectPositive(root);
    });
  });

  it('is correct at last if one follows the suggestions', () => {
    always(typed, (text) => {
      let query = parseQuery(text);
      for (let steps = 0; query.faults.some(({ suggestion }) => suggestion !== undefined); steps += 1) {
        expect(steps).toBeLessThan(4);
        query = parseQuery(query.faults.find(({ suggestion }) => suggestion !== undefined)?.suggestion ?? '');
      }
    });
  });

  function always(arbitrary: fc.Arbitrary<string>, law: (text: string) => void): void {
    fc.assert(
      fc.property(arbitrary, (text) => {
        if (refusalOf(text) === undefined) law(text);
      }),
      all,
    );
  }
});

function withoutPlaces(root: Node | null): unknown {
  return JSON.parse(JSON.stringify(root, (key, value) => (key === 'start' || key === 'end' ? 0 : value)));
}

/** That `node` looks for something, and that no node stands directly in one of its kind. */
function expectPositive(node: Node): void {
  expect(node.kind).not.toBe('not');
  if (node.kind !== 'and' && node.kind !== 'or') return;
  expect(node.nodes.length).toBeGreaterThan(1);
  expect(node.nodes.map(({ kind }) => kind)).not.toContain(node.kind);
  const positive = node.nodes.filter(({ kind }) => kind !== 'not');
  expect(positive.length).toBeGreaterThanOrEqual(node.kind === 'or' ? node.nodes.length : 1);
  for (const inner of node.nodes) expectPositive(inner.kind === 'not' ? inner.node : inner);
}
