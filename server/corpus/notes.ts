import { stringify } from 'yaml';
import type { Finding } from '../core/finding.ts';
import type { Note } from '../core/note.ts';
import { NOTE_KINDS } from '../core/note.ts';
import { isSegmentId } from '../core/segment.ts';
import { ANCHOR_KEYS, anchorAt, writtenAnchor } from './anchors.ts';
import { Cursor } from './cursor.ts';
import { filled } from './description.ts';
import type { Read } from './yaml.ts';
import { openYaml } from './yaml.ts';

const KEYS = ['id', 'kind', ...ANCHOR_KEYS, 'zh', 'en'];

/** Read `notes.yaml`. A note that is wrong in itself is left out, and is a finding. */
export function readNotes(file: string, text: string): Read<Note[]> {
  const findings: Finding[] = [];
  const opened = openYaml(file, text);
  const root = Cursor.of(opened, findings);
  if (root.isAbsent || !root.isMap(['notes'])) return { layer: [], findings, locate: opened.locate };
  const { items, locate } = root.list('notes', noteAt);
  return { layer: items, findings, locate };
}

/** `notes.yaml`, in the order given. The language of an anchor is written only where it is not `zh`. */
export function writeNotes(notes: readonly Note[]): string {
  const entries = notes.map(({ id, kind, anchor, zh, en }) => ({
    id,
    kind,
    ...writtenAnchor(anchor),
    zh,
    en,
  }));
  return stringify({ notes: entries }, { lineWidth: 0, schema: 'failsafe', aliasDuplicateObjects: false });
}

function noteAt(at: Cursor): Note | undefined {
  if (!at.isMap(KEYS)) return undefined;
  const id = at.at('id').text();
  const kind = at.at('kind').oneOf(NOTE_KINDS);
  const anchor = anchorAt(at);
  const zh = filled(at.at('zh'));
  const en = filled(at.at('en'));
  if (id === undefined || kind === undefined || anchor === undefined) return undefined;
  if (zh === undefined || en === undefined) return undefined;
  if (!isSegmentId(id))
    return at.at('id').report('bad-id', 'an id is a small letter, then small letters, digits and hyphens');
  return { id, kind, anchor, zh, en };
}
