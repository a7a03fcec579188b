import type { DraftSegment } from '../../server/core/draft.ts';
import type { ParsableFormat } from '../../server/text/parse.ts';
import { parseText } from '../../server/text/parse.ts';

/** Segments as one reads them: `kind+level[label]: text`, marks as `{kind …}` around their words, blocks apart by `/`. */
export function show(source: string, format: ParsableFormat): string[] {
  let block = -1;
  return parseText(source, format).map((segment) => {
    const follows = segment.block === block ? '+ ' : '';
    block = segment.block;
    const level = segment.level > 0 ? `${segment.level}` : '';
    const label = segment.label === undefined ? '' : `[${segment.label}]`;
    const cell =
      segment.cell === undefined
        ? ''
        : `(${segment.cell.row},${segment.cell.column}${segment.cell.head ? ' head' : ''})`;
    return `${follows}${segment.debris ? '~' : ''}${segment.kind}${level}${label}${cell}: ${marked(segment)}`;
  });
}

function marked({ text, marks }: DraftSegment): string {
  const inserts = marks.flatMap((mark) => {
    if (mark.kind === 'footnote') return [{ at: mark.start, order: 1, what: `{^${mark.label}}` }];
    const name = mark.kind === 'link' ? mark.href : mark.kind;
    return [
      { at: mark.start, order: 2, what: `{${name} ` },
      { at: mark.end, order: 0, what: '}' },
    ];
  });
  inserts.sort((a, b) => b.at - a.at || b.order - a.order);
  return inserts.reduce((shown, { at, what }) => shown.slice(0, at) + what + shown.slice(at), text);
}
