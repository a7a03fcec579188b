import type { Document, DocumentSegment, Library } from '../core/document.ts';
import type { Entity } from '../core/entity.ts';
import { parseEntityId } from '../core/entity.ts';
import type { Cutters } from '../core/parting.ts';
import { DomainError } from '../core/refusal.ts';
import type { Conversion, Script } from '../core/script.ts';
import type { Search } from '../core/search.ts';
import type { DocumentId } from '../core/segment.ts';
import { parseDocumentId } from '../core/segment.ts';
import type { Survey } from '../core/survey.ts';
import type { Term } from '../core/term.ts';
import { parseTermId } from '../core/term.ts';
import type { Lexicon } from '../core/word.ts';
import type { Realigner } from './alignment/realigner.ts';
import type { Assets } from './assets.ts';
import type { History } from './history.ts';
import type { Importer } from './import/importer.ts';
import type { Locales } from './locale.ts';
import type { PageStore } from './page-store.ts';
import type { Termbook } from './term/termbook.ts';
import type { Wordbook } from './word/wordbook.ts';

/** What every handler draws on. */
export interface House {
  readonly library: Library;
  readonly documents: ReadonlyMap<DocumentId, Document>;
  readonly assets: Assets;
  readonly locales: Locales;
  readonly survey: Survey;
  readonly history: History;
  readonly termbook: Termbook;
  readonly search: Promise<Search>;
  /** What is known of words; made when it is first asked for. */
  readonly lexicon: () => Promise<Lexicon>;
  /** The words of the library's texts; made when they are first asked for. */
  readonly wordbook: () => Promise<Wordbook>;
  /** Chinese in other characters; made when it is first asked for. */
  readonly conversion: (to: Script) => Promise<Conversion>;
  readonly sentences: Cutters;
  readonly store: PageStore;
  /** Undefined where the library is only read. */
  readonly workshop: Workshop | undefined;
}

/** Where the library may be written. */
export interface Workshop {
  /** Where the server listens. */
  readonly host: string;
  readonly bringIn: Importer;
  readonly realigner: Realigner;
}

/** @throws DomainError `not-found` if `id` is no document's. */
export function documentIn({ documents }: House, id: unknown): Document {
  const document = typeof id === 'string' ? documents.get(parseDocumentId(id)) : undefined;
  if (document === undefined) throw new DomainError('not-found', 'no such document');
  return document;
}

/** @throws DomainError `not-found` if `document` has no segment `id`. */
export function segmentIn({ segments }: Document, id: string): DocumentSegment {
  const segment = segments.find((one) => one.id === id);
  if (segment === undefined) throw new DomainError('not-found', 'no such segment');
  return segment;
}

/** @throws DomainError `not-found` if `id` is no entity's. */
export function entityIn({ library }: House, id: unknown): Entity {
  const entity = typeof id === 'string' ? library.authority.entities.get(parseEntityId(id)) : undefined;
  if (entity === undefined) throw new DomainError('not-found', 'no such entity');
  return entity;
}

/** @throws DomainError `not-found` if `id` is no term's. */
export function termIn({ termbook }: House, id: string): Term {
  const term = termbook.terms.get(parseTermId(id));
  if (term === undefined) throw new DomainError('not-found', 'no such term');
  return term;
}
