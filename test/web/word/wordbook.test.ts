import { describe, expect, it } from 'vitest';
import type { Library } from '../../../server/core/document.ts';
import { buildWordIndex } from '../../../server/web/word/word-index.ts';
import { Wordbook } from '../../../server/web/word/wordbook.ts';
import { term } from '../../core/terms.ts';
import { documentOf, segment } from '../../fixture.ts';
import { lexiconOver } from '../../lexicon.ts';
import { portLibrary } from '../port.ts';

const watch = documentOf('watch', [
  segment('w1', '潮水和灯。', 'The tide went out, and the lamp was lit.'),
  segment('w2', '这里的灯，还有灯和潮水。', 'The lamp here, then the lamp and the tide.'),
  segment('w3', '灯', null, { debris: true }),
  segment('w4', 'let 灯 = 1;', null, { kind: 'code' }),
  segment('w5', null, 'Its Chinese is not here.'),
  segment('w6', '', ''),
  segment('w7', '<i>"\'& 𠮷，灯。', null),
]);
const second = documentOf('second', [segment('w1', '灯，起雾。', 'A torch at sea, in the fog.')]);
const library: Library = {
  ...portLibrary,
  documents: [watch, second],
  terms: [term('lamp', '灯', 'lamp', { pinyin: 'dēng', admitted: ['light'], forbidden: ['torch'] })],
};
const lexicon = await lexiconOver(library, library.terms)();
const wordbook = new Wordbook(library, lexicon);
const placesOf = async (word: string) =>
  (await wordbook.usesOf(word)).map(
    ({ document, segment: { id, zh }, places }) =>
      `${document.id}:${id} ${places.map(({ start, end }) => (zh ?? '').slice(start, end)).join(' ')}`,
  );

describe('the words of a document', () => {
  it('are those of its segments that have Chinese, without debris and code', () => {
    expect(wordbook.wordsIn(watch).map(({ segment: { id } }) => id)).toEqual(['w1', 'w2', 'w6', 'w7']);
    for (const { segment: own, words } of wordbook.wordsIn(watch))
      expect(words.map(({ text }) => text).join('')).toBe(own.zh);
  });

  it('have the sense that the gloss has', () => {
    const [first] = wordbook.wordsIn(watch);
    const told = first?.words.map(({ text, here }) => `${text} ${here?.en ?? '–'}`);
    expect(told).toContain('潮水 tide');
    expect(told).toContain('灯 lamp');
    expect(told).toContain('。 –');
  });

  it('are found once, and let go where others need the room', () => {
    expect(wordbook.wordsIn(watch)).toBe(wordbook.wordsIn(watch));
    const small = new Wordbook(library, lexicon, 25);
    const before = small.wordsIn(watch);
    small.wordsIn(second);
    expect(small.wordsIn(watch)).not.toBe(before);
    expect(small.wordsIn(watch)).toEqual(before);
  });
});

describe('the uses of a word', () => {
  it('are the segments where it is a word, in the order of the shelf, with every place', async () => {
    expect(await placesOf('灯')).toEqual(['watch:w1 灯', 'watch:w2 灯 灯', 'watch:w7 灯', 'second:w1 灯']);
    expect(await placesOf('潮水')).toEqual(['watch:w1 潮水', 'watch:w2 潮水']);
    expect(await placesOf('𠮷')).toEqual(['watch:w7 𠮷']);
  });

  it('are none of what is no word, no Chinese, or nothing', async () => {
    for (const one of ['潮水退', '，', 'let', '', '__proto__', 'constructor'])
      expect(await placesOf(one)).toEqual([]);
  });

  it('leave out the place where somebody reads', async () => {
    const [one] = watch.segments;
    if (one === undefined) throw new Error('the fixture is empty');
    const uses = await wordbook.usesOf('灯', { segment: one });
    expect(uses.map(({ segment: { id } }) => id)).toEqual(['w2', 'w7', 'w1']);
  });

  it('tell what renders it: of a term only what the termbase knows, a forbidden one too', async () => {
    const uses = await wordbook.usesOf('灯');
    const shown = wordbook
      .renderedIn(uses)
      .map((spans, index) =>
        spans.map(({ start, end }) => (uses[index]?.segment.en ?? '').slice(start, end)),
      );
    expect(shown).toEqual([['lamp'], ['lamp', 'lamp'], [], ['torch']]);
  });

  it('tell of other words what the dictionary says, and nothing where that is open', async () => {
    const uses = await wordbook.usesOf('潮水');
    expect(wordbook.renderedIn(uses).map((spans) => spans.length)).toEqual([1, 1]);
    expect(wordbook.renderedIn([])).toEqual([]);
  });
});

describe('the index of words', () => {
  it('lets others work between two documents', async () => {
    const turns: string[] = [];
    const building = buildWordIndex([watch, second], lexicon).then(() => turns.push('built'));
    setImmediate(() => turns.push('other'));
    await building;
    expect(turns).toEqual(['other', 'built']);
  });

  it('counts words and places', async () => {
    const { size } = await buildWordIndex([second], lexicon);
    expect(size.places).toBeGreaterThanOrEqual(size.words);
  });
});
