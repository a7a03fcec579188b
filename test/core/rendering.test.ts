import { describe, expect, it } from 'vitest';
import { isOutlier, renderingGroupsOf } from '../../server/core/rendering.ts';
import { termUsesIn } from '../../server/core/term-use.ts';
import { documentOf, segment } from '../fixture.ts';
import { term, waiver } from './terms.ts';

const CONTAINER = term('container', '容器', 'container', {
  admitted: ['box', 'crate'],
  forbidden: ['vessel'],
});

function groups(glosses: readonly (string | null)[]): string[] {
  const documents = [
    documentOf(
      'd',
      glosses.map((en, index) => segment(`s${index}`, '容器', en)),
    ),
  ];
  const waivers = [waiver('container', 'd:s0')];
  const uses = termUsesIn({ documents, terms: [CONTAINER], waivers }).get(CONTAINER.id) ?? [];
  return renderingGroupsOf(uses).map((group) =>
    [group.kind, group.form, group.uses.length, isOutlier(group) ? '!' : ''].filter(Boolean).join(' '),
  );
}

describe('renderingGroupsOf', () => {
  it('puts what somebody should look at first: none, forbidden, rare', () => {
    const many = Array.from({ length: 11 }, () => 'container');
    expect(groups([...many, 'boxes', 'box', 'a vessel', 'something', 'crate', null])).toEqual([
      'none 1 !',
      'forbidden vessel 1 !',
      'admitted crate 1 !',
      'preferred container 11',
      'admitted box 2',
      'unglossed 1',
    ]);
  });

  it('keeps what is waived apart, whatever it is', () => {
    expect(groups(['something'])).toEqual(['waived 1']);
    expect(groups(['vessel', 'vessel'])).toEqual(['forbidden vessel 1 !', 'waived 1']);
    expect(groups(['container'])).toEqual(['preferred container 1']);
  });

  it('calls nothing rare among few', () => {
    expect(groups(['container', 'container', 'box'])).toEqual(['preferred container 2', 'admitted box 1']);
  });

  it('is nothing of nothing', () => {
    expect(renderingGroupsOf([])).toEqual([]);
  });
});
