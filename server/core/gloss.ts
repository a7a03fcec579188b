import type { SegmentId } from './segment.ts';

/**
 * The published English of one segment. It is `missing` where nobody wrote one, and `stale` where it was
 * written for a segment that has since been replaced by this one.
 */
export type GlossStatus = 'glossed' | 'missing' | 'stale';

/** A document's glosses in one language, by segment id: one per segment, in the file's order. */
export type Glosses = ReadonlyMap<SegmentId, string>;
