import { syllableCuts } from './pinyin.ts';

interface Node {
  readonly next: Map<string, Node>;
  readonly names: string[];
}

const LONGEST_NAME = 24;

/** English names that may be pinyin, to be found in Chinese by how its characters are read: `qingyang` in 清扬. */
export class NameTrie {
  readonly #root: Node = { next: new Map(), names: [] };

  constructor(names: Iterable<string>) {
    for (const name of names) {
      if (name.length > LONGEST_NAME || !/^[a-z]{2,}$/.test(name)) continue;
      for (const cut of syllableCuts(name)) this.#add(cut, name);
    }
  }

  #add(cut: readonly string[], name: string): void {
    let node = this.#root;
    for (const syllable of cut) {
      let next = node.next.get(syllable);
      if (next === undefined) {
        next = { next: new Map(), names: [] };
        node.next.set(syllable, next);
      }
      node = next;
    }
    node.names.push(name);
  }

  /** Calls `take` with each name that begins at `start`, and how many characters it is. */
  findAt(
    characters: readonly string[],
    start: number,
    syllablesOf: (character: string) => readonly string[],
    take: (name: string, length: number) => void,
  ): void {
    let nodes = [this.#root];
    for (let at = start; at < characters.length && nodes.length > 0; at += 1) {
      const syllables = syllablesOf(characters[at] ?? '');
      nodes = nodes.flatMap((node) => syllables.flatMap((syllable) => node.next.get(syllable) ?? []));
      for (const node of nodes) for (const name of node.names) take(name, at + 1 - start);
    }
  }
}
