import type { EntityId, Form, Rule } from './entity.ts';
import type { Candidate, Gazetteer } from './gazetteer.ts';
import type { Ambiguity, Mention } from './mention.ts';
import { beginsWord, endsWord } from './name.ts';
import type { Span } from './span.ts';
import { overlapWith } from './span.ts';

/** A text to be linked; names within `closed` (code, addresses) are none. */
export interface Linkable {
  readonly text: string;
  readonly closed: readonly Span[];
}

/** What stands in one text, in order and without overlap. */
export interface Linked {
  readonly mentions: readonly Mention[];
  readonly ambiguities: readonly Ambiguity[];
}

/**
 * The mentions in the texts of one document. Of names that overlap the longer wins, then the earlier; a name that several entities share is
 * decided by their rules, which look at the whole document and at what stands beside the name; where they decide nothing it names nobody. Entities in `ignored` are not
 * looked for.
 *
 *     text      在 北 京 大 学
 *     names       [北 京]
 *                 [北 京 大 学]
 *     mentions    [北 京 大 学]
 */
export function link(
  texts: readonly Linkable[],
  gazetteer: Gazetteer,
  ignored: ReadonlySet<EntityId> = new Set(),
): Linked[] {
  const found = texts.map(({ text, closed }) =>
    outside(addressesIn(text), gazetteer.candidatesIn(text, closed)).flatMap(
      (candidate) => withoutIgnored(candidate, ignored) ?? [],
    ),
  );
  const named = plainlyNamed(found);
  return texts.map(({ text }, index) => linkedOf(text, found[index] ?? [], named));
}

// Nothing within an address is a name; a whole one may be: `Socket.IO`.
function outside(addresses: readonly Span[], candidates: readonly Candidate[]): readonly Candidate[] {
  if (addresses.length === 0) return candidates;
  const isInside = overlapWith(addresses);
  const endOf = new Map(addresses.map(({ start, end }) => [start, end]));
  return candidates.filter(({ start, end }) => endOf.get(start) === end || !isInside(start, end));
}

function withoutIgnored(candidate: Candidate, ignored: ReadonlySet<EntityId>): Candidate | undefined {
  if (ignored.size === 0 || candidate.forms.length === 0) return candidate;
  const forms = candidate.forms.filter(({ entity }) => !ignored.has(entity));
  return forms.length === 0 ? undefined : { ...candidate, forms };
}

// Entities that the document names in a way that can mean nobody else: what rules look at.
function plainlyNamed(found: readonly (readonly Candidate[])[]): Set<EntityId> {
  const named = new Set<EntityId>();
  for (const candidates of found) {
    for (const { forms } of apart(candidates)) {
      const entities = new Set(forms.map(({ entity }) => entity));
      const [form] = forms;
      if (form !== undefined && entities.size === 1 && forms.some(({ when }) => when === undefined))
        named.add(form.entity);
    }
  }
  return named;
}

function linkedOf(text: string, candidates: readonly Candidate[], named: ReadonlySet<EntityId>): Linked {
  const decided = candidates.flatMap((candidate) => {
    const entities = entitiesOf(candidate, text, named);
    return entities === undefined ? [] : [{ ...candidate, entities }];
  });
  const mentions: Mention[] = [];
  const ambiguities: Ambiguity[] = [];
  for (const { start, end, entities } of apart(decided)) {
    const [entity, another] = entities;
    const quote = text.slice(start, end);
    if (another !== undefined) ambiguities.push({ start, end, quote, entities });
    else if (entity !== undefined) mentions.push({ start, end, quote, entity });
  }
  return { mentions, ambiguities };
}

/** Who is meant: nobody where a longer word says so; undefined where no rule holds, so that a shorter name may stand there. */
function entitiesOf(
  { start, end, forms }: Candidate,
  text: string,
  named: ReadonlySet<EntityId>,
): EntityId[] | undefined {
  if (forms.length === 0) return [];
  const holding = forms.filter(({ when }) => when !== undefined && holds(when, text, { start, end }, named));
  const meant = holding.length > 0 ? holding : forms.filter(({ when }) => when === undefined);
  const entities = idsOf(meant);
  return entities.length > 0 ? entities : undefined;
}

function idsOf(forms: readonly Form[]): EntityId[] {
  return [...new Set(forms.map(({ entity }) => entity))];
}

/** Whether `rule` lets what stands at the span of `text` be what it looks like; `named` are the entities that the document names. */
export function holds(rule: Rule, text: string, { start, end }: Span, named: ReadonlySet<EntityId>): boolean {
  if (rule.with !== undefined && !rule.with.some((entity) => named.has(entity))) return false;
  const [ahead, behind] = [text.slice(0, start).trimEnd(), text.slice(end).trimStart()];
  if (rule.after !== undefined && !rule.after.some((words) => endsWith(ahead, words.trim()))) return false;
  return rule.before === undefined || rule.before.some((words) => beginsWith(behind, words.trim()));
}

// `nearby` does not end with the word `by`.
function endsWith(text: string, words: string): boolean {
  return text.endsWith(words) && beginsWord(text, text.length - words.length);
}

function beginsWith(text: string, words: string): boolean {
  return text.startsWith(words) && endsWord(text, words.length);
}

/** Those of `spans` that overlap no longer one, nor an earlier one of their length; in order. */
export function apart<Item extends Span>(spans: readonly Item[]): Item[] {
  // Those that overlap one another form a stretch, which is decided on its own.
  return stretchesOf(spans).flatMap((stretch) => (stretch.length === 1 ? stretch : longestOf(stretch)));
}

function longestOf<Item extends Span>(stretch: readonly Item[]): Item[] {
  const origin = stretch[0]?.start ?? 0;
  const taken = new Uint8Array(stretch.reduce((far, { end }) => Math.max(far, end), 0) - origin);
  return stretch
    .toSorted((a, b) => lengthOf(b) - lengthOf(a) || a.start - b.start)
    .filter(({ start, end }) => {
      // What is taken is no shorter, so whatever overlaps it has an end in it.
      if (taken[start - origin] === 1 || taken[end - 1 - origin] === 1) return false;
      taken.fill(1, start - origin, end - origin);
      return true;
    })
    .sort((a, b) => a.start - b.start);
}

function stretchesOf<Item extends Span>(spans: readonly Item[]): Item[][] {
  const stretches: Item[][] = [];
  let end = -1;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start >= end) stretches.push([]);
    stretches.at(-1)?.push(span);
    end = Math.max(end, span.end);
  }
  return stretches;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

const TOP_LEVEL = 'com|org|net|io|cn|dev|edu|gov|info|co|me|ai|app|tv|tw|hk|jp|uk|de|eu|us';
// Addresses of the web and of mailboxes; one without a scheme needs a known end. Every part has a longest length, or a megabyte of
// letters without a space would be read once for each of them.
const ADDRESS = new RegExp(
  [
    String.raw`(?<![a-z])[a-z]{2,20}:\/\/[!#-;=?-~]+`,
    String.raw`(?<![a-z])www\.[!#-;=?-~]+`,
    String.raw`(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,63}`,
    String.raw`(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,8}(?:${TOP_LEVEL})(?![.-]*[a-z0-9])(?:\/[!#-;=?-~]*)?`,
  ].join('|'),
  'gi',
);

/** Where `text` has addresses, in order. */
export function addressesIn(text: string): Span[] {
  if (!/[.:@]/.test(text)) return [];
  return [...text.matchAll(ADDRESS)].map(({ 0: address, index }) => ({
    start: index,
    end: index + address.length,
  }));
}
