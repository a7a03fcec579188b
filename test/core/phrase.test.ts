import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOfPhrase, phraseOf, placesOf, wordsOf } from '../../server/core/phrase.ts';
import { stemOf } from '../../server/core/stem.ts';

describe('stemOf', () => {
  it.each([
    ['container', 'containers', 'container’s', 'Containers’', "container's"],
    ['orchestrate', 'orchestrates', 'orchestrated', 'orchestrating', 'orchestration'],
    ['standardize', 'standardized', 'standardization'],
    ['process', 'processes', 'processing'],
    ['registry', 'registries'],
    ['ship', 'shipping', 'shipped'],
    ['use', 'used', 'using', 'uses'],
    ['control', 'controlled'],
    ['pull', 'pulled', 'pulling'],
    ['carry', 'carried', 'carries'],
    ['take', 'took', 'taken', 'taking'],
    ['patch', 'patches'],
    ['in', 'ins'],
    ['daemon', 'ＤＡＥＭＯＮ'],
  ])('is the same for the forms of %s', (...words) => {
    expect([...new Set(words.map(stemOf))]).toHaveLength(1);
  });

  it.each([
    ['schedule', 'scheduler'],
    ['product', 'production'],
    ['state', 'station'],
    ['us', 'use'],
    ['need', 'ne'],
    ['string', 'str'],
    ['process', 'progress'],
    ['mirror', 'image'],
  ])('tells %s from %s', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});

describe('placesOf', () => {
  it.each([
    ['container', 'All [Containers] and the [container’s] <i>box</i>.'],
    ['take sides', 'He [took sides]; a take. Sides.'],
    ['plug-in', 'Two [plug-ins], a [plug in], no plugin.'],
    ['cloud native', 'A [cloud-native] one, [cloud native], cloud, native.'],
    [
      'fight with one’s back to the river',
      'They [fought with their back to the river], not with back to the river.',
    ],
    ['strike out on one’s own', 'He [struck out on his own], not on his hat.'],
    ['make … public', '[Make it public]; [made public]; make one two three four five public; made. Public.'],
    ['show … the red card', 'He was [shown the red card].'],
    ['image', '𠮷 Not imagery, but “[images]” & [image].'],
    ['', 'Nothing.'],
  ])('finds %s', (form, shown) => {
    const text = shown.replace(/[[\]]/g, '');
    expect(marked(text, form)).toBe(shown);
  });

  it('finds a phrase in what it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 5 }), (words) => {
        const text = words.join(' ');
        const [place] = placesOf(phraseOf(text), wordsOf(text), text);
        expect(place).toEqual({ start: 0, end: text.length });
      }),
    );
  });
});

describe('keyOfPhrase', () => {
  it('is one for forms that differ in inflection, case and hyphens only', () => {
    expect(keyOfPhrase('Open-sourced')).toBe(keyOfPhrase('open source'));
    expect(keyOfPhrase('make … public')).not.toBe(keyOfPhrase('make public'));
    expect(keyOfPhrase("one's own")).toBe(keyOfPhrase('one’s own'));
  });
});

/** `text` with the places of `form` in brackets. */
function marked(text: string, form: string): string {
  let shown = '';
  let last = 0;
  for (const { start, end } of placesOf(phraseOf(form), wordsOf(text), text)) {
    shown += `${text.slice(last, start)}[${text.slice(start, end)}]`;
    last = end;
  }
  return shown + text.slice(last);
}
