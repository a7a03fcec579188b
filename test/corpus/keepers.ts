import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocumentId } from '../../server/core/segment.ts';
import { importText } from '../../server/corpus/import.ts';
import { loadCorpus } from '../../server/corpus/load.ts';
import { textReader } from '../../server/texts.ts';
import { show } from '../core/marked.ts';
import { folderWith } from './folder.ts';

export const PEOPLE = `entities:
  - id: lin
    type: person
    name: { zh: 林海, en: Lin Hai }
    aliases:
      - { form: 阿海, language: zh, kind: variant }
      - { form: 海叔, language: zh, kind: variant }
    description: { zh: 守塔人。, en: A keeper. }
    from: 1880
    relations:
      - type: works-for
        entity: society
        evidence:
          - { document: lamp, segment: s1, start: 0, quote: 林海 }
`;
const BODIES = `entities:
  - id: society
    type: organisation
    name: { zh: 灯社, en: Lamp Society }
    description: { zh: 一个社。, en: A society. }
  - id: hall
    type: organisation
    name: { zh: 灯堂, en: Lamp Hall }
    description: { zh: 旧名。, en: Its former name. }
    relations:
      - type: formerly
        entity: society
        evidence:
          - { document: lamp, segment: s2, start: 0, quote: 灯社 }
`;
export const EVENTS = `parties:
  - [society, hall]
events:
  - id: founding
    title: { zh: 灯社成立, en: Founding of the society }
    date: 1903
    entities: [society]
    claims:
      - id: c1
        document: lamp
        segment: s2
        start: 0
        quote: 灯社成立
        date: 1903-05
        actors: { who: [lin] }
        numbers:
          - { what: members, value: 12, unit: people }
        says: { zh: 成立, en: founded }
`;
const MENTIONS = 'decisions:\n  - { kind: add, entity: lin, segment: s2, start: 11, quote: 他 }\n';
const FILES = {
  'entities/bodies.yaml': BODIES,
  'entities/people.yaml': PEOPLE,
  'events.yaml': EVENTS,
  'documents/lamp/mentions.yaml': MENTIONS,
};
/** Whom its text names when nothing is wrong. */
export const WHOLE = [
  '[林海|lin]（[阿海|lin]、[海叔|lin]）进了[灯社|society]。',
  '[灯社|society]成立于1903年，[他|lin]在。',
];

export type Changes = Readonly<Record<string, string | Uint8Array | undefined>>;

/** What is wrong in a corpus with these changes, and whom its text still names; a file that is `undefined` is not there. */
export async function corpusWith(
  changes: Changes,
): Promise<{ faults: string[]; names: string[]; events: string[] }> {
  const corpus = await folderWith({});
  const texts = await folderWith({ 'lamp.md': '林海（阿海、海叔）进了灯社。\n\n灯社成立于1903年，他在。\n' });
  const order = { id: parseDocumentId('lamp'), format: 'markdown', staysOutside: false } as const;
  await importText(corpus, { ...order, path: join(texts, 'lamp.md') }, textReader);
  await mkdir(join(corpus, 'entities'));
  for (const [name, content] of Object.entries({ ...FILES, ...changes }))
    if (content !== undefined) await writeFile(join(corpus, name), content);
  const { library, findings } = await loadCorpus(corpus, () => [], textReader);
  const faults = findings.filter(({ rule }) => rule !== 'missing-gloss');
  return {
    faults: faults.map(
      ({ severity, rule, place }) =>
        `${place.file.split('/').at(-1)}:${place.line}:${place.column} ${severity} ${rule}`,
    ),
    names: library?.documents[0]?.segments.map(({ zh, names }) => show(zh ?? '', names.zh)) ?? [],
    events: library?.chronicle.events.map(({ id, claims }) => `${id} ${claims.length}`) ?? [],
  };
}

/** One file, with one place of it changed. */
export function edited(file: keyof typeof FILES, from: string, to: string): Changes {
  if (!FILES[file].includes(from)) throw new Error(`${file} has no “${from}”`);
  return { [file]: FILES[file].replace(from, to) };
}
