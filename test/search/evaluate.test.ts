import { describe, expect, it } from 'vitest';
import { harbour } from './harbour.ts';
import { ask, placesOf, searchIn } from './search-in.ts';

const search = await searchIn(harbour);
const found = (text: string): string[] => placesOf(ask(search, text)).sort();

describe('operators', () => {
  it('find what has all, one, or none of what is asked', () => {
    expect(found('灯塔 四十')).toEqual(['tower:s2']);
    expect(found('旗杆 OR 鲸油')).toEqual(['tower:s6', 'tower:s9']);
    expect(found('透镜 -守塔人')).toEqual(['tower:s8']);
    expect(found('(旗杆 OR 鲸油) -whale')).toEqual(['tower:s6']);
    expect(found('-(旗杆 OR 透镜) 灯塔')).toEqual(found('灯塔').filter((place) => place !== 'tower:s6'));
  });

  it('take a phrase as it is written', () => {
    expect(found('"once a day"')).toEqual(['tower:s3']);
    expect(ask(search, '"a day once"').total).toBe(0);
  });

  it('look in titles and headings where that is asked', () => {
    expect(found('title:雾')).toEqual(['tower:s5']);
    expect(found('title:码头')).toEqual(['quay:s1']);
    expect(found('title:旗杆')).toEqual([]);
  });

  it('let nothing pass that is like what was asked', () => {
    const strict = ['"没有这句"', '灯塔 OR 没有', '旗杆 -旗杆', 'title:鲸油', '灯塔 -灯塔'];
    for (const text of strict) expect(ask(search, text).isLoose, text).toBe(false);
    expect(ask(search, '旗杆 -旗杆').total).toBe(0);
  });

  it('mark nothing that was excluded', () => {
    const [hit] = ask(search, '透镜 -守塔人').hits;
    expect(hit?.zh).toEqual([{ start: 0, end: 2 }]);
  });

  it('find nothing in a query that asks for nothing', () => {
    for (const text of ['', ' ', '""', '-旗杆', '()', 'OR']) {
      const { total, hits, entities, isLoose } = ask(search, text);
      expect({ total, hits, entities, isLoose }, text).toEqual({
        total: 0,
        hits: [],
        entities: [],
        isLoose: false,
      });
    }
  });
});
