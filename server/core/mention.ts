import type { Anchor } from './anchor.ts';
import type { Entity, EntityId, Form } from './entity.ts';
import { formsOf } from './entity.ts';
import { squeeze, withoutGaps } from './name.ts';
import { DomainError } from './refusal.ts';
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
 * A decision of words that are told without where they stand, if there is only one place where they can. It is not guessed.
 * @throws DomainError `invalid` if they stand nowhere in `text`, not at `start`, or in several places.
 */
export function decisionOf(
  told: Omit<Anchor, 'start'> & {
    readonly kind: Decision['kind'];
    readonly start?: number;
    readonly entity?: EntityId;
  },
  text: string,
): Decision {
  const { kind, segment, language, quote, entity } = told;
  const start = told.start ?? text.indexOf(quote);
  if (quote === '' || !text.startsWith(quote, start) || start === -1)
    throw new DomainError('invalid', `“${quote}” does not stand there in ${segment}`);
  if (told.start === undefined && text.indexOf(quote, start + 1) !== -1)
    throw new DomainError(
      'invalid',
      `“${quote}” stands more than once in ${segment}; say where, with --start`,
    );
  const anchor = { segment, language, start, quote };
  if (kind === 'refuse') return { kind, anchor };
  if (entity === undefined) throw new DomainError('invalid', `to ${kind} needs an entity`);
  return { kind, anchor, entity };
}

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
