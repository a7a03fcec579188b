import type { Bilingual } from '../../core/bilingual.ts';
import type { Block, Document, Library } from '../../core/document.ts';
import { blocksOf } from '../../core/document.ts';
import type { AliasKind } from '../../core/entity.ts';
import { ALIAS_KINDS } from '../../core/entity.ts';
import { safeHref } from '../../core/href.ts';
import { trailsIn } from '../../core/ledger.ts';
import type { SegmentId } from '../../core/segment.ts';
import type { Study } from '../../core/study.ts';
import type { Survey } from '../../core/survey.ts';
import { readerAddress, wordsAddress } from '../address.ts';
import { doubtOf, reviewOf } from '../alignment/doubt.ts';
import type { Choices } from '../choices.ts';
import type { Title } from '../facts.ts';
import { factsOf, inLanguage, licenceOf, titleOf } from '../facts.ts';
import type { Locale } from '../locale.ts';
import { apparatusOf } from '../reading/apparatus.ts';
import { blockViewsOf } from '../reading/block.ts';
import type { CardView } from '../reading/card.ts';
import { cardsOf } from '../reading/card.ts';
import type { Controls } from '../reading/controls.ts';
import { controlsOf } from '../reading/controls.ts';
import { disputesOf } from '../reading/dispute.ts';
import { rubyWords } from '../reading/interlinear.ts';
import { levelsOf, titleBlockOf } from '../reading/outline.ts';
import type { RelatedView } from '../reading/related.ts';
import { relatedTo } from '../reading/related.ts';
import type { RollEntry, UndecidedView } from '../reading/roll.ts';
import { rollOf, undecidedIn } from '../reading/roll.ts';
import type { RowSetting } from '../reading/row.ts';
import { rowOf, shownOf } from '../reading/row.ts';
import type { BlockView } from '../reading/view.ts';
import type { Within, WithinView } from '../reading/within.ts';
import { matchesOf, withinView } from '../reading/within.ts';
import type { Scripts, Written } from '../reading/written.ts';
import { asWritten } from '../reading/written.ts';
import { vocabularyAddress } from '../word/choices.ts';
import type { SegmentWords } from '../word/wordbook.ts';

export interface Neighbour {
  readonly href: string;
  readonly title: Title;
}

export interface ReaderPage extends Controls {
  readonly documentId: string;
  /** Of the Chinese as it is shown. */
  readonly lang: Written['lang'];
  readonly title: Title;
  /** False: the first heading is the title, and the page must not show it twice. */
  readonly showsTitle: boolean;
  readonly author: string | null;
  readonly date: string | null;
  /** `1,234 characters`, `about 5 minutes`, `all glossed` …: finished, in the UI's language. */
  readonly facts: readonly string[];
  /** The list of its words; null where its text is not at hand. */
  readonly wordsHref: string | null;
  /** The page of its alignment, where something of that should be looked at. */
  readonly alignment: { readonly href: string; readonly label: string } | null;
  readonly about: string;
  readonly source: { readonly text: string; readonly href: string | null; readonly licence: string };
  /** Why some of the text is not here, or null. */
  readonly notice: string | null;
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
  /** Of our Chinese, beside that of the text. */
  readonly proseLang: Written['lang'];
  readonly cards: readonly CardView[];
  /** Where the words of its segments are told; what is missing is `&segment=`. */
  readonly wordSource: string;
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
  /** Given where words are read one by one. */
  readonly words?: readonly SegmentWords[] | undefined;
  /** Without it, all Chinese is shown as it is written. */
  readonly written?: Scripts;
}

export function readerPage({
  library,
  survey,
  document,
  choices,
  locale,
  within,
  words,
  written: scripts = asWritten,
}: Reading): ReaderPage {
  const [written, prose] = [scripts(document.language), scripts('zh-Hans')];
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
    anchorsOf: ({ id }) => anchors.get(id) ?? [],
    doubtOf: ({ id }) => doubtOf(document, id, locale),
    disputesOf: (segment) => disputesOf(segment, survey, locale),
    matchOf: matchesOf(within),
    wordsOf: rubyWords(words ?? []),
    written,
    prose,
  };
  return {
    documentId: document.id,
    lang: written.lang,
    title: titleOf(document, scripts),
    showsTitle: title === undefined,
    ...factsOf(document, locale),
    alignment: reviewOf(document, locale),
    wordsHref: document.presence === 'missing' ? null : vocabularyAddress(document.id),
    source: sourceOf(document, locale),
    ...controlsOf(document, choices, locale, within?.text),
    within: within === undefined ? null : withinView(within, document, choices, locale),
    contents: headings.map((heading) => entryOf(heading, levels.get(heading) ?? 2, written)),
    blocks: blockViewsOf(blocks, {
      row: (segment) => rowOf(segment, setting),
      title,
      levels,
      backs: apparatus.backs,
    }),
    study: document.study && studyIn(document.study, prose),
    proseLang: prose.lang,
    cards: cardsOf(document, library, survey, locale, scripts),
    wordSource: wordsAddress({ document: document.id }),
    aliasKinds: ALIAS_KINDS.map((kind) => ({ kind, label: locale.t(`card.as-${kind}`) })),
    roll: rollOf(document, library, survey, locale),
    undecided: undecidedIn(document, library, locale, scripts),
    related: relatedTo(document, library, survey, locale, choices, scripts),
    debris: document.segments.flatMap(({ debris, zh }) => (debris && zh !== null ? [written.show(zh)] : [])),
    ...neighboursOf(library, document, choices, scripts),
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

function studyIn({ introduction, questions }: Study, { show }: Written): Study {
  const shown = ({ zh, en }: Bilingual): Bilingual => ({ zh: show(zh), en });
  return { introduction: shown(introduction), questions: questions.map(shown) };
}

function entryOf({ segments }: Block, level: number, written: Written): ReaderPage['contents'][number] {
  const zh = segments.flatMap((segment) =>
    segment.zh === null ? [] : shownOf(segment.zh, segment, written),
  );
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
  scripts: Scripts,
): Pick<ReaderPage, 'previous' | 'next'> {
  const index = documents.findIndex((one) => one.id === document.id);
  const neighbour = (at: number): Neighbour | null => {
    const one = documents[at];
    return one === undefined ? null : { href: readerAddress(one.id, choices), title: titleOf(one, scripts) };
  };
  return { previous: neighbour(index - 1), next: neighbour(index + 1) };
}
