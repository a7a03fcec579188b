import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocumentId } from '../../server/core/segment.ts';
import { importText } from '../../server/corpus/import.ts';
import { loadCorpus } from '../../server/corpus/load.ts';
import type { Resegmenting } from '../../server/corpus/resegment.ts';
import { resegment } from '../../server/corpus/resegment.ts';
import { textReader } from '../../server/texts.ts';
import { folderWith } from './folder.ts';

const TEXT = '# 灯\n\n灯社成立于1903年，林海在。\n\n船来了。\n';
const LAYERS: Record<string, string> = {
  'entities/all.yaml':
    'entities:\n  - id: lin # the keeper\n    type: person\n    name: { zh: 林海, en: Lin Hai }\n    description: { zh: 人。, en: A man. }\n    relations:\n      - type: works-for\n        entity: club\n        evidence:\n          - { document: a, segment: s2, start: 13, quote: 在 }\n  - id: club\n    type: organisation\n    name: { zh: 灯社, en: the Club }\n    description: { zh: 社。, en: A club. }\n',
  'events.yaml':
    'events:\n  - id: founded\n    title: { zh: 成立, en: Founded }\n    claims:\n      - { id: c1, document: a, segment: s2, start: 5, quote: "1903年", date: 1903, says: { zh: 成立, en: founded } }\n',
  'documents/a/gloss.en.yaml':
    'language: en\nglosses:\n  s1: Lamp\n  # by hand\n  s2: The Club was founded in 1903. Lin Hai was there.\n  s3: The boat came.\n',
  'documents/a/notes.yaml':
    'notes:\n  - { id: n1, kind: context, segment: s2, start: 11, quote: 林海, zh: 人, en: Him }\n  - { id: n2, kind: context, segment: s2, language: en, start: 30, quote: Lin Hai, zh: 人, en: Him }\n  - { id: n3, kind: context, segment: s3, start: 0, quote: 船, zh: 船, en: It }\n',
  'documents/a/mentions.yaml': 'decisions:\n  - { kind: refuse, segment: s2, start: 0, quote: 灯社 }\n',
};

async function corpusOf(order: Resegmenting, changes: Record<string, string> = {}) {
  const corpus = await folderWith({});
  const path = join(await folderWith({ 'a.md': TEXT }), 'a.md');
  await importText(corpus, { path, id: parseDocumentId('a'), staysOutside: false }, textReader);
  await mkdir(join(corpus, 'entities'));
  for (const [name, text] of Object.entries({ ...LAYERS, ...changes }))
    await writeFile(join(corpus, name), text);
  const read = (): Promise<string[]> =>
    Promise.all(Object.keys(LAYERS).map((name) => readFile(join(corpus, name), 'utf8')));
  const run = () => resegment(corpus, parseDocumentId('a'), order, [], textReader);
  const load = async () => {
    const { library, findings, review } = await loadCorpus(corpus, () => [], textReader);
    const [document] = library?.documents ?? [];
    return {
      faults: [...findings, ...review()]
        .filter(({ severity }) => severity !== 'info')
        .map(({ rule, message }) => `${rule} ${message}`),
      rows: document?.segments.map(
        ({ id, zh, en, status, notes }) => `${id} ${zh} | ${en} ${status} ${notes.map((note) => note.id)}`,
      ),
      retired: Object.fromEntries(document?.retired ?? []),
    };
  };
  return { read, run, load };
}

describe('resegment', () => {
  it('cuts a segment in all layers, and its old id leads to the halves', async () => {
    const { read, run, load } = await corpusOf({ kind: 'split', segment: 's2', offset: 11, newBlock: false });
    const before = await read();
    expect((await run()).files).toHaveLength(6);
    expect(await load()).toEqual({
      faults: [],
      rows: [
        's1 灯 | Lamp glossed ',
        's4 灯社成立于1903年， | The Club was founded in 1903. glossed ',
        's5 林海在。 | Lin Hai was there. glossed n1,n2',
        's3 船来了。 | The boat came. glossed n3',
      ],
      retired: { s2: ['s4', 's5'] },
    });
    const after = await read();
    expect(after[0]).toBe(before[0]?.replace('segment: s2, start: 13', 'segment: s5, start: 2'));
    expect(after[1]).toBe(before[1]?.replace('segment: s2', 'segment: s4'));
    expect(after[2]).toContain('# by hand');
  });

  it('joins segments in all layers', async () => {
    const { run, load } = await corpusOf({ kind: 'join', segment: 's2', joiner: '' });
    expect(await run()).toMatchObject({ segments: ['s4'], gloss: 'moved' });
    expect(await load()).toEqual({
      faults: [],
      rows: [
        's1 灯 | Lamp glossed ',
        's4 灯社成立于1903年，林海在。船来了。 | The Club was founded in 1903. Lin Hai was there. The boat came. glossed n1,n3,n2',
      ],
      retired: { s2: ['s4'], s3: ['s4'] },
    });
  });

  it.each([
    ['a quote that goes across the cut', 8, {}, '“1903年” in events.yaml:5 goes across the cut'],
    [
      'a gloss that does not show where it is to be cut',
      11,
      {
        'documents/a/gloss.en.yaml':
          'language: en\nglosses:\n  s2: The Club was founded in 1903 with Lin Hai.\n',
        'documents/a/notes.yaml': 'notes: []\n',
      },
      'say --gloss-at',
    ],
    ['a layer that has faults', 11, { 'documents/a/notes.yaml': 'notes: [' }, 'notes.yaml has faults'],
  ])('refuses %s, and changes nothing', async (_, offset, changes, why) => {
    const { read, run } = await corpusOf({ kind: 'split', segment: 's2', offset, newBlock: false }, changes);
    const before = await read();
    await expect(run()).rejects.toThrow(why);
    expect(await read()).toEqual(before);
  });

  it('cuts a gloss where that is said', async () => {
    const { run, load } = await corpusOf({
      kind: 'split',
      segment: 's3',
      offset: 1,
      newBlock: true,
      glossAt: 8,
    });
    await run();
    expect((await load()).rows?.slice(2)).toEqual([
      's4 船 | The boat glossed n3',
      's5 来了。 | came. glossed ',
    ]);
  });
});
