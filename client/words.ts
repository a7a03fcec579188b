import { rangeOf } from './chinese.ts';

/** A word of a row's Chinese, as the server tells it. Offsets are in UTF-16 units of the segment's text. */
export interface Word {
  readonly row: HTMLElement;
  readonly start: number;
  readonly end: number;
  /** What is known of it: not to be changed, but copied. */
  readonly told: HTMLElement;
}

const known = new Map<string, Promise<readonly HTMLElement[]>>();

/** The words of a row, in order; `source` is where the words of the document are told. What failed is asked for again. */
export async function wordsOf(row: HTMLElement, source: string): Promise<readonly Word[]> {
  const told = await toldAt(`${source}&segment=${row.id}`);
  return told
    .flatMap((one) =>
      (one.dataset.at ?? '').split(' ').map((span) => {
        const [start = 0, end = 0] = span.split('-').map(Number);
        return { row, start, end, told: one };
      }),
    )
    .sort((a, b) => a.start - b.start);
}

/** What is known of a text: of it as one word where it is one, otherwise of each of its words. */
export function wordsIn(text: string, source: string): Promise<readonly HTMLElement[]> {
  const address = new URL(source, location.href);
  address.search = new URLSearchParams({ text }).toString();
  return toldAt(address.href);
}

export function wordRange({ row, start, end }: Word): Range {
  return rangeOf(row, start, end);
}

function toldAt(address: string): Promise<readonly HTMLElement[]> {
  const told = known.get(address) ?? fetchTold(address);
  known.set(address, told);
  told.catch(() => known.delete(address));
  return told;
}

async function fetchTold(address: string): Promise<readonly HTMLElement[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return [...page.querySelectorAll<HTMLElement>('.word')].map((one) => document.adoptNode(one));
}
