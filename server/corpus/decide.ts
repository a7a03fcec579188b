import { join } from 'node:path';
import type { Decision } from '../core/mention.ts';
import { DomainError } from '../core/refusal.ts';
import type { DocumentId } from '../core/segment.ts';
import { readText } from './file.ts';
import { alone } from './lock.ts';
import { readDecisions, writeDecisions } from './mentions.ts';
import { writeWhole } from './write.ts';

/**
 * Add a decision to a document's `mentions.yaml`. One about the same words takes the place of the former.
 * @throws DomainError `conflict` if the file has faults, which rewriting it would drop, or if somebody else is writing.
 */
export async function addDecision(corpus: string, id: DocumentId, decision: Decision): Promise<void> {
  await alone(corpus, async () => {
    const file = `documents/${id}/mentions.yaml`;
    const path = join(corpus, file);
    const found = await readText(path, file);
    if (found.kind === 'broken')
      throw new DomainError('conflict', `${file} cannot be read; duidu check says why`);
    const { layer, findings } = readDecisions(file, found.kind === 'read' ? found.text : '');
    if (findings.length > 0) throw new DomainError('conflict', `${file} has faults; duidu check says which`);
    const others = layer.filter(({ anchor }) => !isSamePlace(anchor, decision.anchor));
    await writeWhole(path, writeDecisions([...others, decision]));
  });
}

function isSamePlace(a: Decision['anchor'], b: Decision['anchor']): boolean {
  return a.segment === b.segment && a.language === b.language && a.start === b.start && a.quote === b.quote;
}
