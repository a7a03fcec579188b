import { showBeside } from './beside.ts';
import { mark } from './mark.ts';
import { showSheet } from './sheet.ts';
import type { Subject } from './subject.ts';

const LEAVE_MS = 300;

/** The one card that is up: beside its words, or as a sheet, which is modal and so looks after itself. */
type Shown =
  | { readonly by: 'mouse' | 'focus'; readonly subject: Subject; readonly element: HTMLElement }
  | { readonly by: 'touch'; readonly subject: Subject; readonly element: HTMLDialogElement };

const root = document.documentElement;
let shown: Shown | undefined;
let leaving: ReturnType<typeof setTimeout> | undefined;
let isPointed = false;

/** Who brought up the card that is up, if one is. */
export function shownBy(): Shown['by'] | undefined {
  return shown?.by;
}

export function shownSubject(): Subject | undefined {
  return shown?.subject;
}

export function areOff(): boolean {
  return root.dataset.cards === '0';
}

let wishes = 0;

/** A new wish of the reader. What is looked up for an older one comes too late: the answer tells whether this is still the last. */
export function wish(): () => boolean {
  wishes += 1;
  const own = wishes;
  return () => own === wishes;
}

/** Show it beside its words; one that is up gives way. */
export function show(subject: Subject, by: 'mouse' | 'focus'): void {
  drop();
  shown = { by, subject, element: showBeside(subject) };
  mark(subject.alike);
}

/** Show it as a sheet. */
export function raise(subject: Subject, closeLabel: string): void {
  drop();
  const { names: heading, body, alike } = subject;
  const element = showSheet({ heading, body, closeLabel });
  shown = { by: 'touch', subject, element };
  mark(alike);
  element.addEventListener('close', () => {
    if (shown?.element === element) close();
  });
}

export function close(): void {
  wish();
  drop();
  mark([]);
}

/** Take the card away; the marks stay for the next one. */
export function drop(): void {
  stay();
  isPointed = false;
  if (shown === undefined) return;
  const { by, subject, element } = shown;
  // A sheet gives the focus back while it closes: that opens nothing.
  if (by === 'touch') element.close();
  shown = undefined;
  subject.host.removeAttribute('aria-details');
  element.remove();
}

/** The mouse is on the card or its words, or no longer. */
export function point(target: EventTarget | null): void {
  isPointed = isPartOf(target);
  if (isPointed) stay();
  else leave();
}

/** It goes unless the reader turns back to it. */
export function leave(): void {
  if (shown === undefined || shown.by === 'touch' || leaving !== undefined) return;
  leaving = setTimeout(() => {
    leaving = undefined;
    if (!isHeld()) close();
  }, LEAVE_MS);
}

export function stay(): void {
  clearTimeout(leaving);
  leaving = undefined;
}

/** Whether `target` is in the card that is up, or the mention that it is about. */
export function isPartOf(target: EventTarget | null): boolean {
  if (!(target instanceof Node) || shown === undefined) return false;
  const { subject, element } = shown;
  return element.contains(target) || (subject.words === subject.host && subject.host.contains(target));
}

export function holdsFocus(): boolean {
  return shown?.element.contains(document.activeElement) === true;
}

function isHeld(): boolean {
  if (isPointed || holdsFocus()) return true;
  if (shown?.by !== 'focus') return false;
  const { host, words } = shown.subject;
  // A word that was asked for has no focus of its own to lose.
  return words instanceof Range
    ? host.closest('.row')?.contains(document.activeElement) === true
    : host === document.activeElement;
}
