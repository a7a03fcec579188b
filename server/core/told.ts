import type { Edtf } from './date.ts';
import { parseEdtf } from './date.ts';
import type { Document, DocumentSegment } from './document.ts';
import type { Event } from './event.ts';
import type { Figure } from './figure.ts';
import { figuresOfEnglish } from './figure-en.ts';
import { figuresOfChinese } from './figure-zh.ts';

/** The dates that a segment tells: those written in it with their year, and those of the claims that it makes. */
export type DatesTold = (document: Document, segment: DocumentSegment) => readonly Edtf[];

/** Made once for a library; a segment is read when it is asked for. */
export function datesTold(events: readonly Event[]): DatesTold {
  const claimed = new Map<string, Edtf[]>();
  for (const { document, segment, date } of events.flatMap(({ claims }) => claims)) {
    if (date === undefined) continue;
    const place = `${document}:${segment}`;
    claimed.set(place, [...(claimed.get(place) ?? []), date]);
  }
  return ({ id }, { id: segment, zh, en }) => [
    ...(claimed.get(`${id}:${segment}`) ?? []),
    ...[...figuresOfChinese(zh ?? ''), ...figuresOfEnglish(en ?? '')].flatMap(
      (figure) => edtfOf(figure) ?? [],
    ),
  ];
}

function edtfOf(figure: Figure): Edtf | undefined {
  if (figure.kind !== 'date' || figure.year === undefined) return undefined;
  const { year, month, day } = figure;
  const parts = [String(year).padStart(4, '0')];
  if (month !== undefined) parts.push(String(month).padStart(2, '0'));
  if (month !== undefined && day !== undefined) parts.push(String(day).padStart(2, '0'));
  return parseEdtf(parts.join('-'));
}
