import type { Mention } from './mention.ts';
import { mentionAt } from './mention.ts';

const GLANCE_MS = 100;
const REST_MS = 300;
/** A hand that holds still trembles by less, in pixels. */
const TREMBLE = 4;
/** The scrolling that ends within this time of a movement was before it. */
const FRAME_MS = 50;

export interface Resting {
  /** The mouse moves over a mention, over something else, or (null) leaves the page. */
  readonly move: (target: Element | null) => void;
  /** It has stayed on a mention for a moment. */
  readonly glance: (mention: Mention) => void;
  /** It has rested there. */
  readonly rest: (mention: Mention) => void;
}

/**
 * Tell what the mouse does: only where the hand has moved it. What the page brings under it by scrolling is not pointed at, and a
 * selection that is being drawn points at nothing.
 */
export function watchMouse({ move, glance, rest }: Resting): void {
  let pointed: Mention | undefined;
  let seen = { x: Number.NaN, y: Number.NaN };
  let origin = seen;
  let since = 0;
  let timers: ReturnType<typeof setTimeout>[] = [];

  const forget = (): void => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    pointed = undefined;
  };
  const wait = (mention: Mention): void => {
    forget();
    pointed = mention;
    origin = seen;
    since = performance.now();
    const isThere = (): boolean => mention.matches(':hover');
    timers = [
      setTimeout(() => isThere() && glance(mention), GLANCE_MS),
      setTimeout(() => isThere() && rest(mention), REST_MS),
    ];
  };

  document.addEventListener(
    'pointermove',
    ({ target, pointerType, buttons, screenX: x, screenY: y }) => {
      if (pointerType === 'touch' || (x === seen.x && y === seen.y)) return;
      seen = { x, y };
      if (buttons !== 0) return forget();
      move(target as Element);
      const mention = mentionAt(target);
      const hasMoved = Math.hypot(x - origin.x, y - origin.y) >= TREMBLE;
      if (mention === undefined) forget();
      else if (mention !== pointed || hasMoved) wait(mention);
    },
    { passive: true },
  );
  document.documentElement.addEventListener('pointerleave', () => {
    forget();
    move(null);
  });
  document.addEventListener('pointerdown', forget);
  document.addEventListener(
    'scroll',
    () => {
      if (performance.now() - since > FRAME_MS) forget();
    },
    { passive: true, capture: true },
  );
}
