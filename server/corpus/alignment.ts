import { isScalar, parseDocument, stringify, visit } from 'yaml';
import type { Alignment, Loose } from '../core/alignment.ts';
import type { Finding } from '../core/finding.ts';
import type { SegmentId } from '../core/segment.ts';
import { isSegmentId } from '../core/segment.ts';
import { Cursor } from './cursor.ts';
import { moveGlosses } from './moving.ts';
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
      ...(loose.length > 0 && { loose: looseItems(loose) }),
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}

/**
 * The file once segments were cut or joined: the new ones are as sure as the least sure of the former, and what stood loose behind the last
 * of these stands behind the last of the new ones. A file with faults stays as it is: `duidu check` reports them.
 */
export function moveAlignment(
  file: string,
  text: string,
  former: readonly SegmentId[],
  now: readonly SegmentId[],
): string {
  const { layer, findings } = readAlignment(file, text);
  if (findings.length > 0) return text;
  const scores = former.flatMap((id) => layer.rows.get(id) ?? []);
  const least = String(Math.min(...scores));
  const moved =
    scores.length === 0
      ? text
      : moveGlosses(
          text,
          former,
          now.map((id) => [id, least]),
          'rows',
        );
  return layer.loose.some(({ after }) => after !== null && former.includes(after))
    ? behindOthers(moved, former, now.at(-1) ?? '')
    : moved;
}

function behindOthers(text: string, former: readonly string[], now: string): string {
  const document = parseDocument(text, { schema: 'failsafe' });
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === 'after' && isScalar(value) && former.includes(String(value.value)))
        value.value = now;
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** The file once a row counts as looked at. */
export function withoutScore(text: string, id: SegmentId): string {
  return moveGlosses(text, [id], [], 'rows');
}

/** The file with other loose English. */
export function withLoose(text: string, loose: readonly Loose[]): string {
  const document = parseDocument(text, { schema: 'failsafe' });
  if (loose.length === 0) document.delete('loose');
  else document.set('loose', document.createNode(looseItems(loose)));
  return document.toString({ lineWidth: 0 });
}

function looseItems(loose: readonly Loose[]): object[] {
  return loose.map(({ after, en }) => ({ ...(after !== null && { after }), en }));
}
