import { ENCODINGS } from '../../core/document.ts';
import { parseDocumentId } from '../../core/segment.ts';
import { readerAddress } from '../address.ts';
import { formToken } from '../import/guard.ts';
import type { Brought } from '../import/importer.ts';
import { refusalIn } from '../import/refusal.ts';
import { MOST_UPLOADED } from '../import/upload.ts';
import type { Locale } from '../locale.ts';

export interface ImportPage {
  /** False: the server only reads, and the page says how that is changed. */
  readonly isOpen: boolean;
  readonly token: string;
  /** `2 MB`. */
  readonly most: string;
  /** What was done, a finished sentence for each document, with where it is read; empty where nothing was. */
  readonly done: readonly {
    readonly text: string;
    readonly href: string;
    readonly id: string;
    /** How its translation was laid beside it; null where none came with it. */
    readonly aligned: string | null;
  }[];
  readonly remarks: readonly string[];
  /** Why nothing was; null where nothing was sent, or all went well. */
  readonly refused: { readonly text: string; readonly language: string } | null;
  /** Sent without a text. */
  readonly isEmpty: boolean;
  readonly title: string;
  readonly id: string;
  readonly encodings: readonly string[];
}

export interface Told {
  readonly isOpen: boolean;
  readonly isEmpty?: boolean;
  readonly brought?: Brought;
  readonly refused?: string;
  readonly title?: string;
  readonly id?: string;
}

export function importPage(
  { isOpen, isEmpty = false, brought, refused, title = '', id: asked = '' }: Told,
  locale: Locale,
): ImportPage {
  const { t, number } = locale;
  return {
    isOpen,
    token: formToken(),
    most: t('import.megabytes', { number: number(MOST_UPLOADED / 1_000_000) }),
    done: (brought?.documents ?? []).map(({ id, isNew, segments, kept, retired, aligned }) => ({
      id,
      aligned:
        aligned === undefined
          ? null
          : t('import.aligned', { rows: number(aligned.rows), doubtful: number(aligned.doubtful) }),
      href: readerAddress(parseDocumentId(id)),
      text: isNew
        ? t('import.done', { count: segments, number: number(segments) })
        : t('import.again', {
            count: segments,
            number: number(segments),
            kept: number(kept),
            retired: number(retired),
          }),
    })),
    remarks: brought?.remarks ?? [],
    refused: refused === undefined ? null : refusedIn(refused, locale),
    isEmpty,
    title,
    id: asked,
    encodings: ENCODINGS,
  };
}

function refusedIn(refusal: string, locale: Locale): NonNullable<ImportPage['refused']> {
  const text = refusalIn(refusal, locale);
  return text === undefined ? { text: refusal, language: 'en' } : { text, language: locale.language };
}
