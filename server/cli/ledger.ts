import { load, loadForRevision } from '../context.ts';
import { blocksOf } from '../core/document.ts';
import { DomainError } from '../core/refusal.ts';
import type { Class } from '../core/revise.ts';
import { join, reclass, split } from '../core/revise.ts';
import type { Segment } from '../core/segment.ts';
import { parseBlockId, parseDocumentId, SEGMENT_KINDS } from '../core/segment.ts';
import type { Settings } from '../settings.ts';
import type { Arguments } from './arguments.ts';
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
  const [document = '', act, segment = '', offset = ''] = words;
  const id = parseDocumentId(document);
  if (act === undefined) return list(settings, id, terminal);
  const revision = await loadForRevision(settings, id);
  const { source, digestOf, sliceParts } = revision;
  if (act === 'join')
    await revision.save(join(revision.ledger, source, segment, flags.has('space') ? ' ' : '', digestOf));
  else if (act === 'split') {
    if (!/^\d+$/.test(offset))
      throw new DomainError('invalid', 'say where to cut: an offset in UTF-16 units');
    await revision.save(
      split(revision.ledger, source, segment, Number(offset), flags.has('block'), sliceParts, digestOf),
    );
  } else if (act === 'class') await revision.save(reclass(revision.ledger, segment, classOf(flags, values)));
  else throw new DomainError('invalid', 'it is join, split or class');
  return 0;
}

function classOf(flags: ReadonlySet<string>, values: ReadonlyMap<string, string>): Class {
  const kind = SEGMENT_KINDS.find((one) => one === values.get('kind'));
  if (values.has('kind') && kind === undefined)
    throw new DomainError('invalid', `a kind is one of ${SEGMENT_KINDS.join(', ')}`);
  const level = values.get('level');
  const block = values.get('block-id');
  return {
    ...(kind !== undefined && { kind }),
    ...(level !== undefined && { level: Number(level) }),
    ...(block !== undefined && { block: parseBlockId(block) }),
    ...(flags.has('debris') && { debris: true }),
    ...(flags.has('text') && { debris: false }),
  };
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
