import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { fromRoot } from '../server/settings.ts';
import type { Figure } from './figure.ts';
import { atMost, plain } from './figure.ts';

const SEGMENTS = 10_000;
const SECONDS = 20;
const MEGABYTES = 700;

// Sentences of fifty characters, no two alike: 1.5 MB in all.
const HEADS = [
  '守灯的人',
  '船上的水手',
  '港口的孩子',
  '写航海志的林海',
  '修船的老匠人',
  '从北方来的客人',
  '灯社的成员',
];
const TAILS = [
  '把镜子擦干净，再点上火',
  '数着远处的灯，一直到天明',
  '在雾里等了整整一夜',
  '说这件事没有什么难的',
  '把缆绳理好，放在干的地方',
  '想起从前那条运盐的船',
];

/** A Markdown text of 10,000 segments with headings, lists, emphasis and links, as an article has them. */
export function longText(): string {
  const sentences = Array.from({ length: SEGMENTS }, (_, index) => {
    const [head, tail] = [HEADS[index % HEADS.length], TAILS[(index * 5) % TAILS.length]];
    return `第${index + 1}天傍晚，${head}又上了楼，${tail}，然后坐在窗前看海，听见风从**北面**来，吹过[灯塔](https://example.org/${index})。`;
  });
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length; at += 4) paragraphs.push(sentences.slice(at, at + 4).join(''));
  return `# 灯塔\n\n${paragraphs.map((text, index) => (index % 8 === 7 ? `- ${text}` : text)).join('\n\n')}\n`;
}

/** Seconds are those of the processor, whatever else the machine does. Import as a user does it, then words, mentions and the index of search of all of it, beside jieba alone over the same text. */
export async function measureImport(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'duidu-bench-'));
  try {
    const text = longText();
    await writeFile(join(folder, 'long.md'), text);
    const env = { DUIDU_CORPUS: join(folder, 'corpus'), DUIDU_DATA: join(folder, 'data') };
    const imported = await measured(['bin/duidu.js', 'import', join(folder, 'long.md')], env);
    const indexed = await measured(['bench/index-all.ts'], env);
    return [
      atMost(
        `import of ${SEGMENTS.toLocaleString('en')} segments (${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB), words, mentions, index`,
        imported.seconds + indexed.seconds,
        SECONDS,
        's',
      ),
      plain('… of it the import', imported.seconds, 's'),
      plain('… jieba alone, with its dictionary', jiebaAlone(text), 's'),
      atMost('… most memory of a process', Math.max(imported.megabytes, indexed.megabytes), MEGABYTES, 'MB'),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measured(
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ seconds: number; megabytes: number }> {
  const child = spawn(process.execPath, ['--import', fromRoot('bench/most-memory.ts'), ...argv], {
    cwd: fromRoot('.'),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const told = once(child, 'message');
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}`);
  const [took] = await told;
  return took as { seconds: number; megabytes: number };
}

function jiebaAlone(text: string): number {
  const before = process.cpuUsage();
  Jieba.withDict(dict).cut(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
