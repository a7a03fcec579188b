import { describe, expect, it } from 'vitest';
import { cutShort, shortSensesOf } from '../../server/core/short-sense.ts';

const forms = (sense: string) => shortSensesOf(sense).map(({ form }) => form);

describe('a sense of the dictionary', () => {
  it.each([
    ['to lead', ['lead']],
    ['(bound form) to lead; guide (sb)', ['lead', 'guide']],
    ['(completed action marker)', ['completed action marker']],
    ['to be (located) at', ['be at']],
    ['(of a boat; a ship) to sink; to go under', ['sink', 'go under']],
    ['what?', ['what']],
    ['fig. to weather a storm', ['weather a storm']],
    ['a ship (that', ['a ship (that']],
    ['tower', ['tower']],
  ])('%s is told as %j', (sense, told) => {
    expect(forms(sense)).toEqual(told);
  });

  it.each([
    'see 灯塔[dēngtǎ]',
    'see also 灯塔[dēngtǎ]',
    'old variant of 燈|灯[dēng]',
    'CL:座[zuò]',
    'Taiwan pr. [dēng]',
    'also pr. [dēng]',
    'abbr. for 航標燈|航标灯[hángbiāodēng]',
    '',
    ' ; ',
  ])('that only leads to another word is none: %j', (sense) => {
    expect(forms(sense)).toEqual([]);
  });

  it('that is a surname, or an old or a literal one, is told last', () => {
    const last = ['surname Lin', '(old) lamp oil', '(literary) to gaze', 'lit. to watch the sea', 'woods'];
    expect(last.flatMap(shortSensesOf).map(({ isLast }) => isLast)).toEqual([true, true, true, true, false]);
  });
});

describe('a form that is too long', () => {
  it.each([
    ['lighthouse', 'lighthouse'],
    ['eighteen letters!!', 'eighteen letters!!'],
    ['the keeper of the light at sea', 'the keeper…'],
    ['to be in charge of a light', 'to be in charge…'],
    ['internationalization', 'internationalization'],
    ['internationalization of lights', 'internationalization…'],
    ['', ''],
  ])('is cut behind a word: %s', (form, cut) => {
    expect(cutShort(form)).toBe(cut);
  });
});
