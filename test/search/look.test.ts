import { describe, expect, it } from 'vitest';
import { harbour } from './harbour.ts';
import { ask, placesOf, searchIn, shown } from './search-in.ts';

const search = await searchIn(harbour);
const found = (text: string): string[] => placesOf(ask(search, text)).sort();
const marked = (text: string, place: string): { zh: string; en: string } => {
  const { hits } = ask(search, text);
  const hit = hits.find(({ document, segment }) => `${document}:${segment}` === place);
  return hit === undefined ? { zh: '', en: '' } : shown(hit, harbour);
};

describe('Chinese', () => {
  it('is found wherever it stands, whatever a segmenter says', () => {
    expect(found('塔局')).toEqual(['tower:s2']);
    expect(found('座灯塔')).toEqual(['tower:s2']);
    expect(found('刮断了旗')).toEqual(['tower:s6']);
  });

  it('is found only where all of it stands together', () => {
    expect(found('灯塔四十')).not.toContain('tower:s9');
    expect(ask(search, '"灯塔四十"').total).toBe(0);
  });

  it('is found in one character, also of two units', () => {
    expect(found('鲸')).toEqual(['tower:s9']);
    expect(marked('𠮷', 'tower:s7').zh).toBe('<b>"雾"</b> & [𠮷]祥号\u200f 响了一声汽笛。');
    expect(found('𠮷祥')).toEqual(['tower:s7']);
  });

  it('is found with a space between Han and Latin, or without', () => {
    expect(found('写着 C++')).toContain('tower:s9');
  });

  it('is found in traditional characters and full width', () => {
    expect(found('燈塔')).toEqual(found('灯塔'));
    expect(found('ＮＬＯ')).toEqual(found('nlo'));
  });

  it('is marked wherever it stands, also where it overlaps itself', () => {
    expect(marked('人人', 'quay:s3').zh).toBe('[人人人人]，挤在一处。');
  });
});

describe('English', () => {
  it('is found in every form of a word, and by its beginning', () => {
    expect(marked('keeper', 'tower:s3').en).toBe(
      '[Keepers] clean the lens once a day and enter it in a book.',
    );
    expect(marked('flagp', 'tower:s6').en).toBe(
      'In December 1887 a gale snapped the [flagp]ole; mending it cost three hundred.',
    );
    expect(found('fishing villages')).toEqual(['tower:s4']);
  });

  it('is found without the words that stand everywhere', () => {
    expect(found('the gale of the flagpole')).toEqual(['tower:s6']);
  });

  it('is found with its signs', () => {
    expect(marked('C++', 'tower:s9').en).toBe('The tin said [C++] and 50%; inside was whale oil.');
  });

  it('is found where no Chinese is at hand', () => {
    expect(found('ebb')).toEqual(['absent:s1']);
  });
});

describe('a name', () => {
  it.for([
    '北方灯塔局',
    '北灯局',
    'NLO',
    'northern lights office',
    'Northern-Lights office',
    '海灯司',
    '北部光办公室',
  ])('%s finds all places of whom it names, under any name', (name) => {
    const result = ask(search, name);
    expect(result.entities[0]).toBe('office');
    expect(placesOf(result)).toEqual(expect.arrayContaining(['tower:s2', 'quay:s2']));
    expect(marked(name, 'quay:s2').zh).toBe('[海灯司]的船靠了岸，人人都去看。');
  });

  it('that is misspelt is corrected, and the page can say so', () => {
    const { corrected, entities } = ask(search, '"x" OR Nothern');
    expect(corrected).toContain('northern');
    expect(ask(search, 'Nothern Lights Office').entities).toEqual(['office']);
    expect(entities).toEqual([]);
  });

  it('is found with the marks that belong to it, and without', () => {
    expect(ask(search, '《潮汐志》').entities).toEqual(['logbook']);
    expect(placesOf(ask(search, '《潮汐志》'))).toEqual(['quay:s4']);
    expect(found('潮汐志')).toContain('quay:s4');
  });

  it('stands first where it is written as typed', () => {
    expect(placesOf(ask(search, '海灯司'))[0]).toBe('quay:s2');
    expect(placesOf(ask(search, '北灯局'))[0]).toBe('tower:s2');
  });

  it('in quotation marks is looked for as it is written', () => {
    expect(found('"海灯司"')).toEqual(['quay:s2']);
  });
});

describe('pinyin', () => {
  it.for(['dengta', 'deng ta', 'dēngtǎ', 'dēng tǎ', 'deng1ta3'])('%s finds what is read so', (typed) => {
    expect(found(typed)).toContain('tower:s2');
    expect(marked(typed, 'tower:s2').zh).toBe('北方[灯塔]局（简称北灯局）管着四十座[灯塔]。');
  });

  it('reads over no sign', () => {
    expect(found('ceshang nayinian')).toEqual([]);
  });
});

describe('a slip', () => {
  it('finds what was meant, and says what that is', () => {
    const result = ask(search, 'flagpoel');
    expect(result.corrected).toBe('flagpole');
    expect(placesOf(result)).toEqual(['tower:s6']);
  });

  it('is none that is a form of a word, a beginning, a name or pinyin', () => {
    for (const word of ['cleaning', 'flagpo', 'nlo', 'haideng'])
      expect(ask(search, word).corrected, word).toBeUndefined();
  });
});
