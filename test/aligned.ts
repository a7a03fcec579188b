import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocumentId } from '../server/core/segment.ts';
import { importText } from '../server/corpus/import.ts';
import { textReader } from '../server/texts.ts';
import type { Duidu } from './duidu.ts';
import { startDuidu } from './duidu.ts';

const TEXT = `# 灯塔

守塔人点灯。风从北边来，他数浪。雾散了。

船进港，没有人问它<b>的</b>名字𠮷&。

- 收帆
- 下锚
`;

/** As an import with a translation leaves them, and with what people have written since. */
const LAYERS: Readonly<Record<string, string>> = {
  'gloss.en.yaml': `language: en
# Who rendered it.
glosses:
  s1: The Lighthouse
  # Of the keeper.
  s2: The keeper lights the lamp. The wind comes from the north.
  s3: He counts the waves.
  s5: 'A ship enters <i>"port"</i> & nobody asks its name.'
  s6: Furl the sails. Drop anchor.
`,
  'alignment.en.yaml': `language: en
# By the aligner.
rows:
  s1: 1
  s2: 0.41
  s3: 0.55
  s5: 0.93
  s6: 0.2
loose:
  - after: s4
    en: The fog lifts. So does <b>hope</b>.
`,
  'notes.yaml':
    'notes: # kept\n  - { id: n1, kind: context, segment: s2, language: en, start: 32, quote: wind, zh: 风, en: A wind }\n  - { id: n2, kind: context, segment: s3, start: 6, quote: 他, zh: 他, en: Him }\n',
};

/** The real program over a library of one aligned text, `lamp`, in a folder of its own. */
export interface AlignedServer {
  readonly url: string;
  readonly folder: string;
  readonly stop: () => Promise<void>;
  /** Everything that stands in the folder of the text, by name. */
  readonly files: () => Promise<Record<string, string>>;
  /** Put everything back as it was at first, and forget what can be undone. */
  readonly restore: () => Promise<void>;
}

export async function startAligned(flags: readonly string[] = []): Promise<AlignedServer> {
  const root = await mkdtemp(join(tmpdir(), 'duidu-aligned-'));
  const corpus = join(root, 'corpus');
  for (const [id, text] of [
    ['lamp', TEXT],
    ['plain', '没有译文。\n'],
  ] as const) {
    const path = join(root, `${id}.md`);
    await writeFile(path, text);
    await importText(corpus, { path, id: parseDocumentId(id), staysOutside: false }, textReader);
  }
  const folder = join(corpus, 'documents/lamp');
  for (const [name, text] of Object.entries(LAYERS)) await writeFile(join(folder, name), text);
  const files = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      await Promise.all(
        (await readdir(folder))
          .sort()
          .map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
      ),
    );
  const first = await files();
  const duidu: Duidu = await startDuidu(
    { DUIDU_CORPUS: corpus, DUIDU_DATA: join(root, 'data'), DUIDU_SOURCES: root },
    flags,
  );
  return {
    url: duidu.url,
    folder,
    files,
    restore: async () => {
      await rm(join(root, 'data/undo'), { recursive: true, force: true });
      for (const [name, text] of Object.entries(first)) await writeFile(join(folder, name), text);
    },
    stop: async () => {
      await duidu.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}
