import { describe, expect, it } from 'vitest';
import { Readings } from '../../server/search/reading.ts';

const readings = new Readings([' deng ta | deng ta deng ', ' ', ' ta deng | ? ta ', ' ta ']);

describe('readings', () => {
  it('say which units are read so, each once', () => {
    expect(readings.holding(['deng', 'ta'])).toEqual([0]);
    expect(readings.holding(['ta', 'deng'])).toEqual([0, 2]);
    expect(readings.holding(['ta'])).toEqual([0, 2, 3]);
  });

  it('read over no sign and from no unit into the next', () => {
    expect(readings.holding(['ta', 'deng', 'deng'])).toEqual([]);
    expect(readings.holding(['deng', 'ta', 'ta'])).toEqual([]);
    expect(readings.holding(['deng', 'ta', 'ta', 'deng'])).toEqual([]);
  });

  it('say which characters of a unit begin it, also where it overlaps itself', () => {
    expect(readings.places(0, ['deng', 'ta'])).toEqual([0, 2]);
    expect(readings.places(0, ['ta', 'deng'])).toEqual([3]);
    expect(readings.places(2, ['ta'])).toEqual([0, 3]);
    expect(new Readings([' a a a ']).places(0, ['a', 'a'])).toEqual([0, 1]);
  });

  it('know the syllables that there are, and nothing of any other', () => {
    expect([...readings.syllables].sort()).toEqual(['deng', 'ta']);
    expect([readings.holding(['lou']), readings.holding([]), readings.places(0, ['?'])]).toEqual([
      [],
      [],
      [],
    ]);
    expect(new Readings([]).holding(['ta'])).toEqual([]);
  });
});
