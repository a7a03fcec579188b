import type { Term, VariantKind } from '../../core/term.ts';
import type { RenderingKind, TermUse } from '../../core/term-use.ts';
import { RENDERING_KINDS } from '../../core/term-use.ts';
import type { Termbook, TermRecord } from '../term/termbook.ts';

/** An entry of the termbase. The shape is public: fields may be added, not renamed. */
export interface TermSummary
  extends Pick<
    Term,
    'id' | 'zh' | 'pinyin' | 'en' | 'admitted' | 'forbidden' | 'note' | 'domain' | 'source'
  > {
  readonly variants: readonly { readonly form: string; readonly kind: VariantKind }[];
  /** Places in the Chinese. */
  readonly count: number;
  readonly renderings: readonly RenderingCount[];
}

interface RenderingCount {
  /** Null where it is none of those that the termbase knows. */
  readonly form: string | null;
  readonly kind: RenderingKind | 'none';
  readonly count: number;
}

/** All terms, in the order of the termbase. */
export function termListing({ records }: Termbook): {
  readonly total: number;
  readonly items: readonly TermSummary[];
} {
  return { total: records.length, items: records.map(termSummaryOf) };
}

export function termSummaryOf({ term, uses }: TermRecord): TermSummary {
  const { id, zh, variants, pinyin, en, admitted, forbidden, note, domain, source } = term;
  return {
    id,
    zh,
    variants: variants.map(({ form, kind }) => ({ form, kind })),
    pinyin,
    en,
    admitted,
    forbidden,
    note,
    domain,
    source,
    count: uses.length,
    renderings: renderingsOf(uses),
  };
}

const ORDER: readonly RenderingCount['kind'][] = [...RENDERING_KINDS, 'none'];

// What has no gloss is rendered in no way.
function renderingsOf(uses: readonly TermUse[]): RenderingCount[] {
  const rendered = uses.flatMap(({ rendered: one }) => (one.kind === 'unglossed' ? [] : [one]));
  const alike = Map.groupBy(rendered, (one) => ('form' in one ? `${one.kind} ${one.form}` : one.kind));
  return [...alike.values()]
    .flatMap((own) =>
      own.slice(0, 1).map((one) => ({
        form: 'form' in one ? one.form : null,
        kind: one.kind,
        count: own.length,
      })),
    )
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || b.count - a.count);
}
