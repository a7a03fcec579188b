import { describe, expect, it } from 'vitest';
import { authorityOf } from '../../server/core/authority.ts';
import { parseEntityId } from '../../server/core/entity.ts';
import { SenseChooser } from '../../server/core/sense-choice.ts';
import type { GlossedWord, WordSense } from '../../server/core/word.ts';
import { renderedSpans } from '../../server/core/word-rendering.ts';
import { documentOf, named, segment } from '../fixture.ts';

const chooser = new SenseChooser();
const said = (pinyin: string, ...en: string[]): WordSense => ({ source: 'dictionary', pinyin, en });

function word(
  text: string,
  pinyin: string | null,
  senses: WordSense[],
  rest: Partial<GlossedWord> = {},
): GlossedWord {
  return { text, pinyin, senses, parts: [], start: 0, end: text.length, ...rest };
}

const authority = authorityOf([
  {
    id: parseEntityId('guild'),
    type: 'organisation',
    name: { zh: '灯会', en: 'Guild of the Lamplighters at Sea' },
    aliases: [{ form: 'the Guild', language: 'en', kind: 'variant' }],
    description: { zh: '会。', en: 'A guild.' },
    relations: [],
  },
]);
const under = (zh: string, en: string | null) => {
  const [one] = named(documentOf('one', [segment('s1', zh, en)]), authority).segments;
  if (one === undefined) throw new Error('the fixture is empty');
  return one;
};
const here = (one: GlossedWord, en: string | null, zh = one.text) => chooser.choose(one, under(zh, en));

const LAUNCH = word('发动', 'fādòng', [said('fādòng', 'to start', 'to launch; to unleash', 'to mobilize')]);

describe('the sense of a word in its segment', () => {
  it('is the one whose words stand in the gloss, inflected or not', () => {
    expect(here(LAUNCH, 'They launched the boat.')).toEqual({ en: 'launch', isFromGloss: true });
    expect(here(LAUNCH, 'Mobilizing everybody.')).toEqual({ en: 'mobilize', isFromGloss: true });
  });

  it('is the first where the gloss has none, or there is no gloss', () => {
    expect(here(LAUNCH, 'A quiet night.')).toEqual({ en: 'start', isFromGloss: false });
    expect(here(LAUNCH, null)).toEqual({ en: 'start', isFromGloss: false });
    expect(here(LAUNCH, '')).toEqual({ en: 'start', isFromGloss: false });
  });

  it('is of several that stand there the one of more words', () => {
    const up = word('设', 'shè', [said('shè', 'to set', 'to set up')]);
    expect(here(up, 'They set up a lamp.')?.en).toBe('set up');
  });

  it('is of the reading that the word has here', () => {
    const senses = [said('háng', 'row; line'), said('xíng', 'to walk')];
    expect(here(word('行', 'xíng', senses), 'A row of boats.')?.en).toBe('walk');
    expect(here(word('行', 'háng', senses), 'They walk.')?.en).toBe('row');
    expect(here(word('行', 'hàng', senses), 'They walk.')?.en).toBe('row');
    expect(here(word('行', 'yǔ', senses), 'They walk.')).toBeUndefined();
  });

  it('is what the only reading says, where a text is read in another way', () => {
    expect(here(word('灯芯', 'dēngxīn', [said('dēngxìn', 'wick')]), null)?.en).toBe('wick');
    expect(here(word('灯芯', 'yóu', [said('dēngxìn', 'wick')]), null)?.en).toBe('wick');
  });

  it('is the term’s before the dictionary’s, in the rendering that the gloss has', () => {
    const lamp = word('灯', 'dēng', [
      { source: 'term', pinyin: 'dēng', en: ['lamp', 'light'] },
      said('dēng', 'lantern'),
    ]);
    expect(here(lamp, 'The lights and the lantern')).toEqual({ en: 'light', isFromGloss: true });
    expect(here(lamp, 'The lantern')).toEqual({ en: 'lamp', isFromGloss: false });
  });

  it('is a name as the gloss has it; a piece of the name is a word like others', () => {
    const guild = word(
      '灯会',
      'dēnghuì',
      [{ source: 'entity', pinyin: '', en: ['Guild of the Lamplighters at Sea'] }],
      {
        entity: parseEntityId('guild'),
      },
    );
    expect(here(guild, 'The Guild met.', '灯会开会')?.en).toBe('The Guild');
    expect(here(guild, null, '灯会开会')).toEqual({ en: 'Guild…', isFromGloss: false });
    const piece = word('灯', 'dēng', [said('dēng', 'lantern')], { entity: parseEntityId('guild') });
    expect(here(piece, 'The Guild met.', '灯会开会')?.en).toBe('lantern');
  });

  it('does not stand within a name', () => {
    const sea = word('海', 'hǎi', [said('hǎi', 'ocean; sea')]);
    expect(here(sea, 'The Guild of the Lamplighters at Sea by the ocean')?.en).toBe('ocean');
    expect(here(sea, 'The Guild of the Lamplighters at Sea')?.isFromGloss).toBe(false);
  });

  it('is a surname only where it is nothing else', () => {
    expect(here(word('林', 'lín', [said('Lín', 'surname Lin'), said('lín', 'woods')]), null)?.en).toBe(
      'woods',
    );
    expect(here(word('刘', 'liú', [said('Liú', 'surname Liu')]), null)?.en).toBe('surname Liu');
  });

  it('of a function word is what it does, not what it once was', () => {
    expect(here(word('把', 'bǎ', [said('bǎ', 'to hold')]), 'He lit it.')?.en).toBe('(object)');
    expect(here(word('在', 'zài', [said('zài', 'to exist')]), 'On the sea.')).toEqual({
      en: 'on',
      isFromGloss: true,
    });
    expect(here(word('着', 'zháo', [said('zháo', 'to touch')]), null)?.en).toBe('touch');
  });

  it('is none of signs, numbers, Latin words and words that nobody knows', () => {
    for (const text of ['，', '12', 'Docker', '<i>"\'&', ' '])
      expect(here(word(text, null, []), text)).toBeUndefined();
    expect(here(word('𠮷', 'jí', []), 'lucky')).toBeUndefined();
  });
});

describe('what renders a word in its gloss', () => {
  const reading = new SenseChooser();
  const LAMP = word('灯', 'dēng', [said('dēng', 'lamp; light')]);
  const show = (words: GlossedWord[], en: string | null, rendered?: { start: number; end: number }[]) =>
    renderedSpans(words[0]?.text ?? '', words, under(words.map(({ text }) => text).join(''), en), {
      chooser: reading,
      rendered,
    }).map(({ start, end }) => (en ?? '').slice(start, end));

  it('is a sense of the dictionary, inflected or not', () => {
    expect(show([LAMP], 'He tends the lamps.')).toEqual(['lamps']);
    expect(show([LAMP, word('海', 'hǎi', [said('hǎi', 'sea')])], 'A light at sea')).toEqual(['light']);
    expect(show([LAMP, LAMP], 'A lamp beside a lamp')).toEqual(['lamp', 'lamp']);
  });

  it('is left open where it stands more often than the word, or may render another one', () => {
    expect(show([LAMP], 'A lamp beside a lamp')).toEqual([]);
    expect(show([LAMP, word('光', 'guāng', [said('guāng', 'light')])], 'The light at sea')).toEqual([]);
    expect(show([LAMP], 'Nothing of the kind')).toEqual([]);
    expect(show([LAMP], null)).toEqual([]);
  });

  it('is no particle', () => {
    expect(show([word('在', 'zài', [said('zài', 'to be at')])], 'He is at sea.')).toEqual([]);
  });

  it('is the term’s as the termbase finds it, and nothing where it finds none', () => {
    expect(show([LAMP], 'A lamp beside a lamp', [{ start: 14, end: 20 }])).toEqual(['a lamp']);
    expect(show([LAMP], 'A lamp', [])).toEqual([]);
  });
});
