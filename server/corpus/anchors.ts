import type { Anchor } from '../core/anchor.ts';
import type { Evidence } from '../core/entity.ts';
import { isDocumentId, isSegmentId } from '../core/segment.ts';
import type { Cursor } from './cursor.ts';
import { filled } from './description.ts';

/** Keys that say where an annotation is anchored; beside them stand those of the annotation itself. */
export const ANCHOR_KEYS = ['segment', 'language', 'start', 'quote'];

/** The anchor that the keys of a map give; the language is `zh` where it is not said. */
export function anchorAt(at: Cursor): Anchor | undefined {
  const segment = at.at('segment').text();
  const language = at.at('language').isAbsent ? 'zh' : at.at('language').oneOf(['zh', 'en']);
  const start = at.at('start').count();
  const quote = filled(at.at('quote'));
  if (segment === undefined || language === undefined || start === undefined || quote === undefined)
    return undefined;
  if (!isSegmentId(segment)) return at.at('segment').report('bad-id', `“${segment}” is no segment id`);
  return { segment, language, start, quote };
}

/** An anchor in a document that is named beside it. */
export function evidenceAt(at: Cursor): Evidence | undefined {
  const document = at.at('document').text();
  const anchor = anchorAt(at);
  if (document === undefined || anchor === undefined) return undefined;
  if (!isDocumentId(document)) return at.at('document').report('bad-id', `“${document}” is no document id`);
  return { document, ...anchor };
}

/** An anchor as it is written: its language only where it is not `zh`. */
export function writtenAnchor({ segment, language, start, quote }: Anchor): Record<string, string> {
  return { segment, ...(language !== 'zh' && { language }), start: String(start), quote };
}
