import { safeHref } from '../../core/href.ts';
import type { Mention } from '../../core/mention.ts';
import type { AnchoredNote } from '../../core/note.ts';
import type { Run } from '../../core/run.ts';
import { runsOf } from '../../core/run.ts';
import type { Mark } from '../../core/segment.ts';
import type { Span } from '../../core/span.ts';
import type { Apparatus } from './apparatus.ts';
import { inTextOrder } from './apparatus.ts';
import type { MentionView, Stretch, WordOver } from './view.ts';

type Link = Extract<Mark, { kind: 'link' }>;

/** A claim that others contradict, and where it stands. */
export interface Dispute {
  readonly dispute: string;
  readonly span: Span;
}

/** Something that was looked for. */
interface Match {
  readonly isMatch: true;
  readonly span: Span;
}

/** A word, and what is to be read with it. */
export interface RubyWord {
  readonly over: WordOver;
  readonly span: Span;
}

type Annotation = AnchoredNote | Dispute | Match | RubyWord;
type Wrapper = Exclude<Mark, { kind: 'footnote' }> | Annotation | Mention;

/** A piece of text or a marker, and all that is wrapped around it, the outermost first. */
interface Leaf {
  readonly wrappers: readonly Wrapper[];
  readonly stretch: Stretch;
}

/** All that stands over one side of a segment. */
export interface Standoff {
  readonly marks: readonly Mark[];
  readonly notes: readonly AnchoredNote[];
  readonly mentions: readonly Mention[];
  readonly disputes: readonly Dispute[];
  /** What was looked for. */
  readonly matches: readonly Span[];
  /** Empty where words are not read one by one. */
  readonly words: readonly RubyWord[];
}

/** How notes, references and mentions are told. */
export interface Telling extends Pick<Apparatus, 'labels' | 'references'> {
  readonly mentionView: (mention: Mention) => MentionView;
}

/**
 * One side of a segment as nested stretches, in order and without loss. A mention or a link is outermost and never cut, so it
 * is one anchor; what would be an anchor inside it (a note's marker, a footnote's reference) stands behind it. Of a mention and a link that
 * overlap, the mention is the anchor, and where the link leads stands behind its words. Of links that overlap the earlier wins, then the
 * longer; one that leads nowhere safe is text. A match is innermost, and cut wherever anything else begins or ends. No marker stands within a
 * word.
 */
export function stretchesOf(text: string, standoff: Standoff, telling: Telling): Stretch[] {
  const { marks, notes, mentions, disputes, words } = standoff;
  const matches = standoff.matches.map((span): Match => ({ isMatch: true, span }));
  const hrefs = linksOf(marks);
  const outward = new Map([...hrefs].filter(([link]) => mentions.some((mention) => overlap(link, mention))));
  const leaves: Leaf[] = [];
  const held: Leaf[] = [];
  let open: Link | Mention | RubyWord | undefined;
  const annotations = [...inTextOrder(notes), ...disputes, ...matches, ...words];
  for (const run of runsOf<Annotation>(text, marks, annotations, mentions)) {
    if (run.text !== '') {
      const anchor = run.mention ?? linkOver(run, hrefs, outward);
      const around = anchor ?? run.notes.find(isWord);
      if (open !== undefined && around !== open) leaves.push(...held.splice(0));
      open = around;
      leaves.push({ wrappers: wrappersOf(run, anchor), stretch: { kind: 'text', text: run.text } });
      for (const [link, href] of outward)
        if (link.end === run.end) held.push(leaf({ kind: 'outward', href }));
    }
    held.push(...markersOf(run, telling));
    if (open === undefined) leaves.push(...held.splice(0));
  }
  return nested([...leaves, ...held], 0, { hrefs, telling, told: new Set() });
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function linkOver(
  { marks }: Run<Annotation>,
  hrefs: ReadonlyMap<Mark, string>,
  outward: ReadonlyMap<Mark, string>,
): Link | undefined {
  return marks.find((mark): mark is Link => hrefs.has(mark) && !outward.has(mark));
}

/** Links that lead somewhere safe and do not overlap, with where they lead. */
function linksOf(marks: readonly Mark[]): Map<Mark, string> {
  const links = new Map<Mark, string>();
  let from = 0;
  const byPlace = marks
    .filter((mark) => mark.kind === 'link')
    .sort((a, b) => a.start - b.start || b.end - a.end);
  for (const link of byPlace) {
    const href = safeHref(link.href);
    if (href === undefined || link.start < from || link.start === link.end) continue;
    links.set(link, href);
    from = link.end;
  }
  return links;
}

// A template calls itself for each wrapper within a wrapper; what is wrapped deeper shows no more than this.
const DEEPEST = 8;

// Beneath the anchor, the longer wraps the shorter, so that well-nested marks stay nested.
function wrappersOf({ marks, notes }: Run<Annotation>, anchor: Link | Mention | undefined): Wrapper[] {
  const rest = [
    ...marks.filter((mark) => mark.kind !== 'link' && mark.kind !== 'footnote'),
    ...notes.filter((one) => isNote(one) || isWord(one)),
  ] as Wrapper[];
  rest.sort((a, b) => lengthOf(b) - lengthOf(a));
  const seen = [...rest.slice(0, DEEPEST), ...notes.filter(isMatch).slice(0, 1)];
  return anchor === undefined ? seen : [anchor, ...seen];
}

function lengthOf(wrapper: Wrapper): number {
  const { start, end } = 'span' in wrapper ? wrapper.span : wrapper;
  return end - start;
}

function markersOf({ marks, ending, end }: Run<Annotation>, { labels, references }: Telling): Leaf[] {
  const footnotes = marks.filter((mark) => mark.kind === 'footnote' && mark.end === end);
  return [
    ...footnotes.map((mark) =>
      leaf(footnoteMarker(mark as Extract<Mark, { kind: 'footnote' }>, references.get(mark))),
    ),
    ...ending.flatMap((one) => {
      if (isMatch(one) || isWord(one)) return [];
      return leaf(
        isNote(one)
          ? { ...addressesOf(one.id), kind: 'note', label: labels.get(one) ?? '' }
          : { ...disputeAddressesOf(one.dispute), kind: 'dispute' },
      );
    }),
  ];
}

function isNote(annotation: Annotation): annotation is AnchoredNote {
  return 'anchor' in annotation;
}

function isWord(annotation: Annotation): annotation is RubyWord {
  return 'over' in annotation;
}

function isMatch(annotation: Annotation): annotation is Match {
  return 'isMatch' in annotation;
}

// A reference whose footnote is not shown is not lost: its label is text.
function footnoteMarker(
  { label }: { label: string },
  reference: { id: string; href: string } | undefined,
): Stretch {
  return reference === undefined
    ? { kind: 'text', text: `[${label}]` }
    : { kind: 'footnote', ...reference, label };
}

/** The marker of a note in the text, and the note itself. */
export function addressesOf(note: string): { readonly id: string; readonly href: string } {
  return { id: `mark_${note}`, href: `#note_${note}` };
}

/** The marker of a dispute in the text, and what it leads to. */
export function disputeAddressesOf(dispute: string): { readonly id: string; readonly href: string } {
  return { id: `differs_${dispute}`, href: `#dispute_${dispute}` };
}

function leaf(stretch: Stretch): Leaf {
  return { wrappers: [], stretch };
}

/** Neighbours that share a wrapper share one stretch. */
function nested(leaves: readonly Leaf[], depth: number, setting: Setting): Stretch[] {
  const stretches: Stretch[] = [];
  for (let start = 0; start < leaves.length; ) {
    const wrapper = leaves[start]?.wrappers[depth];
    let end = start + 1;
    while (end < leaves.length && leaves[end]?.wrappers[depth] === wrapper) end += 1;
    const group = leaves.slice(start, end);
    if (wrapper === undefined) for (const { stretch } of group) append(stretches, stretch);
    else if (isAgain(wrapper, setting))
      for (const stretch of nested(group, depth + 1, setting)) append(stretches, stretch);
    else stretches.push(wrapped(wrapper, nested(group, depth + 1, setting), setting));
    start = end;
  }
  return stretches;
}

interface Setting {
  readonly hrefs: ReadonlyMap<Mark, string>;
  readonly telling: Telling;
  /** Words whose first piece has been told. */
  readonly told: Set<RubyWord>;
}

// Of a word that is cut, the other pieces are text.
function isAgain(wrapper: Wrapper, { told }: Setting): boolean {
  if (!('over' in wrapper)) return false;
  const isTold = told.has(wrapper);
  told.add(wrapper);
  return isTold;
}

function wrapped(wrapper: Wrapper, inside: Stretch[], { hrefs, telling }: Setting): Stretch {
  if ('entity' in wrapper) return { kind: 'mention', ...telling.mentionView(wrapper), inside };
  if ('isMatch' in wrapper) return { kind: 'match', inside };
  if ('over' in wrapper) return { kind: 'word', ...wrapper.over, inside };
  if ('span' in wrapper) return { kind: 'noted', inside };
  if (wrapper.kind === 'link') return { kind: 'link', href: hrefs.get(wrapper) ?? '', inside };
  return { kind: wrapper.kind, inside };
}

function append(stretches: Stretch[], stretch: Stretch): void {
  const last = stretches.at(-1);
  if (stretch.kind === 'text' && last?.kind === 'text') {
    stretches[stretches.length - 1] = { kind: 'text', text: last.text + stretch.text };
  } else stretches.push(stretch);
}
