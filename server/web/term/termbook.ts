import type { Library } from '../../core/document.ts';
import type { RenderingGroup } from '../../core/rendering.ts';
import { renderingGroupsOf } from '../../core/rendering.ts';
import type { Term, TermId } from '../../core/term.ts';
import { termNamer } from '../../core/term.ts';
import type { TermUse } from '../../core/term-use.ts';
import { termUsesIn } from '../../core/term-use.ts';

/** A term with all its places. */
export interface TermRecord {
  readonly term: Term;
  readonly uses: readonly TermUse[];
  readonly groups: readonly RenderingGroup[];
  readonly documents: number;
}

/** The terms of a library; where they stand is looked up when it is first asked for, as that reads all of it. */
export class Termbook {
  /** In the order of the termbase; of terms that share an id, the first. */
  readonly terms: ReadonlyMap<TermId, Term>;
  readonly #library: Library;
  #records: ReadonlyMap<TermId, TermRecord> | undefined;
  #namer: ((text: string) => Term[]) | undefined;

  constructor(library: Library) {
    this.#library = library;
    const terms = new Map<TermId, Term>();
    for (const term of library.terms) if (!terms.has(term.id)) terms.set(term.id, term);
    this.terms = terms;
  }

  /** Terms that go by `text`: in Chinese, in English, or in pinyin. */
  named(text: string): Term[] {
    this.#namer ??= termNamer([...this.terms.values()]);
    return this.#namer(text);
  }

  /** In the order of the termbase. */
  get records(): readonly TermRecord[] {
    return [...this.#recordsById().values()];
  }

  recordOf({ id }: Term): TermRecord {
    const record = this.#recordsById().get(id);
    if (record === undefined) throw new Error(`no term ${id}`);
    return record;
  }

  #recordsById(): ReadonlyMap<TermId, TermRecord> {
    if (this.#records !== undefined) return this.#records;
    const { documents, waivers } = this.#library;
    const found = termUsesIn({ documents, terms: [...this.terms.values()], waivers });
    this.#records = new Map(
      [...this.terms].map(([id, term]) => {
        const uses = found.get(id) ?? [];
        return [
          id,
          {
            term,
            uses,
            groups: renderingGroupsOf(uses),
            documents: new Set(uses.map(({ document }) => document)).size,
          },
        ];
      }),
    );
    return this.#records;
  }
}
