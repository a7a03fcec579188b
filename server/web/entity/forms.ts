import type { Document } from '../../core/document.ts';
import type { Entity, Form } from '../../core/entity.ts';
import { formsOf } from '../../core/entity.ts';
import { formOf } from '../../core/mention.ts';
import type { Occurrence } from '../../core/occurrence.ts';
import { inLanguage } from '../facts.ts';
import { listIn } from '../list.ts';
import type { Locale } from '../locale.ts';
import type { NameView } from './name.ts';
import { nameView } from './name.ts';
import { placeOf } from './passage.ts';

/** One way to name the entity, and where it is written so. */
export interface FormView {
  readonly form: NameView;
  /** `former name`, finished. */
  readonly kind: string;
  /** `21 times in Chinese, 20 times in English`; null where it never occurs. */
  readonly figures: string | null;
  readonly isOpen: boolean;
  readonly documents: readonly {
    readonly title: string;
    /** The first place. */
    readonly href: string;
    /** In both languages. */
    readonly times: string;
  }[];
}

/** Every form of the name, the preferred ones first; behind them what a person linked that is no form. */
export function formViewsOf(entity: Entity, occurrences: readonly Occurrence[], locale: Locale): FormView[] {
  const { t } = locale;
  const known = new Map<string, Form | undefined>();
  for (const { mention } of occurrences)
    if (!known.has(mention.quote)) known.set(mention.quote, formOf(entity, mention.quote));
  const written = Map.groupBy(occurrences, ({ mention }) => {
    const form = known.get(mention.quote);
    return form === undefined ? `? ${mention.quote}` : keyOf(form);
  });
  const linked = [...known].flatMap(([quote, form]) => (form === undefined ? [quote] : []));
  return [
    ...formsOf(entity).map((form) => ({
      form: nameView(form.text),
      kind: t(`entity.form.${form.kind}`),
      ...placesOf(written.get(keyOf(form)) ?? [], locale),
    })),
    ...linked.map((quote) => ({
      form: nameView(quote),
      kind: t('entity.form.linked'),
      ...placesOf(written.get(`? ${quote}`) ?? [], locale),
    })),
  ];
}

function keyOf({ text, language, kind }: Form): string {
  return `${language} ${kind} ${text}`;
}

// What one sees at a glance; more documents wait to be asked for.
const MOST_OPEN = 3;

function placesOf(
  occurrences: readonly Occurrence[],
  locale: Locale,
): Pick<FormView, 'figures' | 'isOpen' | 'documents'> {
  const { number } = locale;
  const documents = Map.groupBy(occurrences, ({ document }) => document);
  return {
    figures: occurrences.length === 0 ? null : figuresOf(occurrences, locale),
    isOpen: documents.size <= MOST_OPEN,
    documents: [...documents].map(([document, own]) => ({
      title: inLanguage(document.title, locale),
      href: firstPlace(document, own),
      times: number(own.length),
    })),
  };
}

function figuresOf(occurrences: readonly Occurrence[], { language, t, number }: Locale): string {
  const sides = (['zh', 'en'] as const).flatMap((side) => {
    const count = occurrences.filter((one) => one.language === side).length;
    return count === 0 ? [] : [t(`entity.in-${side}`, { count, number: number(count) })];
  });
  return listIn(sides, language);
}

function firstPlace(document: Document, [first]: readonly Occurrence[]): string {
  return first === undefined ? '' : placeOf(document, first.segment);
}
