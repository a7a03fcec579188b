import { describe, expect, it } from 'vitest';
import { chance, pick } from '../../bench/chance.ts';
import { formsOf } from '../../server/core/entity.ts';
import type { SearchHit } from '../../server/core/search.ts';
import { apart } from '../../server/search/highlight.ts';
import { hanRuns } from '../../server/search/token.ts';
import { simplifications } from '../../server/words/script.ts';
import { searchInCorpus } from './corpus.ts';
import { ask, bracketed } from './search-in.ts';

const { library, search, index } = await searchInCorpus();
const { traditional, simplified } = simplifications();

// The first of the traditional characters that one simplified stands for.
const toTraditional = new Map(
  [...simplified].toReversed().map((one, at) => [one, [...traditional].toReversed()[at] ?? one]),
);
const inTraditional = (text: string): string =>
  [...text].map((one) => toTraditional.get(one) ?? one).join('');

interface Stretch {
  readonly place: string;
  readonly text: string;
}

/** Every run of Han characters of every segment. */
const runs = index.units.flatMap(({ document, segment }) =>
  hanRuns(segment.zh ?? '').map(({ characters }) => ({ place: `${document.id}:${segment.id}`, characters })),
);

/** Every place of every pair of characters. */
const pairs = Map.groupBy(
  runs.flatMap(({ place, characters }) =>
    characters.slice(1).map((character, at): Stretch => ({ place, text: `${characters[at]}${character}` })),
  ),
  ({ text }) => text,
);

function hitsFor(text: string): Map<string, SearchHit> {
  return new Map(ask(search, text).hits.map((hit) => [`${hit.document}:${hit.segment}`, hit]));
}

/** Where `text` stands in a segment, in brackets. */
function standing(text: string, place: string): string {
  const zh = zhOf.get(place) ?? '';
  const spans = [...zh].flatMap((_, at) =>
    zh.startsWith(text, at) ? [{ start: at, end: at + text.length }] : [],
  );
  return bracketed(zh, apart(spans));
}
const zhOf = new Map(
  index.units.map(({ document, segment }) => [`${document.id}:${segment.id}`, segment.zh ?? '']),
);

/** What is amiss with a query for what stands somewhere. */
function amiss({ text, place }: Stretch, asked: string): string[] {
  const hit = hitsFor(asked).get(place);
  if (hit === undefined) return [`${asked} is not found in ${place}`];
  // Of a name, all that is named is marked, too.
  if (index.gazetteer.formsNamed(text).length > 0) return [];
  const [marked, stands] = [bracketed(zhOf.get(place) ?? '', hit.zh), standing(text, place)];
  return marked === stands ? [] : [`${asked} is marked ${marked}`];
}

describe('any two characters that stand together', () => {
  it('are found in every place, and marked where they stand', { timeout: 60_000 }, () => {
    expect(pairs.size).toBeGreaterThan(1000);
    const wrong = [...pairs].flatMap(([text, places]) => {
      const hits = hitsFor(text);
      const isName = index.gazetteer.formsNamed(text).length > 0;
      return places.filter(({ place }) => {
        const hit = hits.get(place);
        if (hit === undefined) return true;
        return !isName && bracketed(zhOf.get(place) ?? '', hit.zh) !== standing(text, place);
      });
    });
    expect(wrong).toEqual([]);
  });

  it('are found in traditional characters', { timeout: 60_000 }, () => {
    const random = chance(3);
    const some = Array.from({ length: 400 }, () => pick([...pairs.values()].flat(), random));
    const changed = some.filter(({ text }) => inTraditional(text) !== text);
    expect(changed.length).toBeGreaterThan(100);
    expect(changed.flatMap((one) => amiss(one, inTraditional(one.text)))).toEqual([]);
  });
});

describe('a longer string', () => {
  it('is found wherever it stands, in either script', { timeout: 60_000 }, () => {
    const random = chance(7);
    const long = runs.filter(({ characters }) => characters.length > 2);
    const strings = Array.from({ length: 1500 }, (): Stretch => {
      const { place, characters } = pick(long, random);
      const length = 3 + Math.floor(random() * (characters.length - 2));
      const from = Math.floor(random() * (characters.length - length + 1));
      return { place, text: characters.slice(from, from + length).join('') };
    });
    expect(strings.flatMap((one) => amiss(one, one.text))).toEqual([]);
    expect(strings.slice(0, 300).flatMap((one) => amiss(one, inTraditional(one.text)))).toEqual([]);
  });

  it('is found with all that stands around it: a whole sentence finds its segment', () => {
    const sentences = index.units.filter(({ segment }) =>
      /^[^"“”「」()（）:：]{6,150}$/u.test(segment.zh ?? ''),
    );
    const random = chance(11);
    const missed = Array.from({ length: 200 }, () => pick(sentences, random)).filter(
      ({ document, segment }) => {
        const [hit] = ask(search, (segment.zh ?? '').split(/[，。；、？！…,;?!—]/)[0] ?? '').hits.filter(
          (one) => one.document === document.id && one.segment === segment.id,
        );
        return hit === undefined;
      },
    );
    expect(missed.map(({ segment }) => segment.zh)).toEqual([]);
  });
});

describe('every form of every name', () => {
  const entities = [...library.authority.entities.values()];
  const forms = entities.flatMap((entity) => formsOf(entity).map(({ text }) => ({ id: entity.id, text })));

  it('puts the entity first', { timeout: 60_000 }, () => {
    const wrong = forms.filter(({ id, text }) => {
      // Of several that go by one name each may be first.
      const rivals = new Set(index.gazetteer.formsNamed(text).map(({ entity }) => entity));
      return !ask(search, text).entities.slice(0, rivals.size).includes(id);
    });
    expect(wrong).toEqual([]);
  });

  it('finds all its mentions, on both sides', { timeout: 60_000 }, () => {
    const wrong = forms.flatMap(({ id, text }) => {
      const hits = hitsFor(text);
      return index.units.flatMap(({ document, segment }) => {
        const place = `${document.id}:${segment.id}`;
        const mentions = (['zh', 'en'] as const).flatMap((side) =>
          segment.names[side].mentions
            .filter(({ entity }) => entity === id)
            .map((mention) => ({ side, mention })),
        );
        const isMissed = ({ side, mention }: (typeof mentions)[number]): boolean =>
          hits.get(place)?.[side].some(({ start, end }) => start <= mention.start && mention.end <= end) !==
          true;
        return mentions.some(isMissed) ? [`${text}: ${place}`] : [];
      });
    });
    expect(wrong).toEqual([]);
  });
});
