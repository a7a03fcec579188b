/** One measured figure, and what was promised of it. */
export interface Figure {
  readonly what: string;
  /** With its unit, as it is printed. */
  readonly measured: string;
  /** Absent where nothing was promised: the figure explains another. */
  readonly budget?: { readonly text: string; readonly isKept: boolean };
}

export function atMost(what: string, value: number, limit: number, unit: string): Figure {
  return {
    what,
    measured: `${rounded(value)} ${unit}`,
    budget: { text: `≤ ${limit} ${unit}`, isKept: value <= limit },
  };
}

export function atLeast(what: string, value: number, limit: number, unit: string): Figure {
  return {
    what,
    measured: `${rounded(value)} ${unit}`,
    budget: { text: `≥ ${limit} ${unit}`, isKept: value >= limit },
  };
}

export function plain(what: string, value: number, unit: string): Figure {
  return { what, measured: `${rounded(value)} ${unit}` };
}

/** Figures as a Markdown table. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, measured, budget }) => [
    what,
    measured,
    budget?.text ?? '',
    budget === undefined ? '' : budget.isKept ? 'within' : 'NOT WITHIN',
  ]);
  const all = [['figure', 'measured', 'budget', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(3, ...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

// Three digits: more would be noise.
function rounded(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3).replace(/\.?0+$/, '');
}
