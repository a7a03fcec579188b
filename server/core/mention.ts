import type { Anchor } from './anchor.ts';
import type { Entity, EntityId, Form } from './entity.ts';
import { formsOf } from './entity.ts';
import { squeeze, withoutGaps } from './name.ts';
import type { Span } from './span.ts';

/** One place where a text or a gloss names an entity; `quote` is the surface form there. */
export interface Mention extends Span {
  readonly entity: EntityId;
  readonly quote: string;
}

/** One place where a form of several entities stands and nothing decides which is meant. */
export interface Ambiguity extends Span {
  readonly quote: string;
  readonly entities: readonly EntityId[];
}

/** What a person decided of one place: it names this entity, none, or another one than the names say. */
export type Decision =
  | { readonly kind: 'add' | 'redirect'; readonly anchor: Anchor; readonly entity: EntityId }
  | { readonly kind: 'refuse'; readonly anchor: Anchor };

/**
 * The form of `entity` as which `quote` is written: the one that is the same to the letter, else the same but for gaps, else but for case; the
 * preferred name before aliases. Undefined where a person linked something that is no form at all.
 */
export function formOf(entity: Entity, quote: string): Form | undefined {
  const forms = formsOf(entity);
  const { key } = squeeze(quote);
  const bare = withoutGaps(quote);
  return (
    forms.find(({ text }) => text === quote) ??
    forms.find(({ text }) => withoutGaps(text) === bare) ??
    forms.find(({ text }) => squeeze(text).key === key)
  );
}
