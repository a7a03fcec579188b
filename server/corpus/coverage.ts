import { checkCoverage } from '../core/coverage.ts';
import type { Finding } from '../core/finding.ts';
import type { LoadedDocument, TextReader } from './folder.ts';

/** Warnings about text that no segment takes. Each text is parsed for it, so it is asked for in a check, not when the library is read. */
export function checkCoverages(documents: readonly LoadedDocument[], reader: TextReader): Finding[] {
  return documents.flatMap(({ layers, locate }) => {
    if (layers?.presence !== 'present' || layers.source === null) return [];
    const { id, source, ledger, description } = layers;
    const drafts = reader.parse(source, description.format);
    return checkCoverage(`documents/${id}/segments.json`, source, ledger.segments, drafts).map((finding) => ({
      ...finding,
      place: locate(finding.place),
    }));
  });
}
