import { NO_ALIGNMENT } from '../../core/alignment.ts';
import type { Document } from '../../core/document.ts';
import type { Place } from '../../core/facing.ts';
import { isOpen, placesOf, seenAt } from '../../core/facing.ts';
import type { Cutters } from '../../core/parting.ts';
import { readerAddress } from '../address.ts';
import type { Shown } from '../alignment/address.ts';
import { alignmentAddress } from '../alignment/address.ts';
import type { PlaceSetting, PlaceView } from '../alignment/place.ts';
import { placeView } from '../alignment/place.ts';
import type { Title } from '../facts.ts';
import { titleOf } from '../facts.ts';
import { formToken } from '../import/guard.ts';
import type { KeyEntry } from '../keys.ts';
import { listIn } from '../list.ts';
import type { Locale } from '../locale.ts';
import { numbersOf } from '../reading/apparatus.ts';
import { asWritten } from '../reading/written.ts';

export interface AlignmentPage {
  readonly title: Title;
  /** Of the Chinese. */
  readonly lang: string;
  readonly readerHref: string;
  /** Where its forms are sent. */
  readonly action: string;
  readonly hasAlignment: boolean;
  /** `412 rows; 17 doubtful rows to look at.`, finished. */
  readonly lead: string;
  /** The first place to look at; null where there is none. */
  readonly firstHref: string | null;
  readonly shows: readonly { readonly href: string; readonly label: string; readonly isCurrent: boolean }[];
  /** `isBehindGap`: rows before it are left out. */
  readonly rows: readonly (PlaceView & { readonly isBehindGap: boolean })[];
  /** Null where the alignment is only read. */
  readonly desk: {
    readonly token: string;
    readonly onlyDoubtful: boolean;
    /** What undoes the last change; null where there is none. */
    readonly undo: string | null;
    readonly keys: readonly KeyEntry[];
  } | null;
  /** Why something was not done, in English; null where all went well. */
  readonly refused: { readonly why: string; readonly href: string | null } | null;
}

export interface AlignmentSetting {
  readonly document: Document;
  readonly sentences: Cutters;
  readonly shown: Shown;
  /** Undefined where the alignment is only read. */
  readonly desk:
    | { readonly digestOf: (text: string) => string; readonly lastStep: string | undefined }
    | undefined;
  readonly refused?: string;
  /** The key of what was to be changed. */
  readonly place?: string | undefined;
}

export function alignmentPage(
  { document, sentences, shown, desk, refused, place: asked }: AlignmentSetting,
  locale: Locale,
): AlignmentPage {
  const { id, alignment } = document;
  const { t } = locale;
  const places = alignment === undefined ? [] : placesOf({ ...document, alignment });
  const open = places.flatMap((place, at) => (isOpen(place) ? [at] : []));
  const indices = places.map((_, at) => at);
  const isShown = (at: number): boolean =>
    shown.onlyDoubtful !== true ||
    [at - 1, at, at + 1].some((near) => isOpenAt(places, near)) ||
    places[at]?.key === shown.split;
  const listed = indices.filter(isShown);
  const setting: PlaceSetting = {
    document,
    places,
    open,
    sentences,
    numbers: numbersOf(document.segments),
    seen: desk && ((at) => seenAt(places, at, desk.digestOf)),
    shown,
    locale,
  };
  return {
    title: titleOf(document),
    lang: asWritten(document.language).lang,
    readerHref: readerAddress(id),
    action: alignmentAddress(id),
    hasAlignment: alignment !== undefined,
    lead: leadOf(places, locale),
    firstHref: open[0] === undefined ? null : `#${places[open[0]]?.key}`,
    shows: [false, true].map((onlyDoubtful) => ({
      href: alignmentAddress(id, { onlyDoubtful }),
      label: onlyDoubtful ? t('alignment.show-doubtful') : t('alignment.show-all'),
      isCurrent: onlyDoubtful === (shown.onlyDoubtful === true),
    })),
    rows: listed.map((at, index) => ({
      ...placeView(at, setting),
      isBehindGap: index > 0 && listed[index - 1] !== at - 1,
    })),
    desk:
      desk === undefined
        ? null
        : {
            token: formToken(),
            onlyDoubtful: shown.onlyDoubtful === true,
            undo: desk.lastStep === undefined ? null : `undo ${desk.lastStep}`,
            keys: keysOn(locale),
          },
    refused:
      refused === undefined
        ? null
        : { why: refused, href: places.some(({ key }) => key === asked) ? `#${asked}` : null },
  };
}

/** The key of the first place behind `key` that somebody should look at, or failing that of the first of all. */
export function nextOpen(document: Document, key: string): string | undefined {
  const places = placesOf({ ...document, alignment: document.alignment ?? NO_ALIGNMENT });
  const at = places.findIndex((place) => place.key === key);
  const others = [...places.slice(at + 1), ...places.slice(0, Math.max(0, at))];
  return others.find(isOpen)?.key;
}

function isOpenAt(places: readonly Place[], at: number): boolean {
  const place = places[at];
  return place !== undefined && isOpen(place);
}

function leadOf(places: readonly Place[], { t, number, language }: Locale): string {
  const rows = places.filter(({ kind }) => kind === 'row').length;
  const loose = places.length - rows;
  const doubtful = places.filter(isOpen).length - loose;
  const open = [
    ...(doubtful === 0 ? [] : [t('alignment.doubtful-rows', { count: doubtful, number: number(doubtful) })]),
    ...(loose === 0 ? [] : [t('alignment.loose-places', { count: loose, number: number(loose) })]),
  ];
  const all = t('alignment.rows', { count: rows, number: number(rows) });
  return open.length === 0
    ? t('alignment.lead-clear', { rows: all })
    : t('alignment.lead', { rows: all, open: listIn(open, language) });
}

function keysOn({ t }: Locale): KeyEntry[] {
  return [
    { keys: ['j', 'k'], does: t('alignment.keys.walk') },
    { keys: ['[', 'Alt+↑'], does: t('alignment.keys.up') },
    { keys: [']', 'Alt+↓'], does: t('alignment.keys.down') },
    { keys: ['m'], does: t('alignment.keys.join') },
    { keys: ['s'], does: t('alignment.keys.split') },
    { keys: ['y', 'Enter'], does: t('alignment.keys.confirm') },
    { keys: ['u'], does: t('alignment.keys.undo') },
  ];
}
