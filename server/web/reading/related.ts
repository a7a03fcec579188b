import { crosslinksOf } from '../../core/crosslink.ts';
import type { Document, Library } from '../../core/document.ts';
import type { Survey } from '../../core/survey.ts';
import { entityAddress, readerAddress } from '../address.ts';
import type { Choices } from '../choices.ts';
import type { Title } from '../facts.ts';
import { inLanguage, titleOf } from '../facts.ts';
import type { Locale } from '../locale.ts';
import type { Scripts } from './written.ts';
import { asWritten } from './written.ts';

/** Another document, and the rare entities that both name. */
export interface RelatedView {
  readonly href: string;
  readonly title: Title;
  readonly shared: readonly { readonly name: string; readonly href: string }[];
}

const DOCUMENTS = 3;
const REASONS = 5;

/** The documents that are most related to one, and why. */
export function relatedTo(
  document: Document,
  { authority }: Library,
  survey: Survey,
  locale: Locale,
  choices?: Choices,
  scripts: Scripts = asWritten,
): RelatedView[] {
  return crosslinksOf(document, survey.naming)
    .slice(0, DOCUMENTS)
    .map(({ document: other, shared }) => ({
      href: readerAddress(other.id, choices),
      title: titleOf(other, scripts),
      shared: shared.slice(0, REASONS).flatMap((id) => {
        const name = authority.entities.get(id)?.name;
        return name === undefined ? [] : [{ name: inLanguage(name, locale), href: entityAddress(id) }];
      }),
    }));
}
