// `老人问道`, `某某回应说`, `她告诉《日报》记者`: who spoke, and in what way.
const SPEECH =
  /(?:说|說|问|問|道|答|称|稱|喊|叫|嚷|骂|写|表示|回应|认为|指出|补充|解释|感叹|感慨|强调|坦言|透露|介绍|提醒|呼吁|嘟囔|嘀咕|告诉[^，。！？]{1,12}|告訴[^，。！？]{1,12}|對[^，。！？]{1,8}說)[^“”「」。！？]{0,4}$/;
// How far the words after a quotation are read.
const REACH = 60;
// Behind these a quotation is what somebody says; directly behind a word it is a part of the sentence: `喊了一声“救命！”就跑`.
const BEFORE_SPEECH = /[\s，。！？；：、…—,.!?;:”」』’）)]/;
const OPENER: Partial<Record<string, string>> = { '”': '“', '」': '「', '』': '『', '’': '‘' };

/**
 * Whether the sentence `text.slice(start, end)`, which ends in a quotation, goes on behind it: with the words that say who
 * spoke (`“……？”他问。`), with a gesture between two halves of a speech (`“是我。”他抬起头，“你呢？”`), or because the
 * quotation is only a part of it. `at` is where its full stop stands.
 */
export function isQuotation(text: string, start: number, at: number, end: number): boolean {
  const closing = /[”」』"’]/.exec(text.slice(at, end))?.[0];
  if (closing === undefined) return false;
  const after = text.slice(end, end + REACH);
  if (/^(?:的|之类|等等|这[句样种个]|那句)/.test(after)) return true;
  if (isPartOfSentence(text, start, at, closing) && /^\p{Script=Han}/u.test(after)) return true;
  // A direct attribution: the first words, or all the words, up to the next stop.
  const clause = /^[^，。！？；：:“”「」]{1,28}/.exec(after)?.[0] ?? '';
  const stop = after[clause.length] ?? '';
  if (stop === '：' || stop === ':') return false;
  if (stop === '，' && /^[“「"]/.test(after.slice(clause.length + 1))) return true;
  // `问其名，曰：`: the words lead to the next speech, not back to this one.
  if (/^[^。！？“”「」]{0,40}[：:][“「"]/.test(after)) return false;
  if (!SPEECH.test(clause)) return false;
  // `“……。”他表示，……`: the words lead to what he said besides.
  return stop === '。' || (stop === '，' && (text[at] !== '。' || /道$/.test(clause)));
}

const CLOSER: Partial<Record<string, string>> = { '“': '”', '「': '」', '『': '』' };
// So short a speech is one breath; a quotation that is part of a sentence may be longer.
const BREATH = 12;
const PART = 60;

/** Where a quotation opens at `at` that is not to be cut within: the index of its last character. Else `at`. */
export function beforeEndOfQuotation(text: string, at: number): number {
  const closer = CLOSER[text[at] ?? ''];
  if (closer === undefined) return at;
  const length = text.slice(at, at + PART).indexOf(closer);
  if (length < 2) return at;
  const isPart = at > 0 && !BEFORE_SPEECH.test(text[at - 1] ?? '');
  return length <= BREATH || isPart ? at + length - 1 : at;
}

function isPartOfSentence(text: string, start: number, at: number, closing: string): boolean {
  if (text[at] === '。') return false;
  const opener = OPENER[closing];
  if (opener === undefined) return false;
  const from = Math.max(start, at - 200);
  const open = text.slice(from, at).lastIndexOf(opener);
  return open > 0 && !BEFORE_SPEECH.test(text[from + open - 1] ?? '');
}
