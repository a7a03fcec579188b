import { parseDocumentId, parseSegmentId } from '../../server/core/segment.ts';
import type { Term, Waiver } from '../../server/core/term.ts';
import { parseTermId } from '../../server/core/term.ts';

type Rest = Partial<Omit<Term, 'id' | 'zh' | 'en'>>;

/** A term; its pinyin, where it does not matter, is that of one syllable. */
export function term(id: string, zh: string, en: string, rest: Rest = {}): Term {
  return {
    variants: [],
    pinyin: 'dēng',
    admitted: [],
    forbidden: [],
    note: { zh: '说明。', en: 'A note.' },
    domain: 'systems',
    source: 'texts',
    ...rest,
    id: parseTermId(id),
    zh,
    en,
  };
}

/** A waiver of `term` at `document:segment`. */
export function waiver(id: string, place: string): Waiver {
  const [document = '', segment = ''] = place.split(':');
  return {
    term: parseTermId(id),
    document: parseDocumentId(document),
    segment: parseSegmentId(segment),
    reason: { zh: '有理由。', en: 'For a reason.' },
  };
}
