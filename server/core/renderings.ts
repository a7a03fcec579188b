/** What is known of the words of two languages; a dictionary, told in the roots of English words. */
export interface Renderings {
  /** How many characters the longest word has that begins at `start`; 0 for none. */
  readonly longestAt: (text: string, start: number) => number;
  readonly isWord: (text: string) => boolean;
  /** English roots that may stand for a Chinese word, each with its share of all. */
  readonly rootsOf: (word: string) => ReadonlyMap<string, number>;
  /** How a character may be read, without tones. */
  readonly syllablesOf: (character: string) => readonly string[];
}
