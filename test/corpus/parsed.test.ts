import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepParsed, parsedValue, recallParsed } from '../../server/corpus/parsed.ts';
import { openYaml } from '../../server/corpus/yaml.ts';
import { folderWith } from './folder.ts';

describe('YAML that was parsed before', () => {
  const text = `lamp: { zh: 灯, en: "<i>&" } # ${crypto.randomUUID()}\nkeeper: [a, b]\n`;

  it('means the same, and still knows where everything stands', () => {
    const [first, again] = [openYaml('a.yaml', text), openYaml('b.yaml', text)];
    expect(again.value).toEqual(first.value);
    expect(again.locate(['keeper', 1])).toMatchObject({ file: 'b.yaml', line: 2, column: 13 });
  });

  it('is never remembered where it has a fault', () => {
    const broken = `${text}lamp: again\n`;
    expect(openYaml('a.yaml', broken).findings).toHaveLength(1);
    expect(parsedValue(broken)).toBeUndefined();
    expect(openYaml('a.yaml', broken).findings).toHaveLength(1);
  });

  it('is forgotten when nobody asks for it any more', async () => {
    const data = await folderWith({});
    const [old, now] = [`${text}age: old\n`, `${text}age: now\n`];
    openYaml('a.yaml', old);
    await keepParsed(data);
    openYaml('a.yaml', now);
    await keepParsed(data);
    expect(parsedValue(old)).toBeUndefined();
    expect(parsedValue(now)).toMatchObject({ age: 'now' });
    expect(await readFile(join(data, 'parsed.json'), 'utf8')).not.toContain('"age":"old"');
  });

  it('is kept for the next start, and not trusted where it is damaged', async () => {
    const data = await folderWith({});
    openYaml('a.yaml', `${text}more: c\n`);
    await keepParsed(data);
    const path = join(data, 'parsed.json');
    const kept = await readFile(path, 'utf8');
    expect(kept).toContain('"more":"c"');
    for (const damaged of [
      '',
      '{}',
      kept.replace('"more":"c"', '"more":"d"'),
      kept.slice(0, -9),
      `x\n${kept}`,
    ]) {
      await writeFile(path, damaged);
      await recallParsed(data);
    }
    expect(parsedValue(`${text}more: c\n`)).toMatchObject({ more: 'c' });
  });
});
