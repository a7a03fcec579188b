import type { Mention } from './mention.ts';

/** Restyling this many takes a fraction of a frame. */
const PER_FRAME = 400;

let marked: readonly Mention[] = [];
const waiting: { readonly mention: Mention; readonly isSame: boolean }[] = [];

/** Show where else an entity is named: mark `all`, and them alone; frame by frame, so that thousands of them hold nothing up. */
export function mark(all: readonly Mention[]): void {
  if (all.length === marked.length && all[0] === marked[0]) return;
  const isIdle = waiting.length === 0;
  for (const mention of marked) waiting.push({ mention, isSame: false });
  for (const mention of all) waiting.push({ mention, isSame: true });
  marked = all;
  if (isIdle) requestAnimationFrame(work);
}

export function isMarked(mention: Mention): boolean {
  return marked.includes(mention);
}

function work(): void {
  for (const { mention, isSame } of waiting.splice(0, PER_FRAME)) {
    mention.classList.toggle('is-same', isSame);
  }
  if (waiting.length > 0) requestAnimationFrame(work);
}
