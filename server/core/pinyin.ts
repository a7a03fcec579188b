// Letters, apart or with the mark of a tone or an umlaut; between words a space, and what else keeps syllables apart.
const WORDS = /^[a-zü]+(?:[ ’'-][a-zü]+)*$/;
const TONE = /[\u0300\u0301\u0304\u030c]/g;
const FINAL =
  'iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|ui|uo|ve|ue|[aeiouv]';
const ALONE = 'ang|eng|ai|an|ao|ei|en|er|ou|[aeo]';
const SYLLABLE = new RegExp(`^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:${FINAL})|${ALONE})$`);
const LONGEST = 6;

/** Whether `pinyin` is written as it is in dictionaries: syllables with tone marks, in words. */
export function isReadable(pinyin: string): boolean {
  const letters = pinyin.normalize('NFD').toLowerCase();
  const bare = letters.replace(TONE, '').normalize('NFC');
  return bare !== letters.normalize('NFC') && WORDS.test(bare);
}

/** Whether `pinyin` can be cut into as many syllables as `count`, none of which has two tones. */
export function syllablesPossible(pinyin: string, count: number): boolean {
  // How many syllables each place may have before it, from the left.
  const letters = [...pinyin.normalize('NFC').toLowerCase()];
  const counts: Set<number>[] = letters.map(() => new Set());
  counts.push(new Set());
  counts[0]?.add(0);
  for (const [at, before] of counts.entries()) {
    if (before.size === 0) continue;
    if (/[ ’'-]/.test(letters[at] ?? '')) for (const one of before) counts[at + 1]?.add(one);
    for (let end = at + 1; end <= Math.min(letters.length, at + LONGEST); end += 1)
      if (isSyllable(letters.slice(at, end).join(''))) for (const one of before) counts[end]?.add(one + 1);
  }
  return counts.at(-1)?.has(count) === true;
}

/** `shouhu jincheng`: pinyin as it is typed; `ü` is `v`. */
export function withoutTones(pinyin: string): string {
  return pinyin
    .normalize('NFD')
    .replace(/u\u0308/gi, 'v')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** All ways to cut letters without tones into syllables; none if they are no pinyin. */
export function syllableCuts(letters: string): string[][] {
  if (letters === '') return [[]];
  const cuts: string[][] = [];
  for (let end = 1; end <= Math.min(letters.length, LONGEST); end += 1) {
    const syllable = letters.slice(0, end);
    if (SYLLABLE.test(syllable))
      for (const rest of syllableCuts(letters.slice(end))) cuts.push([syllable, ...rest]);
  }
  return cuts;
}

function isSyllable(letters: string): boolean {
  const tones = letters.normalize('NFD').match(TONE)?.length ?? 0;
  return tones <= 1 && SYLLABLE.test(withoutTones(letters));
}
