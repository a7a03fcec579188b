import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../corpus/folder.ts';
import { run as command } from './run.ts';

const ENTITIES = `entities:
  - id: tower
    type: organisation
    name: { zh: 塔台, en: The Tower }
    aliases: [{ form: Polaris, language: en, kind: variant }]
    description: { zh: 一座塔台。, en: A tower. }
  - id: ship
    type: project
    name: { zh: 北极星, en: North Star }
    aliases: [{ form: Polaris, language: en, kind: official }]
    description: { zh: 一条船。, en: A ship. }
`;

async function corpusOf(text: string, entities = ENTITIES) {
  const corpus = await folderWith({ 'entities/all.yaml': entities });
  const env = { DUIDU_CORPUS: corpus, DUIDU_DATA: await folderWith({}) };
  const run = (...argv: string[]) => command(argv, env);
  const source = join(await folderWith({ 'harbour.md': text }), 'harbour.md');
  expect((await run('import', source)).code).toBe(0);
  const decisions = () => readFile(join(corpus, 'documents/harbour/mentions.yaml'), 'utf8');
  return { run, corpus, decisions };
}

describe('duidu link', () => {
  it('counts the mentions first, and then says what changed', async () => {
    const { run, corpus } = await corpusOf('塔台看见了。\n');
    expect((await run('link')).out).toBe('1 mention\n');
    expect((await run('link')).out).toBe('1 mention, nothing changed\n');
    await writeFile(join(corpus, 'entities/all.yaml'), ENTITIES.replace('zh: 塔台', 'zh: 看见'));
    expect((await run('link')).out).toBe(
      '- harbour:s1 zh 0–2 “塔台” → tower\n+ harbour:s1 zh 2–4 “看见” → tower\n1 mention: 1 added, 1 gone, 0 redirected\n',
    );
  });

  it('links nothing that could be several, and says so', async () => {
    const { run } = await corpusOf('Polaris靠岸。\n');
    expect((await run('link')).out).toBe('0 mentions, 1 left undecided (duidu check says where)\n');
  });

  it('puts down whom a person says a place names, and keeps to it', async () => {
    const { run, decisions } = await corpusOf('Polaris靠岸。\n');
    await run('link');
    expect((await run('link', 'harbour', 'add', 's1', 'Polaris', 'ship')).out).toBe(
      '+ harbour:s1 zh 0–7 “Polaris” → ship\n1 mention: 1 added, 0 gone, 0 redirected\n',
    );
    expect((await run('link', 'harbour', 'redirect', 's1', 'Polaris', 'tower')).out).toBe(
      '~ harbour:s1 zh 0–7 “Polaris” → tower, not ship\n1 mention: 0 added, 0 gone, 1 redirected\n',
    );
    expect((await run('link', 'harbour', 'refuse', 's1', 'Polaris')).out).toContain('0 mentions');
    expect((await run('link', '--list')).out).toBe('0 mentions, nothing changed\n');
    expect((await decisions()).match(/kind:/g)).toHaveLength(1);
  });

  it('guesses neither whom nor where', async () => {
    const { run } = await corpusOf('Polaris和Polaris。\n');
    expect(await run('link', 'harbour', 'add', 's1', 'Polaris', 'ship')).toMatchObject({
      code: 1,
      err: 'duidu: “Polaris” stands more than once in s1; say where, with --start\n',
    });
    expect(await run('link', 'harbour', 'add', 's1', 'Polaris', 'boat')).toMatchObject({
      code: 1,
      err: 'duidu: no entity boat\n',
    });
    expect((await run('link', 'harbour', 'add', 's1', 'Polaris', 'ship', '--start', '8')).code).toBe(0);
    expect((await run('link', 'nowhere', 'refuse', 's1', 'x')).err).toBe('duidu: no document nowhere\n');
    expect((await run('link', 'harbour', 'marry', 's1', 'x')).code).toBe(2);
    expect((await run('link', 'harbour', 'refuse', 's1', 'Polaris', 'ship')).code).toBe(2);
  });

  it('writes over no decisions that have faults', async () => {
    const { run, corpus } = await corpusOf('塔台看见了。\n');
    await writeFile(join(corpus, 'documents/harbour/mentions.yaml'), 'decisions:\n  - { kind: perhaps }\n');
    expect(await run('link', 'harbour', 'refuse', 's1', '塔台')).toMatchObject({ code: 1 });
  });
});
