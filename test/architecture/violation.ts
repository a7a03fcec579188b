/** A rule of the house that a file breaks, in words that say how. */
export interface Violation {
  readonly path: string;
  readonly rule: string;
  readonly what: string;
}

/** `server/core/span.ts: import: server/core may not import express` */
export function show({ path, rule, what }: Violation): string {
  return `${path}: ${rule}: ${what}`;
}
