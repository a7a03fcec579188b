import type { Document, Library } from '../core/document.ts';
import { DomainError } from '../core/refusal.ts';
import type { DocumentId } from '../core/segment.ts';
import { parseDocumentId } from '../core/segment.ts';
import type { Survey } from '../core/survey.ts';
import type { Assets } from './assets.ts';
import type { Locales } from './locale.ts';
import type { PageStore } from './page-store.ts';

/** What every handler draws on. */
export interface House {
  readonly library: Library;
  readonly documents: ReadonlyMap<DocumentId, Document>;
  readonly assets: Assets;
  readonly locales: Locales;
  readonly survey: Survey;
  readonly store: PageStore;
}

/** @throws DomainError `not-found` if `id` is no document's. */
export function documentIn({ documents }: House, id: unknown): Document {
  const document = typeof id === 'string' ? documents.get(parseDocumentId(id)) : undefined;
  if (document === undefined) throw new DomainError('not-found', 'no such document');
  return document;
}
