import type { Bilingual } from '../../core/bilingual.ts';
import type { Library } from '../../core/document.ts';
import type { Rule } from '../../core/entity.ts';
import { keyOfPhrase } from '../../core/phrase.ts';
import type { Sense, Term } from '../../core/term.ts';
import { termFormsOf } from '../../core/term.ts';
import { termsAddress } from '../address.ts';
import { inLanguage } from '../facts.ts';
import { rowIn } from '../list.ts';
import type { Locale } from '../locale.ts';
import type { TermDocument } from '../term/lines.ts';
import { documentsOf } from '../term/lines.ts';
import type { RenderingView, TermLink } from '../term/link.ts';
import { linkToTerm, renderingViewOf } from '../term/link.ts';
import type { Termbook, TermRecord } from '../term/termbook.ts';
import { figuresOf } from './terms.ts';

export interface TermPage {
  readonly listHref: string;
  readonly domain: string;
  readonly link: TermLink;
  readonly note: Bilingual;
  /** `Stands 154 times in 11 texts`, `Rendering decided in: the translation guide`. */
  readonly facts: readonly string[];
  /** What the termbase says of renderings, each with what was found of it. */
  readonly renderings: readonly {
    readonly id: string;
    readonly title: string;
    readonly forms: readonly {
      readonly text: string;
      readonly count: string;
      readonly href: string | null;
    }[];
  }[];
  /** The Chinese forms, with when each counts. */
  readonly forms: readonly { readonly text: string; readonly remarks: readonly string[] }[];
  /** Other terms that are written in the same way. */
  readonly senses: readonly TermLink[];
  readonly groups: readonly (RenderingView & {
    readonly lines: string;
    readonly isOpen: boolean;
    readonly documents: readonly TermDocument[];
  })[];
}

export interface TermSetting {
  readonly library: Library;
  readonly termbook: Termbook;
  readonly locale: Locale;
}

// What one looks through without searching; groups behind it wait to be opened.
const MOST_OPEN = 40;

export function termPage(term: Term, setting: TermSetting): TermPage {
  const { termbook, locale } = setting;
  const { t } = locale;
  const record = termbook.recordOf(term);
  return {
    listHref: termsAddress(),
    domain: t(`terms.domain.${term.domain}`),
    link: linkToTerm(term),
    note: term.note,
    facts: [
      figuresOf(record.uses.length, record.documents, locale),
      t('terms.decided', { source: t(`terms.source.${term.source}`) }),
    ],
    renderings: renderingsOf(record, locale),
    forms: formsOf(term, setting),
    senses: sensesOf(term, termbook),
    groups: groupsOf(record, locale),
  };
}

function renderingsOf({ term, groups }: TermRecord, { t, number }: Locale): TermPage['renderings'] {
  const kinds = [
    { id: 'preferred', forms: [term.en] },
    { id: 'admitted', forms: term.admitted },
    { id: 'forbidden', forms: term.forbidden },
  ] as const;
  return kinds
    .filter(({ forms }) => forms.length > 0)
    .map(({ id, forms }) => ({
      id,
      title: t(`terms.kind.${id}`),
      forms: forms.map((text) => {
        const index = groups.findIndex(
          ({ kind, form }) => kind === id && form !== null && keyOfPhrase(form) === keyOfPhrase(text),
        );
        return {
          text,
          count: number(groups[index]?.uses.length ?? 0),
          href: index === -1 ? null : `#as_${index + 1}`,
        };
      }),
    }));
}

function formsOf(term: Term, setting: TermSetting): TermPage['forms'] {
  const { t } = setting.locale;
  const kinds = term.variants.map(({ kind }) => kind);
  return termFormsOf(term).map(({ text, ...sense }, index) => {
    const kind = index === 0 ? undefined : kinds[index - 1];
    return {
      text,
      remarks: [...(kind === undefined ? [] : [t(`terms.variant.${kind}`)]), ...remarksOn(sense, setting)],
    };
  });
}

function remarksOn({ when, unless }: Sense, { library, locale }: TermSetting): string[] {
  const { t, language } = locale;
  const nameOf = (id: NonNullable<Rule['with']>[number]): string => {
    const entity = library.authority.entities.get(id);
    return entity === undefined ? id : inLanguage(entity.name, locale);
  };
  return [
    ...(when?.with === undefined ? [] : [t('terms.with', { names: rowIn(when.with.map(nameOf), language) })]),
    ...(when?.after === undefined ? [] : [t('terms.after', { words: rowIn(when.after, language) })]),
    ...(when?.before === undefined ? [] : [t('terms.before', { words: rowIn(when.before, language) })]),
    ...(unless === undefined ? [] : [t('terms.unless', { words: rowIn(unless, language) })]),
  ];
}

function sensesOf(term: Term, { terms }: Termbook): TermLink[] {
  const own = new Set(termFormsOf(term).map(({ text }) => text));
  return [...terms.values()]
    .filter((other) => other !== term && termFormsOf(other).some(({ text }) => own.has(text)))
    .map(linkToTerm);
}

function groupsOf({ term, groups }: TermRecord, locale: Locale): TermPage['groups'] {
  const { t, number } = locale;
  let before = 0;
  return groups.map((group, index) => {
    const { length } = group.uses;
    const isOpen = before === 0 || before + length <= MOST_OPEN;
    before += length;
    return {
      ...renderingViewOf(group, index, term, locale),
      lines: t('terms.places', { count: length, number: number(length) }),
      isOpen,
      documents: documentsOf(group.uses, locale),
    };
  });
}
