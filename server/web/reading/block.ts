import type { Block, DocumentSegment } from '../../core/document.ts';
import type { BlockId } from '../../core/segment.ts';
import type { Apparatus } from './apparatus.ts';
import type { BlockView, Footnote, ListItem, RowView, TableCell } from './view.ts';

/** How the rows, the outline and the references of a document are told to its blocks. */
export interface Setting {
  readonly row: (segment: DocumentSegment) => RowView;
  readonly title: Block | undefined;
  readonly levels: ReadonlyMap<Block, number>;
  readonly backs: Apparatus['backs'];
}

/** Blocks as they are shown: neighbouring items as one list, neighbouring footnotes as one apparatus. */
export function blockViewsOf(blocks: readonly Block[], setting: Setting): BlockView[] {
  return groupsOf(blocks).map((group) => viewOf(group, setting));
}

type Group = readonly [Block, ...Block[]];

function groupsOf(blocks: readonly Block[]): Group[] {
  const groups: [Block, ...Block[]][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    if (group !== undefined && continues(group, block)) group.push(block);
    else groups.push([block]);
  }
  return groups;
}

function continues([first]: Group, { kind, level, segments }: Block): boolean {
  if (kind !== first.kind) return false;
  if (kind === 'footnote') return true;
  // Bullets behind a numbered list are a list of their own, unless they are nested in it.
  return kind === 'item' && (level > first.level || isOrdered(first) === isOrdered({ segments }));
}

function isOrdered({ segments }: Pick<Block, 'segments'>): boolean {
  return segments[0]?.label !== undefined;
}

function viewOf(group: Group, setting: Setting): BlockView {
  const [block] = group;
  const rowsOf = (): RowView[] => block.segments.map(setting.row);
  switch (block.kind) {
    case 'heading':
      return {
        kind: 'heading',
        level: setting.levels.get(block) ?? 1,
        isTitle: block === setting.title,
        rows: rowsOf(),
      };
    case 'item':
      return { kind: 'list', isOrdered: isOrdered(block), items: group.map((item) => itemOf(item, setting)) };
    case 'footnote':
      return { kind: 'footnotes', footnotes: group.map((footnote) => footnoteOf(footnote, setting)) };
    case 'table':
      return tableOf(block, setting);
    default:
      return { kind: block.kind, rows: rowsOf() };
  }
}

function itemOf({ level, segments }: Block, { row }: Setting): ListItem {
  return { depth: Math.max(1, level), label: segments[0]?.label ?? null, rows: segments.map(row) };
}

function footnoteOf({ id, segments }: Block, { row, backs }: Setting): Footnote {
  return {
    label: segments[0]?.label ?? '',
    back: backs.get(id as BlockId) ?? [],
    rows: segments.map(row),
  };
}

/** Segments in their cells; one that names no cell continues the cell before it. */
function tableOf({ segments }: Block, { row }: Setting): BlockView {
  const cells: { row: number; column: number; isHead: boolean; rows: RowView[] }[] = [];
  for (const segment of segments) {
    const last = cells.at(-1);
    const cell = segment.cell ?? last ?? { row: 0, column: 0 };
    if (last?.row === cell.row && last.column === cell.column) last.rows.push(row(segment));
    else
      cells.push({
        row: cell.row,
        column: cell.column,
        isHead: segment.cell?.head === true,
        rows: [row(segment)],
      });
  }
  // Only rows and columns that hold something: a ledger's numbers must not decide how much is allocated.
  const columns = ascending(cells.map((cell) => cell.column));
  const lines = ascending(cells.map((cell) => cell.row)).map((line) =>
    cells.filter((cell) => cell.row === line),
  );
  const isHead = lines[0]?.some((cell) => cell.isHead) === true;
  const filled = lines.map((line) => columns.map((column) => cellAt(line, column)));
  return { kind: 'table', head: isHead ? (filled[0] ?? []) : [], body: isHead ? filled.slice(1) : filled };
}

function cellAt(line: readonly { column: number; rows: RowView[] }[], column: number): TableCell {
  return line.filter((cell) => cell.column === column).flatMap((cell) => cell.rows);
}

function ascending(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
