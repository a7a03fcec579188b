import { safeHref } from '../../core/href.ts';
import type { AnchoredNote } from '../../core/note.ts';
import type { Run } from '../../core/run.ts';
import { runsOf } from '../../core/run.ts';
import type { Mark } from '../../core/segment.ts';
import type { Apparatus } from './apparatus.ts';
import { inTextOrder } from './apparatus.ts';
import type { Stretch } from './view.ts';

type Link = Extract<Mark, { kind: 'link' }>;
type Wrapper = Exclude<Mark, { kind: 'footnote' }> | AnchoredNote;

/** A piece of text or a marker, and all that is wrapped around it, the outermost first. */
interface Leaf {
  readonly wrappers: readonly Wrapper[];
  readonly stretch: Stretch;
}

/**
 * A segment's text as nested stretches, in order and without loss. A link is outermost and never cut, so it
 * is one anchor; what would be an anchor inside it (a note's marker, a footnote's reference) stands behind it.
 * Of links that overlap the earlier wins, then the longer; one that leads nowhere safe is text.
 */
export function stretchesOf(
  text: string,
  marks: readonly Mark[],
  notes: readonly AnchoredNote[],
  apparatus: Apparatus,
): Stretch[] {
  const links = linksOf(marks);
  const leaves: Leaf[] = [];
  const held: Leaf[] = [];
  let open: Link | undefined;
  for (const run of runsOf(text, marks, inTextOrder(notes))) {
    if (run.text !== '') {
      const link = run.marks.find((mark) => mark.kind === 'link' && links.has(mark)) as Link | undefined;
      if (open !== undefined && link !== open) leaves.push(...held.splice(0));
      open = link;
      leaves.push({ wrappers: wrappersOf(run, link), stretch: { kind: 'text', text: run.text } });
    }
    held.push(...markersOf(run, apparatus));
    if (open === undefined) leaves.push(...held.splice(0));
  }
  return nested([...leaves, ...held], 0, links);
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

// Beneath the link, the longer wraps the shorter, so that well-nested marks stay nested.
function wrappersOf({ marks, notes }: Run, link: Link | undefined): Wrapper[] {
  const rest = [
    ...marks.filter((mark) => mark.kind !== 'link' && mark.kind !== 'footnote'),
    ...notes,
  ] as Wrapper[];
  rest.sort((a, b) => lengthOf(b) - lengthOf(a));
  const seen = rest.slice(0, DEEPEST);
  return link === undefined ? seen : [link, ...seen];
}

function lengthOf(wrapper: Wrapper): number {
  const { start, end } = 'span' in wrapper ? wrapper.span : wrapper;
  return end - start;
}

function markersOf({ marks, ending, end }: Run, { labels, references }: Apparatus): Leaf[] {
  const footnotes = marks.filter((mark) => mark.kind === 'footnote' && mark.end === end);
  return [
    ...footnotes.map((mark) =>
      leaf(footnoteMarker(mark as Extract<Mark, { kind: 'footnote' }>, references.get(mark))),
    ),
    ...ending.map((note) => leaf({ ...addressesOf(note.id), kind: 'note', label: labels.get(note) ?? '' })),
  ];
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

function leaf(stretch: Stretch): Leaf {
  return { wrappers: [], stretch };
}

/** Neighbours that share a wrapper share one stretch. */
function nested(leaves: readonly Leaf[], depth: number, hrefs: ReadonlyMap<Mark, string>): Stretch[] {
  const stretches: Stretch[] = [];
  for (let start = 0; start < leaves.length; ) {
    const wrapper = leaves[start]?.wrappers[depth];
    let end = start + 1;
    while (end < leaves.length && leaves[end]?.wrappers[depth] === wrapper) end += 1;
    const group = leaves.slice(start, end);
    if (wrapper === undefined) for (const { stretch } of group) append(stretches, stretch);
    else stretches.push(wrapped(wrapper, nested(group, depth + 1, hrefs), hrefs));
    start = end;
  }
  return stretches;
}

function wrapped(wrapper: Wrapper, inside: Stretch[], hrefs: ReadonlyMap<Mark, string>): Stretch {
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
