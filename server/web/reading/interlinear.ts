import type { Document, DocumentSegment } from '../../core/document.ts';
import { senseIn } from '../../core/sense-choice.ts';
import type { GlossedWord, Lexicon } from '../../core/word.ts';
import type { RubyWord } from './stretch.ts';

/** The words of a segment with what is read over and beneath them; none for code, and for what holds no Han character. */
export function rubyWordsOf(
  { zh, en, kind, debris }: DocumentSegment,
  { id }: Document,
  lexicon: Lexicon,
): RubyWord[] {
  if (zh === null || kind === 'code' || debris) return [];
  return lexicon.gloss(zh, { document: id }).flatMap((word) => rubyOf(word, en));
}

function rubyOf(word: GlossedWord, gloss: string | null): RubyWord[] {
  const { text, start, end, pinyin } = word;
  if (pinyin === null) return [];
  const sense = senseIn(word, gloss)?.en ?? null;
  return [{ over: { text, pinyin, sense }, span: { start, end } }];
}
