/** How many ways to cut a word into syllables are tried: `xian` is `xian` or `xi an`. */
const MOST = 6;
const LONGEST = 6;

/**
 * The readings that somebody may have typed: `rongqi`, `rong qi`, `róngqì`, `rong2qi4`; each a list of syllables of `known`. None if the letters are
 * no pinyin.
 */
export function syllablesIn(typed: string, known: ReadonlySet<string>): string[][] {
  const letters = bare(typed)
    .replace(/([a-z])[1-5]/g, '$1')
    .trim();
  if (!/^[a-z]+(?:[ '’-]+[a-z]+)*$/.test(letters) || letters.length > 60) return [];
  const found: string[][] = [];
  cut(letters.split(/[ '’-]+/), [], known, found, new Set());
  return found;
}

/** Whether `word` may be the beginning of something read out. */
export function beginsSyllable(word: string, known: ReadonlySet<string>): boolean {
  const letters = bare(word);
  if (!/^[a-z]+[1-5]?$/.test(letters)) return false;
  for (let length = 1; length <= LONGEST; length += 1) if (known.has(letters.slice(0, length))) return true;
  return false;
}

function bare(typed: string): string {
  return (
    typed
      .toLowerCase()
      .replace(/ü|u:/g, 'v')
      .normalize('NFD')
      // ǚ comes apart into u, two dots and a tone.
      .replace(/u\u0308/g, 'v')
      .replace(/[\u0300-\u036f]/g, '')
  );
}

/**
 * The longest syllables first, so that `fangan` is tried as `fang an` before `fan gan`. `dead` are the ends that cannot be cut: without it, time would double
 * with every `an` of `ananananx`.
 */
function cut(
  parts: readonly string[],
  done: readonly string[],
  known: ReadonlySet<string>,
  found: string[][],
  dead: Set<string>,
): void {
  const [part, ...rest] = parts;
  if (part === undefined) {
    if (done.length > 0) found.push([...done]);
    return;
  }
  const end = `${rest.length} ${part.length}`;
  const before = found.length;
  for (let length = Math.min(LONGEST, part.length); length > 0; length -= 1) {
    if (found.length >= MOST || dead.has(end)) return;
    const syllable = part.slice(0, length);
    if (!known.has(syllable)) continue;
    const left = part.slice(length);
    cut(left === '' ? rest : [left, ...rest], [...done, syllable], known, found, dead);
  }
  if (found.length === before) dead.add(end);
}
