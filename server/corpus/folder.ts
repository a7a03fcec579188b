import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkLayers, unverified } from '../core/check.ts';
import type { DraftSegment } from '../core/draft.ts';
import type { Format, Presence } from '../core/document.ts';
import type { Finding, Place } from '../core/finding.ts';
import type { Layers } from '../core/layers.ts';
import { reconcile } from '../core/reconcile.ts';
import type { DocumentId } from '../core/segment.ts';
import { readDescription } from './description.ts';
import { digestOf } from './digest.ts';
import { readGlosses } from './glosses.ts';
import { readLedger } from './ledger.ts';
import { readNotes } from './notes.ts';
import { findSource, ignoreAbsence } from './source.ts';
import type { Locate } from './yaml.ts';

/** What the reader of a corpus needs of the adapter for texts. */
export interface TextReader {
  /** Offsets in the findings are bytes; the source is null if the bytes are no UTF-8. */
  readonly decode: (bytes: Uint8Array) => { kind: 'decoded'; source: string } | { kind: 'undecodable'; offset: number };
  /** Undefined if texts of this format cannot be parsed. */
  readonly parse: (source: string, format: Format) => DraftSegment[] | undefined;
}

export interface LoadedDocument {
  /** Undefined if what is wrong leaves no document. */
  readonly layers: Layers | undefined;
  readonly findings: readonly Finding[];
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
  const folder = join(corpus, 'documents', id);
  const name = (file: string): string => `documents/${id}/${file}`;
  const read = (file: string): Promise<string | undefined> => readFile(join(folder, file), 'utf8').catch(ignoreAbsence);
  const findings: Finding[] = [];
  const fail = (rule: string, file: string, message: string, severity: Finding['severity'] = 'error', path: Place['path'] = []): void => {
    findings.push({ rule, severity, place: { file: name(file), path, line: 1, column: 1 }, message });
  };

  const descriptionText = await read('document.yaml');
  if (descriptionText === undefined) {
    fail('missing-file', 'document.yaml', 'the file is missing; duidu import makes it');
    return { layers: undefined, findings };
  }
  const described = readDescription(name('document.yaml'), descriptionText);
  findings.push(...described.findings);
  const { description } = described;
  const ledgerText = await read('segments.json');
  if (ledgerText === undefined) fail('missing-file', 'segments.json', 'the ledger is missing; duidu import makes it');
  if (description === undefined || ledgerText === undefined) return { layers: undefined, findings };

  const kept = readLedger(name('segments.json'), ledgerText);
  findings.push(...kept.findings);
  if (kept.ledger === undefined) return { layers: undefined, findings };
  const locate = new Map<string, Locate>([[name('segments.json'), kept.locate]]);

  const glossFile = name('gloss.en.yaml');
  const glossed = readGlosses(glossFile, (await read('gloss.en.yaml')) ?? 'language: en');
  locate.set(glossFile, glossed.locate);
  const noteFile = name('notes.yaml');
  const noted = readNotes(noteFile, (await read('notes.yaml')) ?? 'notes: []');
  locate.set(noteFile, noted.locate);
  findings.push(...glossed.findings, ...noted.findings);

  // A text that is the project's own stands in the document's folder; any other in the folders named for it.
  const found = await findSource(description.file, description.sha256, [folder, ...sources]);
  let source: string | null = null;
  let presence: Presence = 'missing';
  let { ledger } = kept;
  const { file, format, provenance } = description;
  if (found.kind === 'missing') {
    const severity = provenance.redistributable ? 'error' : 'info';
    fail('missing-source', 'document.yaml', `${file} is not there; put it into a folder of DUIDU_SOURCES`, severity, ['source', 'file']);
  } else {
    const decoded = reader.decode(found.bytes);
    if (decoded.kind === 'undecodable') {
      fail('not-utf8', 'document.yaml', `${file} is no UTF-8 from byte ${decoded.offset} on`, 'error', ['source', 'file']);
    } else if (found.sha256 === description.sha256) {
      source = decoded.source;
      presence = 'present';
    } else {
      fail('source-changed', 'document.yaml', `${file} is not the text that was imported; run duidu import again`, 'warning', ['source', 'sha256']);
      const drafts = reader.parse(decoded.source, format);
      if (drafts !== undefined) {
        source = decoded.source;
        presence = 'changed';
        // Found again by digest, for as long as the text is like this: what is new is unglossed, and nothing is retired yet.
        ledger = { segments: reconcile(kept.ledger, drafts, digestOf).segments, retired: kept.ledger.retired };
      }
    }
  }

  const layers: Layers = { id, description, presence, source, ledger, glosses: glossed.glosses, notes: noted.notes };
  // A changed text is one finding, not one for each segment that it lost.
  const checked = { ...layers, ledger: kept.ledger, source: presence === 'changed' ? null : source };
  const files = { ledger: name('segments.json'), glosses: glossFile, notes: noteFile };
  for (const finding of checkLayers(checked, files, digestOf)) {
    findings.push({ ...finding, place: locate.get(finding.place.file)?.(finding.place.path) ?? finding.place });
  }
  const { digests, anchors } = unverified(checked);
  if (digests > 0) {
    fail('unverified', 'segments.json', `${digests} digests and ${anchors} anchors could not be verified without the text`, 'info');
  }
  return { layers, findings };
}
