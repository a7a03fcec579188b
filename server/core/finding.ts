export type Severity = 'error' | 'warning' | 'info';

/** Where in a file: keys and indexes from its root, as in `['glosses', 's12']`. Line and column follow from it. */
export type Path = readonly (string | number)[];

export interface Place {
  /** Path of the file, relative to the corpus folder. */
  readonly file: string;
  readonly path: Path;
  /** Both count from 1; absent until the reader of the file has located `path`. */
  readonly line?: number;
  readonly column?: number;
}

/** A problem in the data. Findings are collected and reported all together; none of them stops a reader. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** By file, then by place in the file, then the graver first. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      compareText(a.place.file, b.place.file) ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      (a.place.column ?? 0) - (b.place.column ?? 0) ||
      WEIGHT[a.severity] - WEIGHT[b.severity] ||
      compareText(a.rule, b.rule),
  );
}

// Code units, not the machine's collation: the same order on every machine.
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Takes what is wrong at a path of one file. */
export type Report = (severity: Severity, rule: string, path: Path, message: string) => void;

/** A `Report` of `file` that adds to `findings`. */
export function reportInto(findings: Finding[], file: string): Report {
  return (severity, rule, path, message) =>
    void findings.push({ rule, severity, place: { file, path }, message });
}
