import { describe, expect, it } from 'vitest';
import { harbour } from './harbour.ts';
import { ask, placesOf, searchIn } from './search-in.ts';

const search = await searchIn(harbour);
const found = (text: string): string[] => placesOf(ask(search, text)).sort();

describe('filters', () => {
  it('keep to a document, by its id or a part of its title', () => {
    expect(found('document:quay 灯')).toEqual(['quay:s2', 'quay:s4', 'quay:s5']);
    expect(found('文章:码头 灯')).toEqual(found('document:quay 灯'));
    expect(found('document:"DAY on" 灯')).toEqual(found('document:quay 灯'));
    expect(found('document:nowhere 灯')).toEqual([]);
  });

  it('keep to what names an entity, by its id or any name', () => {
    expect(found('entity:office 灯塔')).toEqual(['tower:s2']);
    expect(found('名称:海灯司 船')).toEqual(['quay:s2']);
    expect(found('entity:nobody 灯塔')).toEqual([]);
  });

  it('keep to a kind of segment, or to a type of entity', () => {
    expect(found('type:heading 灯塔')).toEqual(['tower:s1']);
    expect(found('type:table lens')).toEqual(['tower:s8']);
    expect(found('type:person 渔村')).toEqual(['tower:s4']);
    expect(found('type:note 透镜')).toEqual(['tower:s3']);
    expect(found('type:submarine 灯塔')).toEqual([]);
  });

  it('keep to the side on which a match stands', () => {
    expect(found('language:en fog')).toEqual(['tower:s5', 'tower:s7']);
    expect(found('language:zh fog')).toEqual([]);
    expect(found('语言:中文 雾')).toEqual(['tower:s5', 'tower:s7']);
  });

  it('keep to dates that are told, in the text or by a claim', () => {
    expect(found('before:1888 旗杆')).toEqual(['tower:s6']);
    expect(found('after:1888 旗杆')).toEqual([]);
    expect(found('before:1887 规矩')).toEqual(['tower:s4']);
    expect(found('after:1887-12 before:1890-06 灯')).toEqual(['quay:s4']);
  });

  it('are enough by themselves, and then every side will do', () => {
    expect(found('type:table')).toEqual(['tower:s8']);
    expect(found('after:1890-04')).toEqual(['quay:s4']);
    expect(found('language:en type:table')).toEqual(['tower:s8']);
  });

  it('hold for a question, too', () => {
    expect(found('谁定下了管灯的规矩 document:quay')).not.toContain('tower:s4');
  });
});
