import type { Resegmenting } from '../context.ts';
import { resegmentIn } from '../context.ts';
import { parseDocumentId } from '../core/segment.ts';
import type { Settings } from '../settings.ts';
import type { Arguments } from './arguments.ts';
import { Misuse } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/**
 * `duidu resegment DOCUMENT split SEGMENT OFFSET [--block] [--gloss-at OFFSET]`
 * `duidu resegment DOCUMENT join SEGMENT [--space]`
 */
export async function resegment(
  settings: Settings,
  { words, flags, values }: Arguments,
  terminal: Terminal,
): Promise<number> {
  const [document = '', act, segment = '', offset] = words;
  const done = await resegmentIn(
    settings,
    parseDocumentId(document),
    orderOf(act, segment, offset, flags, values),
  );
  const [one, two] = done.segments;
  const now = two === undefined ? `joined as ${one}` : `cut into ${one} and ${two}`;
  const glosses = {
    none: '',
    moved: ' The gloss went along.',
    stale: ' Its gloss is that of a part, and shown as stale: write one in gloss.en.yaml.',
  };
  terminal.say(`${segment} is ${now}; the old id leads there.${glosses[done.gloss]}\n`);
  for (const file of done.files) terminal.say(`  ${file}\n`);
  return 0;
}

/** @throws Misuse if the words do not say what to do, and where. */
function orderOf(
  act: string | undefined,
  segment: string,
  offset: string | undefined,
  flags: ReadonlySet<string>,
  values: ReadonlyMap<string, string>,
): Resegmenting {
  if (act === 'join' && offset === undefined)
    return { kind: 'join', segment, joiner: flags.has('space') ? ' ' : '' };
  if (act !== 'split') throw new Misuse('it is split SEGMENT OFFSET, or join SEGMENT');
  const glossAt = values.get('gloss-at');
  if (!/^\d{1,9}$/.test(offset ?? '') || (glossAt !== undefined && !/^\d{1,9}$/.test(glossAt)))
    throw new Misuse('say where to cut: an offset in UTF-16 units');
  return {
    kind: 'split',
    segment,
    offset: Number(offset),
    newBlock: flags.has('block'),
    ...(glossAt !== undefined && { glossAt: Number(glossAt) }),
  };
}
