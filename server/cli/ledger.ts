import type { Workbench } from '../context.ts';
import { loadForRevision } from '../context.ts';
import { blocksOf } from '../core/document.ts';
import type { Ledger } from '../core/ledger.ts';
import { DomainError } from '../core/refusal.ts';
import type { Class } from '../core/revise.ts';
import { join, reclass, split } from '../core/revise.ts';
import type { Segment } from '../core/segment.ts';
import { isSegmentId, parseBlockId, parseDocumentId, SEGMENT_KINDS } from '../core/segment.ts';
import { load } from '../loading.ts';
import type { Settings } from '../settings.ts';
import type { Arguments } from './arguments.ts';
import { Misuse } from './arguments.ts';
import { visible } from './findings.ts';
import type { Terminal } from './terminal.ts';

/**
 * `duidu ledger DOCUMENT`: its segments, a line each.
 * `duidu ledger DOCUMENT join SEGMENT [--space]`: with the one behind it.
 * `duidu ledger DOCUMENT split SEGMENT OFFSET [--block]`
 * `duidu ledger DOCUMENT class SEGMENT [--kind KIND] [--level N] [--block-id ID] [--debris | --text]`
 */
export async function ledger(
  settings: Settings,
  { words, flags, values }: Arguments,
  terminal: Terminal,
): Promise<number> {
  const [document = '', act, segment, offset, ...more] = words;
  const id = parseDocumentId(document);
  if (act === undefined) return list(settings, id, terminal);
  const revise = revisionOf(act, { segment, offset, more }, flags, values);
  const bench = await loadForRevision(settings, id);
  await bench.save(revise(bench));
  return 0;
}

/** @throws Misuse if the words do not say what to do, and to what. */
function revisionOf(
  act: string,
  {
    segment,
    offset,
    more,
  }: { segment: string | undefined; offset: string | undefined; more: readonly string[] },
  flags: ReadonlySet<string>,
  values: ReadonlyMap<string, string>,
): (bench: Workbench) => Ledger {
  if (act !== 'join' && act !== 'split' && act !== 'class') throw new Misuse('it is join, split or class');
  if (segment === undefined)
    throw new Misuse(`say which segment to ${act === 'class' ? 'class' : act}: its id`);
  if (more.length > 0 || (act !== 'split' && offset !== undefined))
    throw new Misuse('there is a word too many');
  if (act === 'class') {
    const change = classOf(flags, values);
    return ({ ledger }) => reclass(ledger, segment, change);
  }
  if (act === 'join') {
    const joiner = flags.has('space') ? ' ' : '';
    return ({ ledger, source, digestOf }) => join(ledger, source, segment, joiner, digestOf);
  }
  if (!/^\d+$/.test(offset ?? '')) throw new Misuse('say where to cut: an offset in UTF-16 units');
  const cut = { id: segment, offset: Number(offset), newBlock: flags.has('block') };
  return ({ ledger, source, digestOf }) => split(ledger, source, cut, digestOf);
}

/** @throws Misuse if what is said is no class, or nothing is said. */
function classOf(flags: ReadonlySet<string>, values: ReadonlyMap<string, string>): Class {
  const kind = SEGMENT_KINDS.find((one) => one === values.get('kind'));
  if (values.has('kind') && kind === undefined)
    throw new Misuse(`a kind is one of ${SEGMENT_KINDS.join(', ')}`);
  const level = values.get('level');
  if (level !== undefined && !/^\d{1,2}$/.test(level))
    throw new Misuse('a level is a whole number, 0 or more');
  const block = values.get('block-id');
  if (block !== undefined && !isSegmentId(block))
    throw new Misuse('a block id is a small letter, then small letters, digits and hyphens');
  if (flags.has('debris') && flags.has('text')) throw new Misuse('it is --debris or --text, not both');
  const change = {
    ...(kind !== undefined && { kind }),
    ...(level !== undefined && { level: Number(level) }),
    ...(block !== undefined && { block: parseBlockId(block) }),
    ...(flags.has('debris') && { debris: true }),
    ...(flags.has('text') && { debris: false }),
  };
  if (Object.keys(change).length === 0)
    throw new Misuse('say what to change: --kind, --level, --block-id, --debris or --text');
  return change;
}

async function list(settings: Settings, id: string, terminal: Terminal): Promise<number> {
  const { library } = await load(settings);
  const document = library?.documents.find((one) => one.id === id);
  if (document === undefined) throw new DomainError('not-found', `no document ${id}`);
  const numbers = new Map(
    blocksOf(document)
      .flatMap((block) => block.segments)
      .map((segment, index) => [segment.id, index + 1]),
  );
  for (const segment of document.segments) {
    const number = numbers.get(segment.id)?.toString() ?? '–';
    terminal.say(
      `${number.padStart(4)} ${segment.id} ${segment.block} ${shapeOf(segment)}  ${visible(segment.zh ?? '(no text)')}\n`,
    );
  }
  return 0;
}

function shapeOf(segment: Segment): string {
  const label = segment.label === undefined ? '' : ` ${segment.label}`;
  return `${segment.kind}${segment.level > 0 ? segment.level : ''}${label}${segment.debris ? ' debris' : ''}`;
}
