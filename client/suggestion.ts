/** Something that may be meant by what is typed so far. */
export interface Suggestion {
  readonly text: string;
  readonly href: string;
  /** `document`, or the type of an entity. */
  readonly kind: string;
}

interface Item {
  readonly kind: string;
  readonly text: string;
  readonly type?: string;
  readonly href: string;
}

const MOST = 8;
const LONGEST = 200;

/** What may be meant by `typed`; nothing where the server cannot say. @throws an `AbortError` when `signal` says so. */
export async function fetchSuggestions(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
  if (typed === '' || typed.length > LONGEST) return [];
  const response = await fetch(`/api/v1/suggest?${new URLSearchParams({ q: typed, limit: String(MOST) })}`, {
    signal,
  });
  if (!response.ok) return [];
  const { items } = (await response.json()) as { items: readonly Item[] };
  return items.map(({ text, href, kind, type }) => ({ text, href, kind: type ?? kind }));
}
