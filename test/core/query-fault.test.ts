import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../server/core/query.ts';
import { showQuery } from '../../server/core/query-text.ts';
import { DomainError } from '../../server/core/refusal.ts';
import { refusalOf } from './queries.ts';

/** Each fault as the query with a line under it; then its suggestion, if it has one. */
function underlined(text: string): string[] {
  return parseQuery(text).faults.flatMap(({ code, start, end, suggestion }) => [
    text,
    `${' '.repeat(start)}${'^'.repeat(end - start)} ${code}`,
    ...(suggestion === undefined ? [] : [suggestion]),
  ]);
}

describe('a fault', () => {
  it.each([
    ['docker "swarm', 'and(docker, "swarm")', ['       ^^^^^^ unbalanced-quote', 'docker "swarm"']],
    [
      'docker “swarm mode ',
      'and(docker, "swarm mode")',
      ['       ^^^^^^^^^^^ unbalanced-quote', 'docker “swarm mode”'],
    ],
    ['「容器', '"容器"', ['^^^ unbalanced-quote', '「容器」']],
    ['docker "', 'docker', ['       ^ unbalanced-quote', 'docker']],
    ['swarm」docker', 'and(swarm, docker)', ['     ^ unbalanced-quote', 'swarm docker']],
  ])('of quotation marks: %s', faulty);

  it.each([
    ['(docker swarm', 'and(docker, swarm)', ['^ unbalanced-parenthesis', '(docker swarm)']],
    ['（docker | swarm', 'or(docker, swarm)', ['^ unbalanced-parenthesis', '（docker | swarm）']],
    ['docker) swarm', 'and(docker, swarm)', ['      ^ unbalanced-parenthesis', 'docker swarm']],
    ['docker (', 'docker', ['       ^ unbalanced-parenthesis', 'docker']],
    [')', '', ['^ unbalanced-parenthesis']],
  ])('of parentheses: %s', faulty);

  it.each([
    ['docker OR', 'docker', ['       ^^ lone-operator', 'docker']],
    ['OR docker', 'docker', ['^^ lone-operator', 'docker']],
    ['docker OR OR swarm', 'or(docker, swarm)', ['       ^^ lone-operator', 'docker OR swarm']],
    ['docker - swarm', 'and(docker, swarm)', ['       ^ lone-operator', 'docker swarm']],
    ['(| docker)', 'docker', [' ^ lone-operator', '(docker)']],
    ['docker -', 'docker', ['       ^ lone-operator', 'docker']],
    ['docker -()', 'docker', ['       ^ lone-operator', 'docker ()']],
    ['OR', '', ['^^ lone-operator']],
    ['-', '', ['^ lone-operator']],
    ['|', '', ['^ lone-operator']],
  ])('of operators: %s', faulty);

  it.each([
    ['title:', '', ['^^^^^^ empty-filter']],
    ['docker 标题：', 'docker', ['       ^^^ empty-filter', 'docker']],
    ['title: docker', 'docker', ['^^^^^^ empty-filter', 'title:docker']],
    ['before: soon', 'soon', ['^^^^^^^ empty-filter', 'soon']],
    ['docker -title:""', 'docker', ['        ^^^^^^ empty-filter', 'docker ""']],
    ['docker OR type: OR runC', 'or(docker, runC)', ['          ^^^^^ empty-filter', 'docker OR runC']],
    ['title:(a b)', 'and(a, b)', ['^^^^^^ empty-filter', '(a b)']],
    ['docker before:soon', 'docker', ['              ^^^^ bad-date']],
    ['早于：2014年6月', '', ['   ^^^^^^^ bad-date', '早于：2014-06']],
    ['after:"2014. 6. 1"', '', ['      ^^^^^^^^^^^^ bad-date', 'after:"2014-06-01"']],
    ['after:2014/13', '', ['      ^^^^^^^ bad-date']],
    ['docker language:fr', 'docker', ['                ^^ unknown-value']],
    ['docker language:es', 'docker', ['                ^^ unknown-value']],
    ['language:englsh a', 'a', ['         ^^^^^^ unknown-value', 'language:english a']],
    ['documnet:x', 'documnet:x', ['^^^^^^^^ misspelt-field', 'document:x']],
    ['-tilte:"a b" c', 'and(not(and(tilte, "a b")), c)', [' ^^^^^ misspelt-field', '-title:"a b" c']],
    ['Langauge：zh', 'and(Langauge, zh)', ['^^^^^^^^ misspelt-field', 'language：zh']],
  ])('of filters: %s', faulty);

  it.each([
    ['-docker', '', ['^^^^^^^ only-exclusions']],
    ['-docker -before:2015', '', ['^^^^^^^^^^^^^^^^^^^^ only-exclusions']],
    ['docker OR -swarm', 'docker', ['          ^^^^^^ only-exclusions']],
    ['docker -(-a -b)', 'docker', ['        ^^^^^^^ only-exclusions']],
  ])('of a query that only excludes: %s', faulty);

  it('is told in the order of places, and every suggestion corrects all that can be', () => {
    expect(underlined('documnet:x before:soon (OR "b')).toEqual([
      'documnet:x before:soon (OR "b',
      '^^^^^^^^ misspelt-field',
      'document:x before:soon ("b")',
      'documnet:x before:soon (OR "b',
      '                  ^^^^ bad-date',
      'documnet:x before:soon (OR "b',
      '                       ^ unbalanced-parenthesis',
      'document:x before:soon ("b")',
      'documnet:x before:soon (OR "b',
      '                        ^^ lone-operator',
      'document:x before:soon ("b")',
      'documnet:x before:soon (OR "b',
      '                           ^^ unbalanced-quote',
      'document:x before:soon ("b")',
    ]);
  });

  it('says what fills its message', () => {
    const { faults } = parseQuery('documnet:x 语言：englsh');
    expect(faults.map(({ values }) => values)).toEqual([
      { field: 'documnet', meant: 'document' },
      { field: '语言', value: 'englsh', meant: 'english' },
    ]);
  });

  it('suggests nothing that would be refused', () => {
    expect(underlined(`"${'x'.repeat(199)}`)).toHaveLength(2);
  });
});

function faulty(text: string, expected: string, lines: readonly string[]): void {
  expect(showQuery(parseQuery(text))).toBe(expected);
  expect(underlined(text)).toEqual([text, ...lines]);
}

describe('a query that asks too much', () => {
  it.each([
    ['longer than 200 units', ` ${'容'.repeat(201)} `, { reason: 'long', limit: 200, position: 201 }],
    ['10 kB', 'docker '.repeat(1500), { reason: 'long', limit: 200, position: 200 }],
    ['of more than 20 terms', 'a '.repeat(21), { reason: 'many', limit: 20, position: 40 }],
    ['of too many filters', 'type:x '.repeat(21), { reason: 'many', limit: 20, position: 145 }],
    ['deeper than 5 levels', '((((( (a))))))', { reason: 'deep', limit: 5, position: 6 }],
    ['of nothing but parentheses', '('.repeat(200), { reason: 'deep', limit: 5, position: 5 }],
  ])('is refused: %s', (_, text, refusal) => {
    const refused = refusalOf(text);
    expect(refused).toMatchObject({ code: 'invalid', ...refusal });
    expect(refused).toBeInstanceOf(DomainError);
  });

  it.each([
    ['200 units', `  ${'𠮷'.repeat(100)}  `],
    ['20 terms', 'a '.repeat(20)],
    ['5 levels', '(((((a)))))'],
  ])('is not one of %s', (_, text) => {
    expect(refusalOf(text)).toBeUndefined();
  });
});
