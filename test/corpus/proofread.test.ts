import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocumentId } from '../../server/core/segment.ts';
import { importText } from '../../server/corpus/import.ts';
import { loadCorpus } from '../../server/corpus/load.ts';
import { proofreadCorpus } from '../../server/corpus/proofread.ts';
import { textReader } from '../../server/texts.ts';
import { folderWith } from './folder.ts';

const TEXT = '# 灯塔\n\n灯用`say "a, b"`点亮,很亮。\n\n他用`’`写。\n';
const GLOSSES = 'language: en\nglosses:\n  s1: The Lighthouse\n  s2: The lamp。\n  s3: "He writes ‘"\n';

async function marks(staysOutside: boolean, text = TEXT, glosses = GLOSSES): Promise<string[]> {
  const [corpus, folder] = [await folderWith({}), await folderWith({ 'lamp.md': text })];
  const path = join(folder, 'lamp.md');
  await importText(
    corpus,
    { path, id: parseDocumentId('lamp'), format: 'markdown', titleEn: 'The Lighthouse', staysOutside },
    textReader,
  );
  await writeFile(join(corpus, 'documents/lamp/gloss.en.yaml'), glosses);
  const { documents } = await loadCorpus(corpus, () => [folder], textReader);
  return proofreadCorpus(documents).map(({ rule, place }) => `${place.file}:${place.line} ${rule}`);
}

describe('proofreadCorpus', () => {
  it('marks a text of our own where it stands in the ledger, but not the code in it', async () => {
    expect(await marks(false)).toEqual([
      'documents/lamp/gloss.en.yaml:4 wide-punctuation',
      'documents/lamp/segments.json:4 narrow-punctuation',
    ]);
  });

  it('leaves the punctuation of a text that is not ours alone', async () => {
    expect(await marks(true)).toEqual(['documents/lamp/gloss.en.yaml:4 wide-punctuation']);
  });

  it('marks a gloss with another figure than the Chinese, but not the figures of code', async () => {
    const text = '# 灯塔\n\n2013年3月点灯，用`port 8080`。\n\n灯有1200万盏。\n';
    const glosses = `language: en
glosses:
  s1: The Lighthouse
  s2: It was lit in March 2013, with port 8080.
  s3: There are 1.2 million lamps.
`;
    const marked = ['documents/lamp/gloss.en.yaml:5 figure-differs'];
    expect(await marks(false, text, glosses)).toEqual(marked);
    expect(await marks(true, text, glosses)).toEqual(marked);
  });
});
