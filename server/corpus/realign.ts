import { join } from 'node:path';
import type { Document } from '../core/document.ts';
import type { Bar, Place, Row, Shift, Way } from '../core/facing.ts';
import { barBehind, looseAfter, placesOf, seenAt, shiftOf } from '../core/facing.ts';
import { documentOf } from '../core/layers.ts';
import type { Cutters } from '../core/parting.ts';
import { glossPartingsOf, partingsOf } from '../core/parting.ts';
import type { Realigning, RealignOrder } from '../core/realigning.ts';
import { DomainError } from '../core/refusal.ts';
import type { Moved } from '../core/resegment.ts';
import { joinerBetween } from '../core/resegment.ts';
import type { DocumentId, SegmentId } from '../core/segment.ts';
import { isSegmentId } from '../core/segment.ts';
import { readAlignment, withLoose, withoutScore } from './alignment.ts';
import { digestOf } from './digest.ts';
import { readText } from './file.ts';
import type { TextReader } from './folder.ts';
import { loadFolder } from './folder.ts';
import { readGlosses } from './glosses.ts';
import { alone } from './lock.ts';
import { moveAnchors } from './moving.ts';
import { reglossed } from './regloss.ts';
import type { Resegmenting } from './resegment.ts';
import { anchoredFiles, filesOfResegmenting } from './resegment.ts';
import { takeBack, writeStep } from './steps.ts';
import type { Read } from './yaml.ts';

/** What changing an alignment needs. */
export interface RealignTools {
  /** Where the steps are kept that can be taken back. */
  readonly data: string;
  readonly sources: readonly string[];
  readonly reader: TextReader;
  readonly sentences: Cutters;
}

/**
 * Change how the English of a document faces its Chinese, in all layers at once, or take the last such change back. Returns the key of the place to look at then.
 *
 * @throws DomainError `not-found` if there never was such a place, `invalid` if it is to be cut where nothing ends, `conflict` if it has changed since it was
 * seen, or the change cannot be made: a line says why, and what to do. Nothing is changed then.
 */
export function realign(
  corpus: string,
  id: DocumentId,
  order: RealignOrder,
  tools: RealignTools,
): Promise<string> {
  return alone(corpus, async () => {
    if (order.change.kind === 'undo' || !('place' in order))
      return await takeBack(corpus, tools.data, id, order.seen);
    const bench = await benchOf(corpus, id, tools);
    const at = bench.places.findIndex(({ key }) => key === order.place);
    if (at === -1) throw absent(order.place, bench.document);
    if (seenAt(bench.places, at, digestOf) !== order.seen)
      throw new DomainError(
        'conflict',
        'this row, or one beside it, has changed since the page was loaded; look at it again here, and then do it',
      );
    const { files, place } = await changed(bench, at, order.change);
    await writeStep(corpus, tools.data, id, { place: order.place, files });
    return place;
  });
}

/** A document whose alignment is changed. */
interface Bench {
  readonly corpus: string;
  readonly document: Document;
  readonly places: readonly Place[];
  readonly glosses: LayerFile;
  readonly alignment: LayerFile;
  readonly tools: RealignTools;
}

interface LayerFile {
  readonly name: string;
  readonly text: string;
}

interface Change {
  readonly files: ReadonlyMap<string, string>;
  readonly place: string;
}

async function benchOf(corpus: string, id: DocumentId, tools: RealignTools): Promise<Bench> {
  const { layers } = await loadFolder(corpus, id, tools.sources, tools.reader);
  if (layers === undefined) throw new DomainError('conflict', `${id} cannot be read; run duidu check`);
  const glosses = await soundFile(corpus, `documents/${id}/gloss.en.yaml`, readGlosses);
  const alignment = await soundFile(corpus, `documents/${id}/alignment.en.yaml`, readAlignment);
  const document = documentOf(layers);
  const { layer } = readAlignment(alignment.name, alignment.text);
  return { corpus, document, places: placesOf({ ...document, alignment: layer }), glosses, alignment, tools };
}

async function soundFile(
  corpus: string,
  name: string,
  read: (file: string, text: string) => Read<unknown>,
): Promise<LayerFile> {
  const found = await readText(join(corpus, name), name);
  if (found.kind !== 'read')
    throw new DomainError('conflict', `${name} is not there or cannot be read; duidu check says why`);
  if (read(name, found.text).findings.length > 0)
    throw new DomainError('conflict', `${name} has faults; run duidu check and mend it first`);
  return { name, text: found.text };
}

function absent(key: string, { retired }: Document): DomainError {
  const id = key.replace(/^loose_/, '');
  const wasThere = key === 'loose_' || (isSegmentId(id) && (key !== id || retired.has(id)));
  return wasThere
    ? new DomainError(
        'conflict',
        'this row is no longer there, as somebody has cut, joined or emptied it; look at the rows again here',
      )
    : new DomainError('not-found', 'no such row');
}

async function changed(bench: Bench, at: number, change: Realigning): Promise<Change> {
  if (change.kind === 'up' || change.kind === 'down') {
    const { en } = bench.tools.sentences;
    return shifted(bench, shiftOf(bench.places, at, change.kind, en), change.kind);
  }
  const row = bench.places[at];
  if (row?.kind !== 'row')
    throw new DomainError('conflict', 'English that stands for no Chinese can only be shifted');
  if (change.kind === 'confirm') return confirmed(bench, row);
  const order = change.kind === 'join' ? joining(bench, at, row) : splitting(bench, row, change);
  const { corpus, document, tools } = bench;
  const { files, resegmented } = await filesOfResegmenting(
    corpus,
    document.id,
    order,
    tools.sources,
    tools.reader,
  );
  return { files, place: resegmented.segments[0] ?? row.key };
}

function confirmed({ alignment }: Bench, { segment, key, score }: Row): Change {
  if (score === undefined) throw new DomainError('conflict', 'somebody has looked at this row already');
  return { files: new Map([[alignment.name, withoutScore(alignment.text, segment.id)]]), place: key };
}

const BARS: Readonly<Record<Bar, string>> = {
  end: 'no row stands behind it to join it with',
  block: 'the paragraph, cell or item ends with this row, and rows are joined only within one',
  loose: 'English that stands for no Chinese lies between; shift it into one of the rows first',
  stale:
    'the English of one of both is of an earlier wording of the Chinese; write it anew in gloss.en.yaml first',
};

function joining({ places, document }: Bench, at: number, row: Row): Resegmenting {
  const bar = barBehind(places, at);
  if (bar !== undefined) throw new DomainError('conflict', `it cannot be joined: ${BARS[bar]}`);
  const [first, second] = [document.segments[row.at]?.zh ?? '', document.segments[row.at + 1]?.zh ?? ''];
  return { kind: 'join', segment: row.key, joiner: joinerBetween(first, second), oneGlossWillDo: true };
}

function splitting(
  { document, tools }: Bench,
  { key, at, en }: Row,
  { offset, glossAt }: Extract<Realigning, { kind: 'split' }>,
): Resegmenting {
  const { zh = null } = document.segments[at] ?? {};
  if (zh === null)
    throw new DomainError('conflict', 'the Chinese of this text is not at hand; a row is cut only beside it');
  const isOffered =
    partingsOf(zh, tools.sentences.zh).some((parting) => parting.offset === offset) &&
    (!en ? glossAt === undefined : glossPartingsOf(en, tools.sentences.en).includes(glossAt ?? -1));
  if (!isOffered) throw new DomainError('invalid', 'nothing ends where it is to be cut');
  return {
    kind: 'split',
    segment: key,
    offset,
    newBlock: false,
    // An empty gloss has nothing to be cut.
    ...(en !== null && { glossAt: glossAt ?? 0 }),
  };
}

async function shifted(bench: Bench, shift: Shift, way: Way): Promise<Change> {
  const { corpus, document, places, glosses, alignment } = bench;
  const { from, to, left, joined } = shift;
  const now = new Map<SegmentId, string | null>();
  if (from.kind === 'row') now.set(from.segment.id, left);
  if (to.kind === 'row') now.set(to.segment.id, joined);
  const order = document.segments.map(({ id }) => id);
  const files = new Map([[glosses.name, reglossed(glosses.text, now, order)]]);
  if (from.kind === 'loose' || to.kind === 'loose')
    files.set(alignment.name, withLoose(alignment.text, looseAfter(places, shift)));
  for (const file of await anchoredFiles(corpus, document.id)) {
    const moved = moveAnchors(file, movesOf(shift, way));
    if (moved !== undefined && moved !== file.text) files.set(file.name, moved);
  }
  return { files, place: from.kind === 'loose' && left === null ? to.key : from.key };
}

/** Where what is anchored in the English of both places goes. */
function movesOf({ from, to, span, left, joined }: Shift, way: Way): Moved[] {
  const moves: Moved[] = [];
  const move = (of: SegmentId, start: number, length: number, into: SegmentId, at: number): void => {
    moves.push({ from: of, language: 'en', span: { start, end: start + length }, to: into, start: at });
  };
  const sentence = span.end - span.start;
  const [en, there] = [from.en ?? '', to.en ?? ''];
  if (from.kind === 'row') {
    const { id } = from.segment;
    move(id, left === null ? 0 : en.indexOf(left, way === 'up' ? span.end : 0), left?.length ?? 0, id, 0);
    if (to.kind === 'row')
      move(id, span.start, sentence, to.segment.id, way === 'up' ? joined.length - sentence : 0);
  }
  if (to.kind === 'row')
    move(to.segment.id, 0, there.length, to.segment.id, way === 'up' ? 0 : joined.length - there.length);
  return moves;
}
