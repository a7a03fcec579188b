import type { Conversion, Script } from '../core/script.ts';

/**
 * Chinese in other characters, decided by whole words (头发 is 頭髮, 发展 is 發展), as they are written in Taiwan and without its vocabulary (软件 is
 * 軟件). For traditional characters it takes a sixth of a second and 65 MB, so it is opened when somebody first asks. Where a
 * converted character has another length than its source, the source stays.
 */
export async function openConversion(to: Script): Promise<Conversion> {
  return to === 'hant' ? await toTraditional() : await toSimplified();
}

async function toTraditional(): Promise<Conversion> {
  const { Converter } = await import('opencc-js/cn2t');
  const convert = Converter({ from: 'cn', to: 'tw' });
  return (text) => aligned(text, convert(text));
}

async function toSimplified(): Promise<Conversion> {
  const { Converter } = await import('opencc-js/t2cn');
  const convert = Converter({ from: 'tw', to: 'cn' });
  return (text) => {
    const simplified = aligned(text, convert(text));
    return simplified.replaceAll('着', (simple, at: number) => (isWriting(text, at) ? '著' : simple));
  };
}

// 著 is to write (編著, 原著) and not the particle 着 where OpenCC's dictionary has no such word.
function isWriting(text: string, at: number): boolean {
  const [before = '', own, behind = ''] = [text[at - 1], text[at], text[at + 1]];
  return own === '著' && (/[編譯論專原遺拙]/.test(before) || /[述錄]/.test(behind));
}

// Phrases are exchanged for others of as many characters, so that the one at a place stands for the one at the same place.
function aligned(text: string, converted: string): string {
  const [own, other] = [[...text], [...converted]];
  if (own.length !== other.length) return text;
  return own
    .map((character, index) => {
      const counterpart = other[index] ?? '';
      return counterpart.length === character.length ? counterpart : character;
    })
    .join('');
}
