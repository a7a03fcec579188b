const MARKS = ['', '\u0304', '\u0301', '\u030c', '\u0300', ''];
// Where a syllable has several vowels: a and e have the mark, then the o of ou, else the last one.
const CARRIER = /[ae]|o(?=u)|[aeiouüê](?![aeiouüê])|[mn](?=g?$)/i;

// There are some fifteen hundred; what is none is not kept.
const known = new Map<string, string>();

/** `zhong4` is `zhòng`, `lu:4` is `lǜ`, `r5` is `r`; what is no syllable with a tone stays as it is. */
export function marked(syllable: string): string {
  const before = known.get(syllable);
  if (before !== undefined) return before;
  const after = mark(syllable);
  if (after !== syllable) known.set(syllable, after);
  return after;
}

function mark(syllable: string): string {
  const [, letters, tone] = /^([a-zêü:]+)([1-5])$/i.exec(syllable) ?? [];
  if (letters === undefined) return syllable;
  const spelled = letters.replace(/u:|v/g, 'ü').replace(/U:|V/g, 'Ü');
  return spelled.replace(CARRIER, (vowel) => vowel + MARKS[Number(tone)]).normalize('NFC');
}

/** Syllables written as one word: `xī’ān`, `nǚ’ér`. */
export function spelled(syllables: readonly string[]): string {
  return syllables.reduce(
    (word, syllable) => (word !== '' && BEGINS_OPEN.test(syllable) ? `${word}’${syllable}` : word + syllable),
    '',
  );
}

const BEGINS_OPEN = /^[aeoāáǎàēéěèōóǒòê]/i;
// Longer words cannot be read without gaps.
const MOST = 4;

/** The pinyin of an entry of CC-CEDICT, `zhong4 liang4`, with tone marks: `zhòngliàng`. */
export function readable(numbered: string): string {
  const pieces = numbered.split(' ').map(marked);
  if (pieces.length === 1) return pieces[0] ?? '';
  const isPlain = pieces.length <= MOST && pieces.every((piece) => /^[\p{L}\p{M}]+$/u.test(piece));
  // A letter of the Latin alphabet that stands for itself: `T xù`.
  if (isPlain && !pieces.some((piece) => /^[A-Z]+$/.test(piece))) return spelled(pieces);
  return pieces.join(' ').replace(/ ,/g, ',');
}

/** What two spellings of one reading have in common. */
export function soundOf(pinyin: string): string {
  return pinyin.toLowerCase().replace(/[^\p{L}\p{M}\d]/gu, '');
}

/** Pinyin in brackets with tone marks: `騁|骋[cheng3]` is `騁|骋[chěng]`. */
export function withMarks(sense: string): string {
  if (!sense.includes('[')) return sense;
  return sense.replace(
    /\[([a-zA-Z:]+[1-5](?: [a-zA-Z:]+[1-5]?| [,·])*)\]/g,
    (_, numbered) => `[${readable(numbered)}]`,
  );
}
