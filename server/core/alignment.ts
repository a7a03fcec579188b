import type { SegmentId } from './segment.ts';

/** What an aligner says of the glosses that it has put beside their segments, until a person has looked at them. */
export interface Alignment {
  /** How sure it is of each, from 0 to 1. */
  readonly rows: ReadonlyMap<SegmentId, number>;
  /** English that stands for no Chinese, in order. */
  readonly loose: readonly Loose[];
}

export interface Loose {
  /** The segment that it stands behind; null at the beginning. */
  readonly after: SegmentId | null;
  readonly en: string;
}

/** Below this somebody should look. */
export const DOUBTFUL = 0.6;

export const NO_ALIGNMENT: Alignment = { rows: new Map(), loose: [] };
