/** Two shapes of four, filled or open, tell eight kinds apart without colour. */
export interface Glyph {
  /** The outline, as the `d` of a path. */
  readonly d: string;
  readonly isOpen: boolean;
}

type Shape = 'circle' | 'square' | 'diamond' | 'triangle';

const KINDS: ReadonlyMap<string, readonly [Shape, 'filled' | 'open']> = new Map([
  ['organisation', ['circle', 'filled']],
  ['person', ['circle', 'open']],
  ['project', ['square', 'filled']],
  ['product', ['square', 'open']],
  ['technology', ['diamond', 'filled']],
  ['standard', ['diamond', 'open']],
  ['occasion', ['triangle', 'filled']],
  ['publication', ['triangle', 'open']],
]);

/** What marks a thing of this kind at (`x`, `y`); all shapes of one radius cover the area of its circle, inside a box of ±1.4 radii. */
export function glyphOf(kind: string, x: number, y: number, radius: number): Glyph {
  const [shape, filling] = KINDS.get(kind) ?? ['circle', 'filled'];
  return { d: outlineOf(shape, x, y, radius), isOpen: filling === 'open' };
}

function outlineOf(shape: Shape, x: number, y: number, radius: number): string {
  const at = (dx: number, dy: number): string => `${round(x + dx * radius)} ${round(y + dy * radius)}`;
  switch (shape) {
    case 'circle': {
      const r = round(radius);
      return `M${at(-1, 0)}A${r} ${r} 0 1 1 ${at(1, 0)}A${r} ${r} 0 1 1 ${at(-1, 0)}Z`;
    }
    case 'square':
      return `M${at(-0.89, -0.89)}L${at(0.89, -0.89)}L${at(0.89, 0.89)}L${at(-0.89, 0.89)}Z`;
    case 'diamond':
      return `M${at(0, -1.25)}L${at(1.25, 0)}L${at(0, 1.25)}L${at(-1.25, 0)}Z`;
    case 'triangle':
      return `M${at(0, -1.35)}L${at(1.25, 0.95)}L${at(-1.25, 0.95)}Z`;
  }
}

// Finer than elsewhere: a circle of three units shows a tenth.
function round(number: number): number {
  return Math.round(number * 100) / 100 + 0;
}
