import { describe, expect, it } from 'vitest';
import { authorityOf } from '../../server/core/authority.ts';
import { checkNames } from '../../server/core/check-names.ts';
import type { DocumentSegment } from '../../server/core/document.ts';
import { namesIn } from '../../server/core/naming.ts';
import { parseDocumentId } from '../../server/core/segment.ts';
import { documentOf, segment } from '../fixture.ts';
import { entity } from './entities.ts';

const WHO = authorityOf([
  entity('docker', 'Docker'),
  entity('apple', 'Apple', { zh: '苹果' }),
  entity('fruit', 'apple tree', { zh: '苹果' }),
  entity('lin', 'Lin', { zh: '林·海' }),
]);

function findings(segments: readonly DocumentSegment[], ordinary: readonly string[] = []): string[] {
  const names = namesIn(parseDocumentId('harbour'), segments, WHO, []);
  const named = segments.map((one) => ({ ...one, names: names.get(one.id) ?? one.names }));
  return checkNames(documentOf('harbour', named), 'segments.json', new Set(ordinary)).map(
    ({ severity, rule, place, message }) => `${severity} ${rule} ${place.path.join('.')} – ${message}`,
  );
}

/** What looks like a name in a text and is nobody’s. */
const uncovered = (zh: string, ordinary: readonly string[] = []): string[] =>
  findings([segment('s1', zh, null)], ordinary).map((finding) => /“(.*)”/u.exec(finding)?.[1] ?? finding);

describe('checkNames', () => {
  it('tells of a form that could be several, on either side, with its segment', () => {
    expect(findings([segment('s1', '灯', null), segment('s2', '苹果与𠮷', 'Apple')])).toEqual([
      'warning ambiguous-mention segments.1 – “苹果” in s2 (zh) could be apple or fruit; mentions.yaml can say which',
    ]);
  });

  it('tells once of what looks like a name and is nobody’s, where it stands first, and how often', () => {
    expect(
      findings([segment('s1', '灯', null), segment('s2', '用Podman', null), segment('s3', 'Podman好', null)]),
    ).toEqual(['info uncovered-name segments.1 – “Podman” looks like a name and is no entity’s, 2 times']);
  });

  it.each([
    ['用Podman和iPhone、Node.js', ['Podman', 'iPhone', 'Node.js']],
    ['<I>"Podman"&\'X\'𠮷', ['Podman']],
    ['\u200fPodman\u200f', ['Podman']],
    ['“马可·波罗”来了', ['马可·波罗']],
    ['光华基金会成立', ['光华基金会']],
  ])('takes a word in %j for one', (text, expected) => {
    expect(uncovered(text)).toEqual(expected);
  });

  it.each([
    ['Docker、docker-compose和林·海', 'names that we know'],
    ['见https://Example.org/Podman和Podman.io、a.Bc@mail.com', 'addresses'],
    ['用podman，第A节，3D', 'words without a capital, single letters, pieces of words'],
    ['这家公司和那个基金会，我们的大学', 'bodies that have no name'],
    ['', 'nothing'],
  ])('takes none in %j for one: %s', (text) => {
    expect(uncovered(text)).toEqual([]);
  });

  it('takes no ordinary word for one, however it is written', () => {
    expect(uncovered('用CPU和Cpu', ['cpu'])).toEqual([]);
  });

  it('looks at no debris, no code, and no text that is not at hand', () => {
    const code = { marks: [{ kind: 'code' as const, start: 0, end: 6 }] };
    expect(
      findings([
        segment('s1', 'Podman', null, { debris: true }),
        segment('s2', 'Podman', null, { kind: 'code' }),
        segment('s3', null, 'Podman'),
        segment('s4', 'Podman', null, code),
      ]),
    ).toEqual([]);
  });

  it('is done with a megabyte of words, of letters without a space, and of Han', () => {
    const text = `${'Docker Podman，'.repeat(70_000)}。${'a.'.repeat(300_000)}X。${'汉'.repeat(300_000)}·汉`;
    expect(findings([segment('s1', text, null)])[0]).toContain(
      '“Podman” looks like a name and is no entity’s, 70000 times',
    );
  });
});
