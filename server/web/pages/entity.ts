import type { Bilingual } from '../../core/bilingual.ts';
import type { Entity } from '../../core/entity.ts';
import { safeHref } from '../../core/href.ts';
import { timesNamed } from '../../core/occurrence.ts';
import { entitiesAddress, readerAddress } from '../address.ts';
import { dateIn } from '../date.ts';
import type { ConcordanceGroup } from '../entity/concordance.ts';
import { concordanceOf } from '../entity/concordance.ts';
import type { FormView } from '../entity/forms.ts';
import { formViewsOf } from '../entity/forms.ts';
import type { EntityLink, NameView } from '../entity/name.ts';
import { linkTo, nameView } from '../entity/name.ts';
import type { Neighbourhood } from '../entity/neighbours.ts';
import { neighbourhoodOf } from '../entity/neighbours.ts';
import type { RelationGroup } from '../entity/relations.ts';
import { relationGroupsOf } from '../entity/relations.ts';
import type { Setting } from '../entity/setting.ts';
import type { ToldSection } from '../entity/told.ts';
import { toldOf } from '../entity/told.ts';
import type { Locale } from '../locale.ts';
import { figuresOf } from '../reading/card.ts';

export interface EntityPage {
  readonly listHref: string;
  readonly link: EntityLink;
  /** The Chinese name and the English one; once where they are the same. */
  readonly names: readonly NameView[];
  readonly figures: string;
  readonly description: Bilingual;
  /** `since March 2013`, finished; null where nothing is known. */
  readonly years: string | null;
  /** The document that this publication is, if it is in the library. */
  readonly readHref: string | null;
  readonly links: readonly { readonly label: string; readonly href: string; readonly text: string }[];
  readonly forms: readonly FormView[];
  readonly relations: readonly RelationGroup[];
  readonly told: ToldSection | null;
  readonly neighbourhood: Neighbourhood | null;
  readonly concordance: readonly ConcordanceGroup[];
  /** What the page holds, in its order. */
  readonly sections: readonly { readonly href: string; readonly label: string }[];
}

export function entityPage(entity: Entity, setting: Setting): EntityPage {
  const { library, survey, locale } = setting;
  const { id, name, description } = entity;
  const occurrences = survey.occurrences.get(id) ?? [];
  const concordance = concordanceOf(occurrences, locale);
  const link = linkTo(entity, locale);
  const parts: Parts = {
    forms: formViewsOf(entity, occurrences, locale),
    relations: relationGroupsOf(entity, library, survey, locale),
    told: toldOf(id, link.name.text, survey, locale),
    neighbourhood: neighbourhoodOf(entity, setting),
    concordance,
  };
  return {
    listHref: entitiesAddress(),
    link,
    names: [...new Set([name.zh, name.en])].map(nameView),
    figures:
      occurrences.length === 0
        ? locale.t('entity.unnamed')
        : figuresOf(timesNamed(occurrences), concordance.length, locale),
    description,
    years: yearsOf(entity, locale),
    readHref: library.documents.some((document) => document.id === entity.document)
      ? readerAddress(entity.document as NonNullable<typeof entity.document>)
      : null,
    links: linksOf(entity, locale),
    ...parts,
    sections: sectionsOf(parts, locale),
  };
}

type Parts = Pick<EntityPage, 'forms' | 'relations' | 'told' | 'neighbourhood' | 'concordance'>;

function sectionsOf(parts: Parts, { t }: Locale): EntityPage['sections'] {
  const isNamed = parts.concordance.length > 0;
  return [
    { href: '#forms', label: t('entity.forms'), isThere: true },
    { href: '#named_in', label: t('entity.named-in'), isThere: isNamed },
    { href: '#relations', label: t('entity.relations'), isThere: parts.relations.length > 0 },
    { href: '#told', label: t('entity.told'), isThere: parts.told !== null },
    { href: '#neighbours', label: t('entity.neighbours'), isThere: parts.neighbourhood !== null },
    { href: '#concordance', label: t('entity.concordance'), isThere: isNamed },
  ].flatMap(({ href, label, isThere }) => (isThere ? [{ href, label }] : []));
}

function yearsOf({ from, to }: Entity, locale: Locale): string | null {
  const { t } = locale;
  if (from !== undefined && to !== undefined)
    return t('date.between', { from: dateIn(locale, from), to: dateIn(locale, to) });
  if (from !== undefined) return t('entity.since', { date: dateIn(locale, from) });
  return to === undefined ? null : t('entity.until', { date: dateIn(locale, to) });
}

function linksOf({ homepage, repository }: Entity, { t }: Locale): EntityPage['links'] {
  return [
    { label: t('entity.homepage'), href: safeHref(homepage ?? '') },
    { label: t('entity.repository'), href: safeHref(repository ?? '') },
  ].flatMap(({ label, href }) =>
    href === undefined ? [] : [{ label, href, text: href.replace(/^https?:\/\/(?:www\.)?|\/$/g, '') }],
  );
}
