import { byWeight } from '../../core/crosslink.ts';
import type { Document, Library } from '../../core/document.ts';
import type { EntityId, EntityType } from '../../core/entity.ts';
import type { Ambiguity } from '../../core/mention.ts';
import type { Occurrence } from '../../core/occurrence.ts';
import { timesNamed } from '../../core/occurrence.ts';
import type { Survey } from '../../core/survey.ts';
import { entityAddress } from '../address.ts';
import { inLanguage } from '../facts.ts';
import { listIn } from '../list.ts';
import type { Locale } from '../locale.ts';
import type { Scripts } from './written.ts';
import { asWritten } from './written.ts';

/** Who is in a document. */
export interface RollEntry {
  readonly href: string;
  readonly name: string;
  readonly type: EntityType;
  readonly times: string;
  /** `#…` of the row that names it first. */
  readonly first: string;
}

/** The entities of a document, those that matter most in it first. */
export function rollOf(
  document: Document,
  { authority }: Library,
  survey: Survey,
  locale: Locale,
): RollEntry[] {
  return byWeight(document, survey.naming).flatMap((id) => {
    const entity = authority.entities.get(id);
    const own = occurrencesOf(id, document, survey);
    const [first] = own;
    if (entity === undefined || first === undefined) return [];
    return [
      {
        href: entityAddress(id),
        name: inLanguage(entity.name, locale),
        type: entity.type,
        times: locale.number(timesNamed(own)),
        first: `#${first.segment.id}`,
      },
    ];
  });
}

function occurrencesOf(id: EntityId, document: Document, { occurrences }: Survey): Occurrence[] {
  return (occurrences.get(id) ?? []).filter((one) => one.document === document);
}

/** What names somebody, and nobody can say whom. */
export interface UndecidedView {
  readonly quote: string;
  readonly names: string;
  readonly href: string;
}

export function undecidedIn(
  document: Document,
  { authority }: Library,
  locale: Locale,
  scripts: Scripts = asWritten,
): UndecidedView[] {
  const { show } = scripts(document.language);
  const inZh = ({ quote, entities }: Ambiguity) => ({ quote: show(quote), entities });
  return document.segments.flatMap(({ id, names }) =>
    [...names.zh.ambiguities.map(inZh), ...names.en.ambiguities].map(({ quote, entities }) => ({
      quote,
      href: `#${id}`,
      names: listIn(
        entities.flatMap((one) => {
          const name = authority.entities.get(one)?.name;
          return name === undefined ? [] : [inLanguage(name, locale)];
        }),
        locale.language,
      ),
    })),
  );
}
