import type { DocumentSegment } from '../../core/document.ts';
import type { PlacedWord, SegmentWords } from '../word/wordbook.ts';
import type { RubyWord } from './stretch.ts';

/** The words of each segment with what is read over and beneath them; none of code, and of what holds no Han character. */
export function rubyWords(words: readonly SegmentWords[]): (segment: DocumentSegment) => readonly RubyWord[] {
  const bySegment = new Map(words.map((own) => [own.segment, own.words.flatMap(rubyOf)]));
  return (segment) => bySegment.get(segment) ?? [];
}

function rubyOf({ text, start, end, pinyin, here }: PlacedWord): RubyWord[] {
  if (pinyin === null) return [];
  return [{ over: { text, pinyin, sense: here?.en ?? null }, span: { start, end } }];
}
