import { describe, expect, it } from 'vitest';
import { checkLayers, unverified } from '../../server/core/check.ts';
import type { Description } from '../../server/core/document.ts';
import { blocksOf, countsOf } from '../../server/core/document.ts';
import type { Layers } from '../../server/core/layers.ts';
import { documentOf } from '../../server/core/layers.ts';
import type { Note } from '../../server/core/note.ts';
import { reclass } from '../../server/core/revise.ts';
import { parseDocumentId, parseSegmentId } from '../../server/core/segment.ts';
import { digestOf, ledgerOf } from './ledgers.ts';

const DESCRIPTION: Description = {
  title: { zh: '灯', en: 'The lamp' },
  language: 'zh-Hans',
  about: { zh: '讲灯。', en: 'On a lamp.' },
  provenance: { source: { zh: '无', en: 'none' }, licence: 'CC0-1.0', redistributable: true },
  file: 'text.md',
  sha256: '0'.repeat(64),
  format: 'plain',
};
const FILES = {
  ledger: 'segments.json',
  glosses: 'gloss.en.yaml',
  notes: 'notes.yaml',
  decisions: 'mentions.yaml',
};

function layers(source: string, glosses: Record<string, string>, more: Partial<Layers> = {}): Layers {
  return {
    id: parseDocumentId('lamp'),
    description: DESCRIPTION,
    presence: 'present',
    source,
    ledger: ledgerOf(source),
    glosses: new Map(Object.entries(glosses).map(([id, text]) => [parseSegmentId(id), text])),
    notes: [],
    decisions: [],
    study: null,
    ...more,
  };
}

function note(id: string, segment: string, start: number, quote: string): Note {
  return {
    id,
    kind: 'idiom',
    zh: '注',
    en: 'note',
    anchor: { segment: parseSegmentId(segment), language: 'zh', start, quote },
  };
}

const rules = (one: Layers): string[] =>
  checkLayers(one, FILES, digestOf).map(
    ({ rule, severity, place }) => `${severity} ${rule} ${place.file} ${place.path.join('.')}`,
  );

describe('documentOf', () => {
  it('joins text and gloss by segment id, and keeps the source where there is no gloss', () => {
    const { segments } = documentOf(layers('甲。乙。', { s2: 'B.' }));
    expect(segments.map(({ zh, en, status }) => [zh, en, status])).toEqual([
      ['甲。', null, 'missing'],
      ['乙。', 'B.', 'glossed'],
    ]);
  });

  it('keeps the English where the text is missing', () => {
    const { segments } = documentOf(
      layers('甲。', { s1: 'A.' }, { source: null, presence: 'missing', notes: [note('n1', 's1', 0, '甲')] }),
    );
    expect(segments.map(({ zh, en, notes }) => [zh, en, notes.length])).toEqual([[null, 'A.', 1]]);
  });

  it('takes the gloss of a retired segment for stale at its only successor', () => {
    const ledger = ledgerOf('甲一。乙。', ledgerOf('甲。乙。'));
    const { segments, retired } = documentOf(layers('甲一。乙。', { s1: 'A.', s2: 'B.' }, { ledger }));
    expect(segments.map(({ id, en, status }) => `${id} ${en} ${status}`)).toEqual([
      's3 A. stale',
      's2 B. glossed',
    ]);
    expect([...retired]).toEqual([['s1', ['s3']]]);
  });

  it('takes no retired gloss for that of two successors', () => {
    const ledger = ledgerOf('甲一。甲二。', ledgerOf('甲。'));
    expect(
      documentOf(layers('甲一。甲二。', { s1: 'A.' }, { ledger })).segments.map((segment) => segment.status),
    ).toEqual(['missing', 'missing']);
  });

  it('puts notes in the order of their quotes and leaves orphans out', () => {
    const notes = [note('n1', 's1', 2, '丙'), note('n2', 's1', 0, '甲'), note('n3', 's1', 0, '丁')];
    expect(
      documentOf(layers('甲乙丙', {}, { notes })).segments[0]?.notes.map(
        ({ id, span }) => `${id} ${span.start}`,
      ),
    ).toEqual(['n2 0', 'n1 2']);
  });
});

describe('documentOf, where layers do not fit', () => {
  const english = (id: string, segment: string, quote: string): Note => {
    const { anchor, ...rest } = note(id, segment, 0, quote);
    return { ...rest, anchor: { ...anchor, language: 'en' } };
  };

  it('shows a note on the English where the gloss is, stale or not, and leaves it out where there is none', () => {
    const ledger = ledgerOf('甲一。乙。', ledgerOf('甲。乙。'));
    const notes = [english('n1', 's1', 'A'), english('n2', 's2', 'B')];
    const one = layers('甲一。乙。', { s1: 'A.' }, { ledger, notes });
    expect(documentOf(one).segments.map((segment) => segment.notes.map(({ id }) => id))).toEqual([
      ['n1'],
      [],
    ]);
    expect(rules(one).filter((rule) => rule.includes('notes.yaml'))).toEqual([
      'warning moved notes.yaml notes.0',
      'error orphaned notes.yaml notes.1',
    ]);
  });

  it('keeps the glosses of all segments that became one', () => {
    const retired = new Map([
      [parseSegmentId('s8'), [parseSegmentId('s1')]],
      [parseSegmentId('s9'), [parseSegmentId('s1')]],
    ]);
    const one = layers('甲乙。', { s8: 'A', s9: 'B.' }, { ledger: { ...ledgerOf('甲乙。'), retired } });
    expect(documentOf(one).segments[0]).toMatchObject({ en: 'A B.', status: 'stale' });
  });

  it('takes the newest gloss of a sentence that changed twice', () => {
    const ledger = ledgerOf('甲三。', ledgerOf('甲二。', ledgerOf('甲。')));
    expect(documentOf(layers('甲三。', { s1: 'Old.', s2: 'New.' }, { ledger })).segments[0]?.en).toBe('New.');
  });

  it('takes an empty gloss for a gloss', () => {
    expect(documentOf(layers('甲。', { s1: '' })).segments[0]).toMatchObject({ en: '', status: 'glossed' });
  });

  it('leaves out a segment and a note whose id another has, and says so', () => {
    const ledger = ledgerOf('甲。乙。');
    const segments = ledger.segments.map((segment) => ({ ...segment, id: parseSegmentId('s1') }));
    const notes = [note('n1', 's1', 0, '甲'), note('n1', 's1', 1, '。')];
    const one = layers('甲。乙。', { s1: 'A.' }, { ledger: { ...ledger, segments }, notes });
    const document = documentOf(one);
    expect(document.segments.map(({ zh, notes: own }) => `${zh} ${own.length}`)).toEqual(['甲。 1']);
    expect(rules(one).filter((rule) => rule.includes('repeated'))).toEqual([
      'error repeated-id segments.json segments.1.id',
      'error repeated-id notes.yaml notes.1.id',
    ]);
  });

  it('is whole with nothing but debris, and with nothing at all', () => {
    const ledger = reclass(ledgerOf('页脚'), 's1', { debris: true });
    expect(countsOf(documentOf(layers('页脚', {}, { ledger })))).toMatchObject({ segments: 0, glossable: 0 });
    expect(documentOf(layers('', {})).segments).toEqual([]);
    expect(rules(layers('页脚', {}, { ledger }))).toEqual([]);
  });
});

describe('countsOf', () => {
  it('counts what is shown: no debris, and code needs no gloss', () => {
    let ledger = ledgerOf('甲。\nx = 1\n丙丁');
    ledger = reclass(reclass(ledger, 's2', { kind: 'code' }), 's3', { debris: true });
    const document = documentOf(layers('甲。\nx = 1\n丙丁', { s1: 'A.' }, { ledger }));
    expect(countsOf(document)).toEqual({ segments: 2, glossable: 1, glossed: 1, notes: 0, characters: 1 });
    expect(blocksOf(document).map((block) => block.segments.map((segment) => segment.id))).toEqual([
      ['s1'],
      ['s2'],
    ]);
  });
});

describe('checkLayers', () => {
  it('finds nothing in what is whole', () => {
    expect(rules(layers('甲。乙。', { s1: 'A.', s2: 'B.' }, { notes: [note('n1', 's1', 0, '甲')] }))).toEqual(
      [],
    );
  });

  it('finds a segment without gloss, a gloss without segment, an empty one and one of debris', () => {
    const ledger = reclass(ledgerOf('甲。乙。丙。'), 's3', { debris: true });
    expect(rules(layers('甲。乙。丙。', { s2: ' ', s3: 'C.', s9: 'X.' }, { ledger }))).toEqual([
      'error empty-gloss gloss.en.yaml glosses.s2',
      'warning gloss-of-debris gloss.en.yaml glosses.s3',
      'error gloss-without-segment gloss.en.yaml glosses.s9',
      'info missing-gloss segments.json segments.0',
    ]);
  });

  it('finds a text that is not what the ledger says', () => {
    expect(rules({ ...layers('甲。乙。', { s1: 'A.', s2: 'B.' }), source: '甲。丙。' })).toEqual([
      'error digest-mismatch segments.json segments.1.digest',
    ]);
    expect(rules({ ...layers('甲。乙。', { s1: 'A.', s2: 'B.' }), source: '甲。乙' })).toEqual([
      'error range segments.json segments.1.parts',
    ]);
    expect(rules({ ...layers('甲。乙。', { s1: 'A.', s2: 'B.' }), source: '甲。\ud867\udfb0' })).toEqual([
      'error digest-mismatch segments.json segments.1.digest',
    ]);
  });

  it('finds ids that repeat, blocks that are interrupted, and text that is taken twice', () => {
    const ledger = ledgerOf('甲。\n乙。');
    const [first, second] = ledger.segments;
    if (first === undefined || second === undefined) throw new Error('two segments are wanted');
    expect(
      rules(
        layers(
          '甲。\n乙。',
          { s1: 'A.', s2: 'B.' },
          { ledger: { ...ledger, segments: [first, second, first] } },
        ),
      ),
    ).toEqual([
      'error repeated-id segments.json segments.2.id',
      'error broken-block segments.json segments.2.block',
      'error overlap segments.json segments.2.parts',
    ]);
  });

  it('finds ids that vanish', () => {
    const ledger = ledgerOf('甲。乙。丙。');
    expect(
      rules(
        layers(
          '甲。乙。丙。',
          { s1: 'A.', s3: 'C.' },
          { ledger: { ...ledger, segments: ledger.segments.toSpliced(1, 1) } },
        ),
      ),
    ).toEqual(['warning vanished-id segments.json segments']);
  });

  it('finds retired ids that lead nowhere, in a circle, or to themselves', () => {
    const retired = new Map(
      Object.entries({ s2: ['s9'], s3: ['s4'], s4: ['s3'], s1: [] }).map(([id, to]) => [
        parseSegmentId(id),
        to.map(parseSegmentId),
      ]),
    );
    expect(rules(layers('甲。', { s1: 'A.' }, { ledger: { ...ledgerOf('甲。'), retired } }))).toEqual([
      'error vanished-id segments.json retired.s2',
      'error circular segments.json retired.s3',
      'error circular segments.json retired.s4',
      'error repeated-id segments.json retired.s1',
    ]);
  });

  it('finds anchors that moved or are orphaned, and notes that share an id', () => {
    const notes = [
      note('n1', 's1', 5, '甲'),
      note('n2', 's1', 0, '丁'),
      note('n3', 's9', 0, '甲'),
      note('n1', 's2', 0, '乙'),
    ];
    expect(rules(layers('甲。乙。', { s1: 'A.', s2: 'B.' }, { notes }))).toEqual([
      'warning moved notes.yaml notes.0.start',
      'error orphaned notes.yaml notes.1.quote',
      'error orphaned notes.yaml notes.2',
      'error repeated-id notes.yaml notes.3.id',
    ]);
  });

  it('counts what cannot be verified without the text, and fails none of it', () => {
    const missing = layers(
      '甲。乙。',
      { s1: 'A.', s2: 'B.' },
      { source: null, presence: 'missing', notes: [note('n1', 's1', 0, '丁')] },
    );
    expect(rules(missing)).toEqual([]);
    expect(unverified(missing)).toEqual({ digests: 2, anchors: 1 });
  });
});
