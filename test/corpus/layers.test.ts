import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edtf } from '../../server/core/date.ts';
import type { Description } from '../../server/core/document.ts';
import type { Ledger } from '../../server/core/ledger.ts';
import type { Note } from '../../server/core/note.ts';
import { NOTE_KINDS } from '../../server/core/note.ts';
import type { Mark, Part, Segment } from '../../server/core/segment.ts';
import { parseBlockId, SEGMENT_KINDS } from '../../server/core/segment.ts';
import { readDescription, revised, writeDescription } from '../../server/corpus/description.ts';
import { readGlosses, writeGlosses } from '../../server/corpus/glosses.ts';
import { readLedger, writeLedger } from '../../server/corpus/ledger.ts';
import { readNotes, writeNotes } from '../../server/corpus/notes.ts';
import { readStudy, writeStudy } from '../../server/corpus/study.ts';
import { bilingual, id, text } from './arbitrary.ts';

const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const part: fc.Arbitrary<Part> = fc
  .tuple(fc.nat(99), fc.nat(99), fc.boolean(), fc.option(text, { nil: undefined }))
  .map(([start, length, joins, replaced]) => ({
    start,
    end: start + length,
    ...(joins && { joiner: ' ' as const }),
    ...(replaced !== undefined && { text: replaced }),
  }));
const span = fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const mark: fc.Arbitrary<Mark> = fc.oneof(
  span.map((at) => ({ kind: 'strong' as const, ...at })),
  span.map((at) => ({ kind: 'link' as const, href: 'https://example.org/?a=1&b="2"', ...at })),
  fc.tuple(span, id, text).map(([at, target, label]) => ({
    kind: 'footnote' as const,
    ...at,
    target: parseBlockId(target),
    label,
  })),
);
const segment: fc.Arbitrary<Segment> = fc
  .tuple(
    id,
    id,
    fc.constantFrom(...SEGMENT_KINDS),
    fc.nat(6),
    fc.boolean(),
    fc.array(part),
    fc.array(mark),
    hex(16),
    fc.option(text, { nil: undefined }),
  )
  .map(([one, block, kind, level, debris, parts, marks, digest, label]) => ({
    id: one,
    block: parseBlockId(block),
    kind,
    level,
    debris,
    ...(label !== undefined && { label }),
    ...(kind === 'table' && { cell: { row: level, column: 0, ...(debris && { head: true as const }) } }),
    parts,
    marks,
    length: 9,
    digest,
  }));
const ledger: fc.Arbitrary<Ledger> = fc
  .tuple(fc.array(segment), fc.array(fc.tuple(id, fc.array(id))))
  .map(([segments, retired]) => ({ segments, retired: new Map(retired) }));

describe('write, then read', () => {
  it('gives a ledger back', () => {
    fc.assert(
      fc.property(ledger, (one) => {
        expect(readLedger('segments.json', writeLedger(one))).toMatchObject({ layer: one, findings: [] });
      }),
    );
  });

  it('gives glosses back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(id, text)), (entries) => {
        const glosses = new Map(entries);
        expect(readGlosses('gloss.en.yaml', writeGlosses('en', glosses))).toMatchObject({
          layer: glosses,
          findings: [],
        });
      }),
    );
  });

  it('gives notes back', () => {
    const anchor = fc.record({
      segment: id,
      language: fc.constantFrom('zh' as const, 'en' as const),
      start: fc.nat(),
      quote: text,
    });
    const note: fc.Arbitrary<Note> = fc.record({
      id: id.map(String),
      kind: fc.constantFrom(...NOTE_KINDS),
      anchor,
      zh: text,
      en: text,
    });
    fc.assert(
      fc.property(fc.array(note), (notes) => {
        expect(readNotes('notes.yaml', writeNotes(notes))).toMatchObject({ layer: notes, findings: [] });
      }),
    );
  });

  it('gives study aids back', () => {
    const study = fc.record({ introduction: bilingual, questions: fc.array(bilingual) });
    fc.assert(
      fc.property(study, (one) => {
        expect(readStudy('study.yaml', writeStudy(one))).toMatchObject({ layer: one, findings: [] });
      }),
    );
  });

  it('gives a description back', () => {
    const description: fc.Arbitrary<Description> = fc
      .tuple(bilingual, bilingual, bilingual, text, fc.boolean(), hex(64))
      .map(([title, author, about, licence, redistributable, sha256]) => ({
        title,
        author,
        date: '2014-12~' as Edtf,
        language: 'zh-Hans',
        about,
        provenance: { source: title, url: 'https://example.org/', licence, redistributable },
        file: 'a b#c.txt',
        sha256,
        format: 'plain',
      }));
    fc.assert(
      fc.property(description, (one) => {
        expect(readDescription('document.yaml', writeDescription(one))).toMatchObject({
          layer: one,
          findings: [],
        });
      }),
    );
  });
});

describe('a layer of the corpus', () => {
  const folder = new URL('../../corpus/documents/', import.meta.url);
  it.each(readdirSync(folder))(
    '%s: its ledger is written as it was read, so that a change is a small one',
    (name) => {
      const file = readFileSync(new URL(`${name}/segments.json`, folder), 'utf8');
      const { layer: read } = readLedger('segments.json', file);
      expect(read === undefined ? '' : writeLedger(read)).toBe(file);
    },
  );
});

describe('revised', () => {
  it('changes the digest and nothing else, comments included', () => {
    const before = `# why\ntitle: {zh: 灯, en: Lamp}\nsource:\n  file: a.md # here\n  sha256: ${'0'.repeat(64)}\n`;
    expect(revised(before, { sha256: 'f'.repeat(64), encoding: 'utf-8' })).toBe(
      before.replace('0'.repeat(64), 'f'.repeat(64)).replace('{zh: 灯, en: Lamp}', '{ zh: 灯, en: Lamp }'),
    );
  });
});
