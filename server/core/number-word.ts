const SMALL = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS: Readonly<Record<string, string>> = {
  first: 'one',
  second: 'two',
  third: 'three',
  fifth: 'five',
  eighth: 'eight',
  ninth: 'nine',
  twelfth: 'twelve',
};
const SCALES: Readonly<Record<string, number>> = {
  ...{ dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
  ...{ k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9, tn: 1e12 },
};
const OTHERS: Readonly<Record<string, number>> = {
  ...{
    once: 1,
    twice: 2,
    both: 2,
    double: 2,
    pair: 2,
    couple: 2,
    thrice: 3,
    triple: 3,
    decade: 10,
    fortnight: 14,
  },
};

/** Patterns of English numbers in words: below a hundred, what multiplies them, and what counts in an order. */
export const WORD = `(?:(?:${TENS.join('|')})-(?:${SMALL.slice(1, 10).join('|')})|${[...SMALL, ...TENS].join('|')})`;
export const ONES = SMALL.slice(1, 10).join('|');
export const SCALE = 'hundred|thousand|million|billion|trillion';
const TEENTHS = '(?:four|six|seven|ten|eleven|(?:thir|four|fif|six|seven|eigh|nine)teen)th';
const LAST = `${Object.keys(ORDINALS).join('|')}|${TEENTHS}`;
export const ORDINAL = `(?:(?:${TENS.join('|')})-(?:${LAST})|${LAST}|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth)`;
export const OTHER = Object.keys(OTHERS).join('|');

/** `million`, `bn`, `hundred million`: how many times; 1 for no word. */
export function factorOf(scale: string): number {
  return scale
    .toLowerCase()
    .split(' ')
    .reduce((product, word) => product * (SCALES[word] ?? 1), 1);
}

/** What English words count: `twenty-nine`, `two and a half million`, `half a million`, `two dozen`, `twenty-first`, `twice`. */
export function valueOfWords(words: string): number {
  let [total, current] = [0, 0];
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const scale = SCALES[word];
    if (scale === undefined) current += word === 'half' ? 0.5 : (valueOfWord(word) ?? 0);
    else if (scale <= 100) current = (current || 1) * scale;
    else [total, current] = [total + (current || 1) * scale, 0];
  }
  return total + current;
}

function valueOfWord(word: string): number | undefined {
  const cardinal = ORDINALS[word] ?? word.replace(/tieth$/, 'ty').replace(/th$/, '');
  const [small, tens] = [SMALL.indexOf(cardinal), TENS.indexOf(cardinal)];
  return small !== -1 ? small : tens !== -1 ? (tens + 2) * 10 : OTHERS[word];
}
