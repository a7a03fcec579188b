import { join } from 'node:path';
import { checkLayers, unverified } from '../core/check.ts';
import type { Description, Encoding, Format, Presence } from '../core/document.ts';
import type { DraftSegment } from '../core/draft.ts';
import type { Finding, Path, Place, Severity } from '../core/finding.ts';
import type { Layers } from '../core/layers.ts';
import type { Ledger } from '../core/ledger.ts';
import { reconcile } from '../core/reconcile.ts';
import { recut } from '../core/recut.ts';
import type { DocumentId } from '../core/segment.ts';
import type { WordFixes } from '../core/word-fixes.ts';
import { NO_FIXES } from '../core/word-fixes.ts';
import { readAlignment } from './alignment.ts';
import { readDescription } from './description.ts';
import { digestOf } from './digest.ts';
import { readText } from './file.ts';
import { readGlosses } from './glosses.ts';
import { readLedger } from './ledger.ts';
import { readDecisions } from './mentions.ts';
import { readNotes } from './notes.ts';
import { findSource, leadsOut } from './source.ts';
import { readStudy } from './study.ts';
import { readWordFixes } from './words.ts';
import type { Locate } from './yaml.ts';

/** What the reader of a corpus needs of the adapter for texts. */
export interface TextReader {
  /** `offset` is that of the first byte that is no character of the encoding. */
  readonly decode: (
    bytes: Uint8Array,
    encoding?: Encoding,
  ) => { kind: 'decoded'; source: string } | { kind: 'undecodable'; offset: number };
  readonly parse: (source: string, format: Format) => DraftSegment[];
  /** Writes traditional characters as simplified ones, unit for unit; asked for when a text has them. */
  readonly simplifier?: () => Promise<(text: string) => string>;
}

export interface LoadedDocument {
  /** Undefined if what is wrong leaves no document. */
  readonly layers: Layers | undefined;
  readonly wordFixes: WordFixes;
  readonly findings: readonly Finding[];
  /** The place of anything in the document's files, with line and column. */
  readonly locate: (place: Place) => Place;
}

/**
 * Read one document's folder. Every fault is a finding with its place; only a description or a ledger that cannot be read leaves no
 * document.
 */
export async function loadFolder(
  corpus: string,
  id: DocumentId,
  sources: readonly string[],
  reader: TextReader,
): Promise<LoadedDocument> {
  const files = new FolderFiles(join(corpus, 'documents', id), `documents/${id}/`);
  const { findings, locate } = files;
  const description = await files.read('document.yaml', readDescription, 'duidu import makes it');
  const ledger = await files.read('segments.json', readLedger, 'duidu import makes it');
  const glosses = (await files.read('gloss.en.yaml', readGlosses)) ?? new Map();
  const notes = (await files.read('notes.yaml', readNotes)) ?? [];
  const decisions = (await files.read('mentions.yaml', readDecisions)) ?? [];
  const study = (await files.read('study.yaml', readStudy)) ?? null;
  const alignment = await files.read('alignment.en.yaml', readAlignment);
  const wordFixes = (await files.read('words.yaml', readWordFixes)) ?? NO_FIXES;
  if (description === undefined || ledger === undefined)
    return { layers: undefined, wordFixes, findings, locate };
  // A text that is the project's own stands in the document's folder; any other in the folders named for it.
  const text = await findText(description, ledger, [files.folder, ...sources], reader, files);

  const layers: Layers = { id, description, ...text, glosses, notes, decisions, study, alignment };
  // A changed text is one finding, not one for each segment that it lost.
  const checked: Layers = text.presence === 'changed' ? { ...layers, ledger, source: null } : layers;
  const names = {
    ledger: files.name('segments.json'),
    glosses: files.name('gloss.en.yaml'),
    notes: files.name('notes.yaml'),
    decisions: files.name('mentions.yaml'),
  };
  // What a file that cannot be read would have said is not missing.
  const isGlossFileBroken = findings.some(
    ({ rule, place }) => BROKEN.has(rule) && place.file === names.glosses,
  );
  for (const finding of checkLayers(checked, names, digestOf)) {
    if (isGlossFileBroken && finding.rule === 'missing-gloss') continue;
    findings.push({ ...finding, place: locate(finding.place) });
  }
  const { digests, anchors } = unverified(checked);
  if (digests > 0) {
    files.report(
      'unverified',
      'segments.json',
      [],
      `${digests} digests and ${anchors} anchors could not be verified without the text`,
      'info',
    );
  }
  return { layers, wordFixes, findings, locate };
}

const BROKEN = new Set(['syntax', 'not-utf8', 'unreadable']);

/** The files of one folder, what was found wrong in them, and where everything stands. */
class FolderFiles {
  readonly folder: string;
  readonly findings: Finding[] = [];
  readonly #prefix: string;
  readonly #locates = new Map<string, Locate>();

  constructor(folder: string, prefix: string) {
    this.folder = folder;
    this.#prefix = prefix;
  }

  name(file: string): string {
    return this.#prefix + file;
  }

  readonly locate = (place: Place): Place =>
    this.#locates.get(place.file)?.(place.path) ?? { ...place, line: 1, column: 1 };

  /** What `parse` makes of a file; undefined if it is not there, which is a finding if `wanted` says what to do. */
  async read<Layer>(
    file: string,
    parse: (file: string, text: string) => { layer: Layer; findings: readonly Finding[]; locate: Locate },
    wanted?: string,
  ): Promise<Layer | undefined> {
    const found = await readText(join(this.folder, file), this.name(file));
    if (found.kind === 'missing' && wanted !== undefined)
      this.report('missing-file', file, [], `the file is missing; ${wanted}`);
    if (found.kind === 'broken') this.findings.push(found.finding);
    if (found.kind !== 'read') return undefined;
    const { layer, findings, locate } = parse(this.name(file), found.text);
    this.findings.push(...findings);
    this.#locates.set(this.name(file), locate);
    return layer;
  }

  report(rule: string, file: string, path: Path, message: string, severity: Severity = 'error'): void {
    this.findings.push({ rule, severity, place: this.locate({ file: this.name(file), path }), message });
  }
}

/** A document's text as it is now, and the ledger that fits it. */
async function findText(
  description: Description,
  ledger: Ledger,
  folders: readonly string[],
  reader: TextReader,
  files: FolderFiles,
): Promise<{ source: string | null; presence: Presence; ledger: Ledger }> {
  const { file, sha256, format, encoding, provenance } = description;
  const missing = { source: null, presence: 'missing' as const, ledger };
  const report = (rule: string, key: string, message: string, severity?: Severity): void =>
    files.report(rule, 'document.yaml', ['source', key], message, severity);

  if (await leadsOut(files.folder, file)) {
    report(
      'missing-source',
      'file',
      `${file} is a link that leads out of the folder and is not read; put the file itself there`,
    );
    return missing;
  }
  const found = await findSource(file, sha256, folders);
  if (found.kind === 'missing') {
    const severity = provenance.redistributable ? 'error' : 'info';
    const where = provenance.redistributable ? 'beside document.yaml' : 'into a folder of DUIDU_SOURCES';
    const message = found.why === undefined ? `is not there; put it ${where}` : `is not read: ${found.why}`;
    report('missing-source', 'file', `${file} ${message}`, severity);
    return missing;
  }
  const decoded = reader.decode(found.bytes, encoding);
  if (decoded.kind === 'undecodable') {
    const name = encoding === undefined ? 'UTF-8' : encoding;
    report('not-utf8', 'file', `${file} is no ${name} from byte ${decoded.offset} on`);
    return missing;
  }
  const { source } = decoded;
  if (found.sha256 === sha256) return { source, presence: 'present', ledger };
  report(
    'source-changed',
    'sha256',
    `${file} is not the text that was imported; run duidu import again`,
    'warning',
  );
  const drafts = reader.parse(source, format);
  // Found again by digest, for as long as the text is like this: what is new is unglossed, and nothing is retired yet.
  const { segments } = reconcile(ledger, recut(ledger, drafts, digestOf), digestOf);
  return { source, presence: 'changed', ledger: { segments, retired: ledger.retired } };
}
