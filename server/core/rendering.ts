import type { RenderingKind, TermUse } from './term-use.ts';

/** The uses of one term that are rendered alike. `waived`: in another way, for a reason that somebody gives. */
export interface RenderingGroup {
  readonly kind: RenderingKind | 'none' | 'waived' | 'unglossed';
  /** The rendering as the termbase has it; null where it is none of those. */
  readonly form: string | null;
  /** Known, but used far less often than others. */
  readonly isRare: boolean;
  readonly uses: readonly TermUse[];
}

/** A rendering is rare below this share of those that the termbase knows. */
const RARE = 0.1;

// What somebody should look at stands first.
const ORDER: readonly RenderingGroup['kind'][] = [
  'none',
  'forbidden',
  'preferred',
  'admitted',
  'waived',
  'unglossed',
];

/** The renderings of one term, outliers first: none that is known, forbidden ones, rare ones; then the usual ones, the most frequent first. */
export function renderingGroupsOf(uses: readonly TermUse[]): RenderingGroup[] {
  const known = uses.filter(({ rendered }) => rendered.kind === 'preferred' || rendered.kind === 'admitted');
  const groups = [...Map.groupBy(uses, keyOf).values()].map((own): RenderingGroup => {
    const [first] = own;
    const kind = first === undefined ? 'none' : kindOf(first);
    const isNamed = first !== undefined && kind !== 'waived' && 'form' in first.rendered;
    const form = isNamed && 'form' in first.rendered ? first.rendered.form : null;
    const isKnown = kind === 'preferred' || kind === 'admitted';
    return { kind, form, isRare: isKnown && own.length < known.length * RARE, uses: own };
  });
  const rankOf = ({ kind, isRare }: RenderingGroup): number =>
    isRare ? ORDER.indexOf('preferred') - 0.5 : ORDER.indexOf(kind);
  return groups.sort((a, b) => rankOf(a) - rankOf(b) || b.uses.length - a.uses.length);
}

/** Whether somebody should look at it. */
export function isOutlier({ kind, isRare }: RenderingGroup): boolean {
  return kind === 'none' || kind === 'forbidden' || isRare;
}

function kindOf({ rendered: { kind }, waiver }: TermUse): RenderingGroup['kind'] {
  return waiver !== undefined && (kind === 'none' || kind === 'forbidden') ? 'waived' : kind;
}

function keyOf(use: TermUse): string {
  const kind = kindOf(use);
  return 'form' in use.rendered && kind !== 'waived' ? `${kind} ${use.rendered.form}` : kind;
}
