/** A rectangle in a picture: `x` and `y` are its left and upper edges, as in SVG. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether less than `gap` lies between two boxes, across and down. */
export function collides(one: Box, other: Box, gap = 0): boolean {
  return (
    one.x < other.x + other.width + gap &&
    other.x < one.x + one.width + gap &&
    one.y < other.y + other.height + gap &&
    other.y < one.y + one.height + gap
  );
}

/**
 * How far `other` must move, if `one` stays, until `gap` lies between them: across or down, whichever is shorter.
 * Nowhere if they do not collide.
 */
export function pushOff(one: Box, other: Box, gap: number): { readonly x: number; readonly y: number } {
  const right = other.x + other.width / 2 - one.x - one.width / 2;
  const down = other.y + other.height / 2 - one.y - one.height / 2;
  const x = (one.width + other.width) / 2 + gap - Math.abs(right);
  const y = (one.height + other.height) / 2 + gap - Math.abs(down);
  if (x <= 0 || y <= 0) return { x: 0, y: 0 };
  return x < y ? { x: right < 0 ? -x : x, y: 0 } : { x: 0, y: down < 0 ? -y : y };
}

export function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** A box as a view holds it, wider by `air` on each side. */
export function rounded({ x, y, width, height }: Box, air = 0): Box {
  return {
    x: tenth(x - air),
    y: tenth(y - air),
    width: tenth(width + 2 * air),
    height: tenth(height + 2 * air),
  };
}

/** The smallest box around all of them; an empty one around none. */
export function around(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = least(boxes.map((box) => box.x));
  const y = least(boxes.map((box) => box.y));
  return {
    x,
    y,
    width: -least(boxes.map((box) => -box.x - box.width)) - x,
    height: -least(boxes.map((box) => -box.y - box.height)) - y,
  };
}

// Spread into `Math.min`, a hundred thousand numbers would be too many arguments.
function least(numbers: readonly number[]): number {
  return numbers.reduce((some, other) => Math.min(some, other));
}

/** To 0.1, which nobody sees, so that a page does not carry fifteen digits for each point. */
export function tenth(number: number): number {
  return Math.round(number * 10) / 10 + 0;
}

/** A length of the picture as the page's letters grow it: 16 units are 1 em. */
export function em(length: number): string {
  return `${Math.round((length / 16) * 1000) / 1000}em`;
}
