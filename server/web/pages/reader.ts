import type { Block, Document, Library } from '../../core/document.ts';
import { blocksOf } from '../../core/document.ts';
import type { AliasKind } from '../../core/entity.ts';
import { ALIAS_KINDS } from '../../core/entity.ts';
import { safeHref } from '../../core/href.ts';
import { trailsIn } from '../../core/ledger.ts';
import type { SegmentId } from '../../core/segment.ts';
import type { Study } from '../../core/study.ts';
import type { Survey } from '../../core/survey.ts';
import { readerAddress, readerParameters } from '../address.ts';
import type { Choices, View } from '../choices.ts';
import { VIEWS } from '../choices.ts';
import type { Title } from '../facts.ts';
import { factsOf, inLanguage, licenceOf, titleOf } from '../facts.ts';
import type { Locale } from '../locale.ts';
import { apparatusOf } from '../reading/apparatus.ts';
import { blockViewsOf } from '../reading/block.ts';
import type { CardView } from '../reading/card.ts';
import { cardsOf } from '../reading/card.ts';
import { disputesOf } from '../reading/dispute.ts';
import { levelsOf, titleBlockOf } from '../reading/outline.ts';
import type { RelatedView } from '../reading/related.ts';
import { relatedTo } from '../reading/related.ts';
import type { RollEntry, UndecidedView } from '../reading/roll.ts';
import { rollOf, undecidedIn } from '../reading/roll.ts';
import type { RowSetting } from '../reading/row.ts';
import { rowOf } from '../reading/row.ts';
import type { BlockView } from '../reading/view.ts';
import type { Within, WithinView } from '../reading/within.ts';
import { matchesOf, withinView } from '../reading/within.ts';

/** A link that is one of several, or a switch: `current` says whether it is the one in force. */
export interface Choice {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

export interface Neighbour {
  readonly href: string;
  readonly title: Title;
}

export interface ReaderPage {
  readonly documentId: string;
  readonly title: Title;
  /** False: the first heading is the title, and the page must not show it twice. */
  readonly showsTitle: boolean;
  readonly author: string | null;
  readonly date: string | null;
  /** `1,234 characters`, `about 5 minutes`, `all glossed` …: finished, in the UI's language. */
  readonly facts: readonly string[];
  readonly about: string;
  readonly source: { readonly text: string; readonly href: string | null; readonly licence: string };
  /** Why some of the text is not here, or null. */
  readonly notice: string | null;
  readonly view: View;
  readonly hidesGlosses: boolean;
  readonly showsNotes: boolean;
  readonly views: readonly (Choice & { readonly view: View })[];
  readonly reveal: Choice;
  readonly notes: Choice;
  /** A search in this document keeps how it is seen. */
  readonly find: {
    readonly action: string;
    readonly carried: readonly { readonly name: string; readonly value: string }[];
  };
  /** What is looked for in it; null where nothing is. */
  readonly within: WithinView | null;
  /** Headings but the title. */
  readonly contents: readonly {
    readonly href: string;
    readonly level: number;
    readonly zh: string | null;
    readonly en: string | null;
  }[];
  readonly blocks: readonly BlockView[];
  /** What a study group reads before and asks itself after the text. */
  readonly study: Study | null;
  readonly cards: readonly CardView[];
  /** What is said of a form that is no preferred name. */
  readonly aliasKinds: readonly { readonly kind: AliasKind; readonly label: string }[];
  readonly roll: readonly RollEntry[];
  readonly undecided: readonly UndecidedView[];
  readonly related: readonly RelatedView[];
  /** Texts of segments that were flagged as debris, for the curious; empty where the text is not at hand. */
  readonly debris: readonly string[];
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

/** What a page of the reader is made of. */
export interface Reading {
  readonly library: Library;
  readonly survey: Survey;
  readonly document: Document;
  readonly choices: Choices;
  readonly locale: Locale;
  readonly within?: Within | undefined;
}

export function readerPage({ library, survey, document, choices, locale, within }: Reading): ReaderPage {
  const blocks = blocksOf(document);
  const title = titleBlockOf(document, blocks);
  const headings = blocks.filter((block) => block.kind === 'heading' && block !== title);
  const levels = levelsOf(headings);
  const apparatus = apparatusOf(document.segments);
  const anchors = anchorsOf(document);
  const setting: RowSetting = {
    apparatus,
    authority: library.authority,
    language: locale.language,
    script: document.language,
    anchorsOf: ({ id }) => anchors.get(id) ?? [],
    disputesOf: (segment) => disputesOf(segment, survey, locale),
    matchOf: matchesOf(within),
  };
  return {
    documentId: document.id,
    title: titleOf(document),
    showsTitle: title === undefined,
    ...factsOf(document, locale),
    source: sourceOf(document, locale),
    ...controlsOf(document, choices, locale, within?.text),
    within: within === undefined ? null : withinView(within, document, choices, locale),
    contents: headings.map((heading) => entryOf(heading, levels.get(heading) ?? 2)),
    blocks: blockViewsOf(blocks, {
      row: (segment) => rowOf(segment, setting),
      title,
      levels,
      backs: apparatus.backs,
    }),
    study: document.study,
    cards: cardsOf(document, library, survey, locale),
    aliasKinds: ALIAS_KINDS.map((kind) => ({ kind, label: locale.t(`card.as-${kind}`) })),
    roll: rollOf(document, library, survey, locale),
    undecided: undecidedIn(document, library, locale),
    related: relatedTo(document, library, survey, locale),
    debris: document.segments.flatMap(({ debris, zh }) => (debris && zh !== null ? [zh] : [])),
    ...neighboursOf(library, document, choices),
  };
}

function sourceOf(document: Document, locale: Locale): ReaderPage['source'] {
  const { source, url } = document.provenance;
  return {
    text: inLanguage(source, locale),
    href: url === undefined ? null : (safeHref(url) ?? null),
    licence: licenceOf(document, locale),
  };
}

type Controls = Pick<
  ReaderPage,
  'view' | 'hidesGlosses' | 'showsNotes' | 'views' | 'reveal' | 'notes' | 'find'
>;

/** Each link leads to this document as it is seen, but for the one thing that it changes. */
function controlsOf({ id }: Document, choices: Choices, { t }: Locale, query?: string): Controls {
  const { hidesGlosses, showsNotes } = choices;
  const view = choices.view ?? 'parallel';
  const hrefWith = (change: Partial<Choices>): string => readerAddress(id, { ...choices, ...change }, query);
  return {
    view,
    hidesGlosses,
    showsNotes,
    views: VIEWS.map((one) => ({
      view: one,
      href: hrefWith({ view: one }),
      label: t(`reader.view-${one}`),
      current: one === view,
    })),
    reveal: {
      href: hrefWith({ hidesGlosses: !hidesGlosses }),
      label: t('reader.reveal'),
      current: hidesGlosses,
    },
    notes: { href: hrefWith({ showsNotes: !showsNotes }), label: t('reader.notes'), current: showsNotes },
    find: { action: readerAddress(id), carried: carriedBy(choices) },
  };
}

/** How the document is seen, as a form sends it. */
function carriedBy(choices: Choices): ReaderPage['find']['carried'] {
  return readerParameters(choices).map(([name, value]) => ({ name, value }));
}

function entryOf({ segments }: Block, level: number): ReaderPage['contents'][number] {
  const zh = segments.flatMap((segment) => segment.zh ?? []);
  const en = segments.flatMap((segment) => segment.en ?? []);
  return {
    href: `#${segments[0]?.id}`,
    level,
    zh: zh.length === 0 ? null : zh.join(''),
    en: en.length === 0 ? null : en.join(' '),
  };
}

/** Retired ids by the row that each leads to: the first of its successors that is shown. */
function anchorsOf(document: Document): Map<SegmentId, string[]> {
  const shown = new Set(document.segments.filter((segment) => !segment.debris).map((segment) => segment.id));
  const trails = trailsIn(document);
  const anchors = new Map<SegmentId, string[]>();
  for (const retired of document.retired.keys()) {
    const successor = trails(retired).living.find((id) => shown.has(id));
    if (successor !== undefined) anchors.set(successor, [...(anchors.get(successor) ?? []), retired]);
  }
  return anchors;
}

function neighboursOf(
  { documents }: Library,
  document: Document,
  choices: Choices,
): Pick<ReaderPage, 'previous' | 'next'> {
  const index = documents.findIndex((one) => one.id === document.id);
  const neighbour = (at: number): Neighbour | null => {
    const one = documents[at];
    return one === undefined ? null : { href: readerAddress(one.id, choices), title: titleOf(one) };
  };
  return { previous: neighbour(index - 1), next: neighbour(index + 1) };
}
