import { stringify } from 'yaml';
import { isEntityId } from '../core/entity.ts';
import type { Finding } from '../core/finding.ts';
import type { Decision } from '../core/mention.ts';
import { ANCHOR_KEYS, anchorAt, writtenAnchor } from './anchors.ts';
import { Cursor } from './cursor.ts';
import type { Read } from './yaml.ts';
import { openYaml } from './yaml.ts';

/** Read `mentions.yaml`: what a person decided. A decision that is wrong in itself is left out, and is a finding. */
export function readDecisions(file: string, text: string): Read<Decision[]> {
  const findings: Finding[] = [];
  const opened = openYaml(file, text);
  const root = Cursor.of(opened, findings);
  if (root.isAbsent || !root.isMap(['decisions'])) return { layer: [], findings, locate: opened.locate };
  const { items, locate } = root.list('decisions', decisionAt);
  return { layer: items, findings, locate };
}

/** `mentions.yaml`, in the order given. */
export function writeDecisions(decisions: readonly Decision[]): string {
  const entries = decisions.map((decision) => ({
    kind: decision.kind,
    ...(decision.kind !== 'refuse' && { entity: decision.entity }),
    ...writtenAnchor(decision.anchor),
  }));
  return stringify(
    { decisions: entries },
    { lineWidth: 0, schema: 'failsafe', aliasDuplicateObjects: false },
  );
}

function decisionAt(at: Cursor): Decision | undefined {
  if (!at.isMap(['kind', 'entity', ...ANCHOR_KEYS])) return undefined;
  const kind = at.at('kind').oneOf(['add', 'refuse', 'redirect'] as const);
  const anchor = anchorAt(at);
  if (kind === 'refuse') {
    if (!at.at('entity').isAbsent) at.at('entity').report('unknown-key', 'what is refused needs no entity');
    return anchor === undefined ? undefined : { kind, anchor };
  }
  const entity = at.at('entity').text();
  if (kind === undefined || anchor === undefined || entity === undefined) return undefined;
  if (!isEntityId(entity)) return at.at('entity').report('bad-id', `“${entity}” is no entity id`);
  return { kind, anchor, entity };
}
