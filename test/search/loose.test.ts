import { describe, expect, it } from 'vitest';
import { questionIn } from '../../server/search/question.ts';
import { harbour } from './harbour.ts';
import { ask, placesOf, searchIn, shown } from './search-in.ts';

const search = await searchIn(harbour);
const first = (text: string): string | undefined => placesOf(ask(search, text))[0];

describe('a question', () => {
  it('finds the passage that fits it best, although not every word stands there', () => {
    expect(first('大风把什么东西刮断了？')).toBe('tower:s6');
    expect(first('多久要擦一次透镜')).toBe('tower:s3');
    expect(first('How often do they clean a lens?')).toBe('tower:s3');
    expect(first('What did the wind break in December?')).toBe('tower:s6');
  });

  it('knows names under all their forms', () => {
    expect(first('海灯司一共有几座塔')).toBe('tower:s2');
    expect(ask(search, '海灯司一共有几座塔').entities).toEqual(['office']);
  });

  it('finds what somebody noted as saying what is asked, in whatever words', () => {
    expect(first('北灯局是谁创办的')).toBe('tower:s4');
    expect(first('Who established the NLO?')).toBe('tower:s4');
  });

  it('finds by what is told of a passage, which other queries do not', () => {
    expect(first('渔民为什么要结社')).toBe('tower:s4');
    expect(ask(search, '"结社"').total).toBe(0);
    expect(ask(search, '结社').isLoose).toBe(true);
  });

  it('says that it is answered loosely, and marks what it shares with the text', () => {
    const result = ask(search, '旗杆是哪一年被大风刮断的');
    expect(result.isLoose).toBe(true);
    const [hit] = result.hits;
    expect(hit && shown(hit, harbour).zh).toBe('1887年12月，一场[大风刮断]了[旗杆]，修它花了三百块。');
  });

  it('that stands in a text as it is typed is found there, and nowhere else', () => {
    const result = ask(search, '说，1890年5月换了新的灯');
    expect([result.isLoose, result.total]).toEqual([false, 1]);
  });

  it('without a single word of the texts finds nothing', () => {
    const { total, isLoose } = ask(search, '谁会弹钢琴');
    expect([total, isLoose]).toEqual([0, false]);
  });
});

describe('questionIn()', () => {
  it('takes a question apart and moves nothing', () => {
    const normal = '什么时候换了新灯';
    const { isAsked, wishes, rest } = questionIn(normal);
    expect({ isAsked, wishes: [...wishes], rest }).toEqual({
      isAsked: true,
      wishes: ['when'],
      rest: '    换了新灯',
    });
  });

  it.for([
    ['谁管灯塔', 'who'],
    ['which company paid', 'who'],
    ['how many towers', 'number'],
    ['三百块是多少', 'number'],
    ['what year was it', 'when'],
    ['海灯司是什么意思', 'meaning'],
  ])('knows what %s wishes for', ([text, wish]) => {
    expect([...questionIn(text ?? '').wishes]).toEqual([wish]);
  });

  it('leaves alone what asks nothing', () => {
    expect(questionIn('whole towers, somewhat')).toEqual({
      isAsked: false,
      wishes: new Set(),
      rest: 'whole towers, somewhat',
    });
  });
});
