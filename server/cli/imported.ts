import { DOUBTFUL } from '../core/alignment.ts';
import type { Import } from '../importing.ts';
import { visible } from './findings.ts';

type Imported = Import['documents'][number];

// More lines than these nobody reads; the ledger has all.
const MOST = 20;
const LONGEST = 60;

/** What an import did, as a person reads it: a line for each document, and what changed in one that was there. */
export function showImport({ documents, encoding, remarks }: Import): string {
  const lines = documents.flatMap(linesOf);
  const [first] = documents;
  if (documents.length > 1) lines.push(`${documents.length} chapters. Read the first at /read/${first?.id}.`);
  if (encoding !== 'utf-8') lines.push(`  encoding: ${encoding}`);
  if (documents.some(({ language }) => language === 'zh-Hant'))
    lines.push('  language: zh-Hant, kept as it is written');
  return [...lines, ...remarks.map((remark) => `  ${remark}`), ''].join('\n');
}

function linesOf(document: Imported): string[] {
  const { id, isNew, segments, kept, retired } = document;
  const counts = isNew
    ? numbered(segments)
    : `${numbered(segments)}, ${kept} of them kept, ${retired} retired`;
  const head = `${isNew ? 'Imported' : 'Imported again'} as ${id}: ${counts}. Read it at /read/${id}.`;
  return [head, ...alignedLines(document), ...(isNew ? [] : changesOf(document))];
}

/** What moved, changed, appeared and went, with the words. */
function changesOf({ moved, changed, appeared, gone, texts }: Imported): string[] {
  const said = (id: string): string => {
    const text = visible(texts.get(id) ?? '(no text)');
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  };
  const all = [
    ...moved.map((id) => `  moved     ${id}  ${said(id)}`),
    ...changed.map(({ before, now }) => `  changed   ${before} → ${now}  ${said(before)} → ${said(now)}`),
    ...appeared.map((id) => `  appeared  ${id}  ${said(id)}`),
    ...gone.map((id) => `  went      ${id}  ${said(id)}`),
  ];
  if (all.length === 0) return [];
  const counts = `  ${moved.length} moved, ${changed.length} changed, ${appeared.length} appeared, ${gone.length} went`;
  const more = all.length > MOST ? [`  … and ${all.length - MOST} more`] : [];
  const stale =
    changed.length === 0
      ? []
      : ['  Glosses of what changed are shown as stale; former.yaml has what they were glosses of.'];
  return [counts, ...all.slice(0, MOST), ...more, ...stale];
}

/** How the translation was laid beside the text, and which rows somebody should look at. */
function alignedLines({ id, aligned, texts }: Imported): string[] {
  if (aligned === undefined) return [];
  const { alignment, glosses, laid, stayed } = aligned;
  const doubtful = [...alignment.rows].filter(([, score]) => score < DOUBTFUL);
  const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  const lines = doubtful
    .slice(0, MOST)
    .map(
      ([row, score]) =>
        `  ${row}  ${percent(score)}  ${cut(visible(texts.get(row) ?? ''))}  |  ${cut(visible(glosses.get(row) ?? ''))}`,
    );
  const more = doubtful.length > MOST ? [`  … and ${doubtful.length - MOST} more`] : [];
  const loose = alignment.loose.length;
  const left =
    loose === 0
      ? []
      : [`  ${loose} English passage${loose === 1 ? '' : 's'} without Chinese, kept for review`];
  const review = doubtful.length + loose === 0 ? [] : [`  Review at /read/${id}/alignment.`];
  return [
    `  ${laid} rows aligned, ${percent(aligned.confidence)} sure; ${doubtful.length} to look at`,
    ...(stayed === 0 ? [] : [`  ${stayed} had a gloss already, which stays`]),
    ...lines,
    ...more,
    ...left,
    ...review,
  ];
}

function percent(score: number): string {
  return `${Math.round(100 * score)} %`;
}

function numbered(segments: number): string {
  return `${segments} segment${segments === 1 ? '' : 's'}`;
}
