import { describe, expect, it } from 'vitest';
import { authorityOf } from '../../server/core/authority.ts';
import { checkRendered, checkTerms } from '../../server/core/check-terms.ts';
import type { Term, Waiver } from '../../server/core/term.ts';
import { termUsesIn } from '../../server/core/term-use.ts';
import { documentOf, segment } from '../fixture.ts';
import { entity, ids } from './entities.ts';
import { term, waiver } from './terms.ts';

const AUTHORITY = authorityOf([entity('docker', 'Docker')]);
const DOCUMENTS = [
  documentOf('harbour', [
    segment('s1', '一盏灯', 'A light <i>"\'&𠮷'),
    segment('s2', '灯亮了灯', 'A candle and a candle'),
    segment('s3', '灯', 'It shines'),
    segment('s4', '灯', null),
    segment('s5', '灯', 'It was so', { status: 'stale' }),
  ]),
  documentOf('absent', [segment('s1', null, 'x')], { presence: 'missing' }),
  documentOf('changed', [segment('s1', '灯', 'x')], { presence: 'changed' }),
];
const LAMP = term('lamp', '灯', 'light', { admitted: ['lamp'], forbidden: ['candle'] });

function faults(
  terms: readonly Term[],
  waivers: readonly Waiver[] = [],
): { place: string; message: string }[] {
  return checkTerms('terms.yaml', { terms, waivers }, AUTHORITY, DOCUMENTS).map(
    ({ severity, rule, place, message }) => ({
      place: `${severity} ${rule} ${place.path.join('.')}`,
      message,
    }),
  );
}

const places = (terms: readonly Term[], waivers: readonly Waiver[] = []): string[] =>
  faults(terms, waivers).map(({ place }) => place);

describe('checkTerms', () => {
  it('finds nothing in what is whole', () => {
    const odd = term('odd', '<i>灯', 'a <i>"\'& light', { pinyin: 'dēng' });
    expect(faults([LAMP, odd], [waiver('lamp', 'harbour:s2'), waiver('lamp', 'harbour:s3')])).toEqual([]);
  });

  it('finds an id that two terms have', () => {
    expect(places([LAMP, { ...LAMP, zh: '塔', pinyin: 'tǎ' }])).toEqual(['error repeated-id terms.1.id']);
  });

  it('finds a form of two terms that no rule decides, at both; none where one does', () => {
    const other = term('other', '灯', 'lantern');
    expect(faults([LAMP, other])).toEqual([
      {
        place: 'warning ambiguous-form terms.0.zh',
        message: 'lamp: “灯” is other too, and no rule decides; it counts as none',
      },
      {
        place: 'warning ambiguous-form terms.1.zh',
        message: 'other: “灯” is lamp too, and no rule decides; it counts as none',
      },
    ]);
    expect(places([LAMP, { ...other, when: { with: ids('docker') } }])).toEqual([]);
    const variant = { form: '灯', kind: 'variant' } as const;
    expect(places([LAMP, term('tower', '塔', 'tower', { pinyin: 'tǎ', variants: [variant] })])).toEqual([
      'warning ambiguous-form terms.0.zh',
      'warning ambiguous-form terms.1.variants.0.form',
    ]);
  });

  it('finds forms that say nothing, are too long, or stand twice', () => {
    const forms = ['·', '甲'.repeat(1000), '灯', 'ＡＰＰ', 'app'];
    const variants = forms.map((form) => ({ form, kind: 'variant' as const }));
    expect(places([{ ...LAMP, variants }])).toEqual([
      'error empty-text terms.0.variants.0.form',
      'error long-name terms.0.variants.1.form',
      'warning repeated-alias terms.0.variants.2.form',
      'warning repeated-alias terms.0.variants.4.form',
    ]);
  });

  it.each([['deng'], ['dēngdēng'], ['dēng1'], ['灯'], ['dēēng'], ['xyē']])(
    'finds bad pinyin: %s',
    (pinyin) => {
      expect(places([{ ...LAMP, pinyin }])).toEqual(['error bad-pinyin terms.0.pinyin']);
    },
  );

  it('counts no syllables where other letters than Han are read, too', () => {
    expect(places([term('root', 'root权限', 'root access', { pinyin: 'quánxiàn' })])).toEqual([]);
    expect(places([term('two', '上，下', 'up and down', { pinyin: 'shàng xià' })])).toEqual([]);
  });

  it('finds renderings that contradict one another, however they are inflected, or stand twice', () => {
    const lamp = {
      ...LAMP,
      admitted: ['Lights', 'lamp', '…', '&'],
      forbidden: ['lamps', 'candle', 'Candles'],
    };
    expect(places([lamp])).toEqual([
      'warning repeated-rendering terms.0.admitted.0',
      'error empty-text terms.0.admitted.2',
      'error empty-text terms.0.admitted.3',
      'error contradictory-rendering terms.0.forbidden.0',
      'warning repeated-rendering terms.0.forbidden.2',
    ]);
    expect(places([{ ...LAMP, en: '“”' }])).toEqual(['error empty-text terms.0.en']);
  });

  it('finds a rule that asks for nobody we know', () => {
    const when = { with: ids('dokcer') };
    const variants = [{ form: '塔', kind: 'variant' as const, when }];
    const found = faults([{ ...LAMP, when, variants }]);
    expect(found.map(({ place }) => place)).toEqual([
      'error unknown-entity terms.0.when.with.0',
      'error unknown-entity terms.0.variants.0.when.with.0',
    ]);
    expect(found[0]?.message).toBe('lamp: no entity “dokcer”; did you mean “docker”?');
  });

  it.each<[string, Waiver, string[]]>([
    ['an unknown term', waiver('lmap', 'harbour:s3'), ['error unknown-term waivers.0.term']],
    ['an unknown document', waiver('lamp', 'harbor:s3'), ['error unknown-document waivers.0.document']],
    ['a segment that is gone', waiver('lamp', 'harbour:s9'), ['error orphaned waivers.0.segment']],
    [
      'what is rendered as the termbase says',
      waiver('lamp', 'harbour:s1'),
      ['warning idle-waiver waivers.0'],
    ],
    ['what has no gloss', waiver('lamp', 'harbour:s4'), ['warning idle-waiver waivers.0']],
    ['what cannot be seen', waiver('lamp', 'absent:s1'), []],
    ['what is of another text', waiver('lamp', 'changed:s1'), []],
  ])('judges a waiver of %s', (_, one, expected) => {
    expect(places([LAMP], [one])).toEqual(expected);
  });

  it('finds a waiver of a term that does not stand there, and one that stands twice', () => {
    const tower = term('tower', '塔', 'tower', { pinyin: 'tǎ' });
    const twice = [waiver('lamp', 'harbour:s3'), waiver('lamp', 'harbour:s3')];
    expect(places([LAMP, tower], [waiver('tower', 'harbour:s3'), ...twice])).toEqual([
      'warning idle-waiver waivers.0',
      'warning idle-waiver waivers.2',
    ]);
  });
});

describe('checkRendered', () => {
  function rendered(waivers: readonly Waiver[] = []): string[] {
    const uses = termUsesIn({ documents: DOCUMENTS.slice(0, 1), terms: [LAMP], waivers });
    return checkRendered('gloss.en.yaml', [...uses.values()].flat()).map(
      ({ severity, rule, place, message }) => `${severity} ${rule} ${place.path.join('.')} ${message}`,
    );
  }

  it('warns of a forbidden rendering, tells of one that is not known, once for each segment', () => {
    expect(rendered()).toEqual([
      'warning forbidden-rendering glosses.s2 “灯” is not “candle” here but “light”',
      'info other-rendering glosses.s3 “灯” is neither “light” nor any other known rendering',
    ]);
  });

  it('is silent where it is waived, where there is no gloss, and of a gloss of another wording', () => {
    expect(rendered([waiver('lamp', 'harbour:s2'), waiver('lamp', 'harbour:s3')])).toEqual([]);
  });
});
