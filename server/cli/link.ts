import { decide, relink } from '../context.ts';
import type { Side } from '../core/anchor.ts';
import { parseEntityId } from '../core/entity.ts';
import type { LinkChanges, LinkRecord } from '../core/linkage.ts';
import { parseDocumentId, parseSegmentId } from '../core/segment.ts';
import type { Settings } from '../settings.ts';
import type { Arguments } from './arguments.ts';
import { Misuse } from './arguments.ts';
import { visible } from './findings.ts';
import type { Terminal } from './terminal.ts';

/**
 * `duidu link [--list]`: find all names anew, and print what changed since the last time; `--list` prints every mention.
 * `duidu link DOCUMENT add|redirect SEGMENT QUOTE ENTITY [--en] [--start N]`: decide whom a place names.
 * `duidu link DOCUMENT refuse SEGMENT QUOTE [--en] [--start N]`: decide that it names nobody.
 */
export async function link(settings: Settings, given: Arguments, terminal: Terminal): Promise<number> {
  if (given.words.length > 0) {
    await decideBy(settings, given);
    // What follows from it is shown at once.
  }
  const { links, changes, ambiguous } = await relink(settings);
  if (given.flags.has('list')) terminal.say(links.map((one) => `${shown(one)}\n`).join(''));
  else terminal.say(changes === undefined ? '' : linesOf(changes).join(''));
  const mentions = `${links.length} mention${links.length === 1 ? '' : 's'}`;
  const unclear = ambiguous === 0 ? '' : `, ${ambiguous} left undecided (duidu check says where)`;
  terminal.say(`${mentions}${changes === undefined ? '' : countsOf(changes)}${unclear}\n`);
  return 0;
}

function linesOf({ added, gone, redirected }: LinkChanges): string[] {
  return [
    ...gone.map((one) => `- ${shown(one)}\n`),
    ...added.map((one) => `+ ${shown(one)}\n`),
    ...redirected.map((one) => `~ ${shown(one)}, not ${one.from}\n`),
  ];
}

function countsOf({ added, gone, redirected }: LinkChanges): string {
  const counts = `${added.length} added, ${gone.length} gone, ${redirected.length} redirected`;
  return added.length + gone.length + redirected.length === 0 ? ', nothing changed' : `: ${counts}`;
}

/** `000-x:s12 zh 3–9 “Google” → google` */
function shown({ document, segment, language, start, end, quote, entity }: LinkRecord): string {
  return `${document}:${segment} ${language} ${start}–${end} “${visible(quote)}” → ${entity}`;
}

/** @throws Misuse if the words do not say what is decided, and of what. */
async function decideBy(settings: Settings, { words, flags, values }: Arguments): Promise<void> {
  const [document = '', kind, segment, quote, entity] = words;
  if (kind !== 'add' && kind !== 'redirect' && kind !== 'refuse')
    throw new Misuse('it is add, redirect or refuse');
  if (segment === undefined || quote === undefined)
    throw new Misuse('say of which segment, and of which words in it');
  if ((entity === undefined) !== (kind === 'refuse'))
    throw new Misuse(kind === 'refuse' ? 'what is refused needs no entity' : 'say which entity it names');
  const start = values.get('start');
  if (start !== undefined && !/^\d{1,9}$/.test(start))
    throw new Misuse('--start is an offset in UTF-16 units');
  const language: Side = flags.has('en') ? 'en' : 'zh';
  await decide(settings, parseDocumentId(document), {
    kind,
    segment: parseSegmentId(segment),
    language,
    quote,
    ...(start !== undefined && { start: Number(start) }),
    ...(entity !== undefined && { entity: parseEntityId(entity) }),
  });
}
