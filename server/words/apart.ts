// Words that only count, point or qualify. What stands behind one is a word of its own, unless a dictionary has both as one (一个, 不同).
const FUNCTION_WORDS = '一二两三四五六七八九十几半每各某这那哪很就还只也再更最未已却而越先不没我你您他她它';
// A flag for each unit: it is asked of every word.
const begins = new Uint8Array(0x10000);
for (const unit of FUNCTION_WORDS) begins[unit.charCodeAt(0)] = 1;
// Words that say where: what stands before one is a word of its own, under the same condition (河|上, 船|里).
const PLACES = '上下里内外中';
const ends = new Uint8Array(0x10000);
for (const unit of PLACES) ends[unit.charCodeAt(0)] = 1;
const NUMERAL = /[一二两三四五六七八九十百千万亿零〇几半多]/u;

/**
 * Where a word of two characters is two words, although a segmenter took them together: behind a function word, or before one that says where, if no
 * dictionary has both as one: 一|台, 很|长, 河|上. Undefined where it is one.
 */
export function functionWordIn(word: string, isKnown: (word: string) => boolean): number | undefined {
  if (word.length !== 2 || (begins[word.charCodeAt(0)] === 0 && ends[word.charCodeAt(1)] === 0))
    return undefined;
  const second = word.charAt(1);
  if (NUMERAL.test(second) || isKnown(word)) return undefined;
  return /\p{Script=Han}/u.test(second) ? 1 : undefined;
}
