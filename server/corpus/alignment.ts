import { stringify } from 'yaml';
import type { Alignment, Loose } from '../core/alignment.ts';
import type { Finding } from '../core/finding.ts';
import type { SegmentId } from '../core/segment.ts';
import { isSegmentId } from '../core/segment.ts';
import { Cursor } from './cursor.ts';
import type { Read } from './yaml.ts';
import { openYaml } from './yaml.ts';

/** Read `alignment.en.yaml`. What is no segment id, or no number from 0 to 1, is left out, and is a finding. */
export function readAlignment(file: string, text: string): Read<Alignment> {
  const findings: Finding[] = [];
  const opened = openYaml(file, text);
  const root = Cursor.of(opened, findings);
  const rows = new Map<SegmentId, number>();
  const none = { layer: { rows, loose: [] }, findings, locate: opened.locate };
  if (root.isAbsent || !root.isMap(['language', 'rows', 'loose'])) return none;
  for (const [id, at] of root.at('rows').entries()) {
    const score = Number(at.text() ?? 'NaN');
    if (!isSegmentId(id)) at.report('bad-id', `“${id}” is no segment id`);
    else if (!(score >= 0 && score <= 1)) at.report('bad-value', 'a number from 0 to 1 is expected');
    else rows.set(id, score);
  }
  const { items: loose } = root.list('loose', looseAt);
  return { layer: { rows, loose }, findings, locate: opened.locate };
}

function looseAt(at: Cursor): Loose | undefined {
  if (!at.isMap(['after', 'en'])) return undefined;
  const [after, en] = [at.at('after').text(), at.at('en').text()];
  if (en === undefined) return undefined;
  return { after: after !== undefined && isSegmentId(after) ? after : null, en };
}

/** `alignment.en.yaml`: how sure each row is, and the English that stands for no Chinese. */
export function writeAlignment(language: string, { rows, loose }: Alignment): string {
  return stringify(
    {
      language,
      rows: Object.fromEntries([...rows].map(([id, score]) => [id, Math.round(score * 100) / 100])),
      ...(loose.length > 0 && {
        loose: loose.map(({ after, en }) => ({ ...(after !== null && { after }), en })),
      }),
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}
