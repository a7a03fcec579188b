import { describe, expect, it } from 'vitest';
import { authorityOf } from '../../server/core/authority.ts';
import { checkLayers } from '../../server/core/check.ts';
import type { DocumentSegment } from '../../server/core/document.ts';
import type { Entity, EntityId } from '../../server/core/entity.ts';
import { parseEntityId } from '../../server/core/entity.ts';
import { documentOf } from '../../server/core/layers.ts';
import type { Decision } from '../../server/core/mention.ts';
import { namesIn } from '../../server/core/naming.ts';
import { parseDocumentId, parseSegmentId } from '../../server/core/segment.ts';
import { describedAs, segment } from '../fixture.ts';
import { entity } from './entities.ts';
import { digestOf, ledgerOf } from './ledgers.ts';
import { show } from './marked.ts';

const DOCUMENT = parseDocumentId('harbour');
const FILES = {
  ledger: 'segments.json',
  glosses: 'gloss.en.yaml',
  notes: 'notes.yaml',
  decisions: 'mentions.yaml',
};
const WHO = [
  entity('lamp', 'Lamp', { zh: '灯' }),
  entity('tower', 'Lighthouse', { zh: '灯塔' }),
  entity('firm', 'Lamp Inc.', { zh: '灯' }),
  entity('boat', 'Boat', { zh: '船𠮷' }),
];
const LAMP = parseEntityId('lamp');
const TOWER = parseEntityId('tower');
const FIRM = parseEntityId('firm');
const BOAT = parseEntityId('boat');

/** `s1 [船|boat]来了 / The [boat|boat] came`, segment by segment. */
function shown(segments: readonly DocumentSegment[]): string[] {
  return segments.map(
    ({ id, zh, en, names }) => `${id} ${show(zh ?? '∅', names.zh)} / ${show(en ?? '∅', names.en)}`,
  );
}

function named(segments: readonly DocumentSegment[], who: readonly Entity[] = WHO): string[] {
  const names = namesIn(DOCUMENT, segments, authorityOf(who), []);
  return shown(segments.map((one) => ({ ...one, names: names.get(one.id) ?? one.names })));
}

describe('namesIn', () => {
  it('finds names on both sides, in headings too', () => {
    expect(
      named([
        segment('s1', '灯塔', 'The Lighthouse', { kind: 'heading', level: 1 }),
        segment('s2', '<i>船𠮷</i>\u200f来了', 'BOAT & "boats"'),
      ]),
    ).toEqual([
      's1 [灯塔|tower] / The [Lighthouse|tower]',
      's2 <i>[船𠮷|boat]</i>\u200f来了 / [BOAT|boat] & "boats"',
    ]);
  });

  it('finds none in debris, in code, and where there is no text', () => {
    expect(
      named([
        segment('s1', '灯塔', 'Lighthouse', { debris: true }),
        segment('s2', '灯塔()', null, { kind: 'code' }),
        segment('s3', null, 'A boat'),
        segment('s4', '灯塔', null),
        segment('s5', '灯塔', ''),
      ]),
    ).toEqual([
      's1 灯塔 / Lighthouse',
      's2 灯塔() / ∅',
      's3 ∅ / A [boat|boat]',
      's4 [灯塔|tower] / ∅',
      's5 [灯塔|tower] / ',
    ]);
  });

  it('finds none in words marked as code, nor where the gloss repeats them, but in words that only hold them', () => {
    const marks = [
      { kind: 'code' as const, start: 1, end: 5 },
      { kind: 'code' as const, start: 6, end: 7 },
    ];
    expect(named([segment('s1', '用boat和B，再用boat', 'Use boat and B. Boat, boat', { marks })])).toEqual([
      's1 用boat和B，再用[boat|boat] / Use boat and B. [Boat|boat], boat',
    ]);
    expect(
      named([segment('s1', '`B`', 'B is in Boat', { marks: [{ kind: 'code', start: 1, end: 2 }] })]),
    ).toEqual(['s1 `B` / B is in [Boat|boat]']);
  });

  it('takes no document’s own title for a mention of it, but finds who is named there', () => {
    const book = entity('book', 'On the Boat', { document: DOCUMENT, zh: '论船𠮷' });
    expect(named([segment('s1', '论船𠮷', 'On the Boat')], [...WHO, book])).toEqual([
      's1 论[船𠮷|boat] / On the [Boat|boat]',
    ]);
  });

  it('leaves to a person what could be two', () => {
    expect(named([segment('s1', '一盏灯', null)])).toEqual(['s1 一盏[灯|lamp?firm] / ∅']);
  });
});

describe('a decision', () => {
  type Told = readonly [
    kind: Decision['kind'],
    segment: string,
    start: number,
    quote: string,
    entity?: EntityId,
  ];

  function decisionOf([kind, at, start, quote, who]: Told, language: 'zh' | 'en' = 'zh'): Decision {
    const anchor = { segment: parseSegmentId(at), language, start, quote };
    if (kind === 'refuse') return { kind, anchor };
    if (who === undefined) throw new Error(`whom to ${kind}?`);
    return { kind, anchor, entity: who };
  }

  /** A text whose names somebody decided on; what `check` says of the decisions stands behind it. */
  function decided(
    source: string,
    decisions: readonly Decision[],
    gloss = 'A boat.',
    old?: string,
  ): string[] {
    const ledger = ledgerOf(source, old === undefined ? undefined : ledgerOf(old));
    const layers = {
      ...{
        id: DOCUMENT,
        description: describedAs(),
        presence: 'present' as const,
        source,
        ledger,
        decisions,
      },
      ...{ glosses: new Map([[parseSegmentId('s1'), gloss]]), notes: [], study: null },
    };
    const findings = checkLayers(layers, FILES, digestOf).filter(
      ({ place }) => place.file === FILES.decisions,
    );
    return [
      ...shown(documentOf(layers, authorityOf(WHO)).segments),
      ...findings.map(({ severity, rule, place }) => `${severity} ${rule} ${place.path.join('.')}`),
    ];
  }

  it('adds a mention where no name stands', () => {
    expect(decided('守塔人来了。', [decisionOf(['add', 's1', 0, '守塔人', TOWER])])).toEqual([
      's1 [守塔人|tower]来了。 / A [boat|boat].',
    ]);
  });

  it('says which of two is meant', () => {
    expect(decided('灯与灯。', [decisionOf(['add', 's1', 2, '灯', FIRM])])).toEqual([
      's1 [灯|lamp?firm]与[灯|firm]。 / A [boat|boat].',
    ]);
  });

  it('refuses a mention, in the gloss too', () => {
    expect(
      decided('船𠮷，船𠮷。', [
        decisionOf(['refuse', 's1', 0, '船𠮷']),
        decisionOf(['refuse', 's1', 2, 'boat'], 'en'),
      ]),
    ).toEqual(['s1 船𠮷，[船𠮷|boat]。 / A boat.']);
  });

  it('redirects a mention to somebody else, and takes the place of whatever it touches', () => {
    expect(decided('灯塔，船𠮷。', [decisionOf(['redirect', 's1', 1, '塔，船', BOAT])])).toEqual([
      's1 灯[塔，船|boat]𠮷。 / A [boat|boat].',
    ]);
  });

  it('goes with its quote where the text grew, and says so', () => {
    expect(decided('昨天，守塔人来了。', [decisionOf(['add', 's1', 0, '守塔人', TOWER])])).toEqual([
      's1 昨天，[守塔人|tower]来了。 / A [boat|boat].',
      'warning moved decisions.0.start',
    ]);
  });

  it.each([
    ['is gone', '渔夫来了。'],
    ['has become ambiguous', '一个守塔人，两个守塔人。'],
  ])('is an orphan where its quote %s, and the others still hold', (_, source) => {
    const found = decided(source, [
      decisionOf(['add', 's1', 0, '守塔人', TOWER]),
      decisionOf(['refuse', 's1', 2, 'boat'], 'en'),
    ]);
    expect(found).toEqual([`s1 ${source} / A boat.`, 'error orphaned decisions.0.quote']);
  });

  it('goes on at the only successor of a retired segment', () => {
    const found = decided(
      '守塔人回来了。',
      [decisionOf(['add', 's1', 0, '守塔人', TOWER])],
      'A boat.',
      '守塔人来了。',
    );
    expect(found).toEqual(['s2 [守塔人|tower]回来了。 / A [boat|boat].', 'warning moved decisions.0']);
  });

  it('is an orphan where its segment became two, or never was', () => {
    const orphans = [decisionOf(['add', 's1', 0, '甲', LAMP]), decisionOf(['refuse', 's9', 0, '甲'])];
    expect(decided('甲一。甲二。', orphans, '', '甲。')).toEqual([
      's2 甲一。 / ∅',
      's3 甲二。 / ∅',
      'error orphaned decisions.0',
      'error orphaned decisions.1',
    ]);
  });
});
