import { readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findSource } from '../server/corpus/source.ts';
import { projectTree } from './architecture/tree.ts';
import { copiesIn, passagesOf } from './verbatim.ts';

const FOLDERS = [
  ...(process.env.DUIDU_SOURCES ?? '').split(delimiter).filter((folder) => folder !== ''),
  'corpus/sources',
  '../shared/sources',
];

const tree = projectTree();

/** Files that a description names and that may not stand in the project. */
function outsiders(): { file: string; sha256: string }[] {
  return [...tree.keys()]
    .filter((path) => /^corpus\/documents\/[^/]+\/document\.yaml$/.test(path))
    .map((path) => parse(tree.get(path) ?? ''))
    .filter(({ provenance }) => provenance.redistributable === false)
    .map(({ source }) => source);
}

describe('the originals', () => {
  it('are five', () => {
    expect(outsiders()).toHaveLength(5);
  });

  it.for(outsiders())('of $file the project holds no passage', async ({ file, sha256 }, { skip }) => {
    const found = await findSource(file, sha256, FOLDERS);
    if (found.kind === 'missing')
      return skip('an original is not in DUIDU_SOURCES, corpus/sources or ../shared/sources');
    const passages = passagesOf([readFileSync(found.path, 'utf8')]);
    expect(passages.size).toBeGreaterThan(500);
    const copies = [...tree].flatMap(([path, text]) =>
      copiesIn(path, text, passages).map((line) => `${path}:${line}`),
    );
    expect(copies).toEqual([]);
  });
});

describe('copiesIn()', () => {
  // 30 Han characters of our own.
  const ORIGINAL = '清晨，雨停了，巷口的老人把竹椅搬到槐树下，等着远处那班开往河对岸的渡船。';
  const passages = passagesOf([ORIGINAL]);
  const has24 = ORIGINAL.replaceAll('，', '').slice(2, 26);
  const has23 = has24.slice(1);

  it('finds 24 Han characters in a row, whatever stands between them', () => {
    const marked = [...has24].join(' <b>x</b>\n');
    expect(copiesIn('a.md', `一二三${marked}`, passages)).toEqual([1]);
    expect(copiesIn('a.test.ts', `// ${has24}`, passages)).toEqual([1]);
    expect(copiesIn('a.md', `${has23}一${has23}`, passages)).toEqual([]);
  });

  it('looks at each value of YAML and JSON by itself', () => {
    const [head, tail] = [has24.slice(0, 12), has24.slice(12)];
    expect(copiesIn('a.yaml', `- ${head}\n- ${tail}\n`, passages)).toEqual([]);
    expect(copiesIn('a.json', JSON.stringify({ a: head, b: tail }), passages)).toEqual([]);
    expect(copiesIn('a.md', `- ${head}\n- ${tail}\n`, passages)).toEqual([1]);
    expect(copiesIn('a.yaml', `a: 1\nb:\n  - |\n    ${head}\n    ${tail}\n`, passages)).toEqual([3]);
    expect(copiesIn('a.yaml', `a: 1\n${has24}: 2\n`, passages)).toEqual([2]);
  });

  it('looks behind escapes, into comments, and at all of a file that does not parse', () => {
    const escaped = has24.replace(/./gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
    expect(copiesIn('a.json', `{"a": "${escaped}"}`, passages)).toEqual([1]);
    expect(copiesIn('a.yaml', `a: 1 # ${has24.slice(0, 9)}\n# ${has24.slice(9)}\n`, passages)).toEqual([1]);
    expect(copiesIn('a.yaml', `a: [${has24}`, passages)).toEqual([1]);
  });
});
