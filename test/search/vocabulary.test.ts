import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../../server/search/vocabulary.ts';

const counts = {
  contain: 2,
  container: 9,
  containers: 5,
  keeper: 3,
  kept: 1,
  lamp: 4,
  lamp2: 1,
  lighthouse: 2,
  tower: 6,
};
const vocabulary = new Vocabulary(Object.entries(counts));

describe('beginningWith()', () => {
  it('gives the commonest first, and no more than asked for', () => {
    expect(vocabulary.beginningWith('conta', 2)).toEqual(['container', 'containers']);
    expect(vocabulary.beginningWith('ke', 9)).toEqual(['keeper', 'kept']);
    expect(vocabulary.beginningWith('x', 9)).toEqual([]);
    expect(new Vocabulary([]).beginningWith('x', 9)).toEqual([]);
  });
});

describe('nearest()', () => {
  it.for([
    ['a letter too many', 'towwer', 'tower'],
    ['a letter too few', 'lampp', 'lamp'],
    ['another letter', 'kaeper', 'keeper'],
    ['letters changed round', 'twoer', 'tower'],
    ['two slips in a long word', 'lightouze', 'lighthouse'],
    ['the first letter, if no other is near', 'rower', 'tower'],
  ])('corrects %s', ([, typed, meant]) => {
    expect(vocabulary.nearest(typed ?? '')).toBe(meant);
  });

  it('takes the commoner of two that are as near', () => {
    expect(vocabulary.nearest('containerr')).toBe('container');
  });

  it('corrects neither a short word nor an inflection nor what is far off', () => {
    expect(vocabulary.nearest('lam')).toBeUndefined();
    expect(vocabulary.nearest('keepers')).toBeUndefined();
    expect(vocabulary.nearest('zeppelin')).toBeUndefined();
  });
});
