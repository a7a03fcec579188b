import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Side } from '../server/core/anchor.ts';
import type { Library } from '../server/core/document.ts';
import type { EntityId } from '../server/core/entity.ts';
import { isEntityId } from '../server/core/entity.ts';
import { entitiesNamed } from '../server/core/gazetteer.ts';
import { load } from '../server/loading.ts';
import { readSettings } from '../server/settings.ts';

/** One line of an annotation: a person saw that this place names `called`, which is an id or any form of a name. */
interface Marked {
  readonly place: string;
  readonly called: string;
}

// Two people annotated all of the five originals, headings and link texts too, without knowing of each other.
const ANNOTATIONS = ['first', 'second'];
// Below these, an annotation and the names differ in more than one place in fifty.
const RECALL = 0.98;
const PRECISION = 0.98;
// In the article about its founder, 飞利浦 is he; both annotators write the name and mean the person.
const ELSEBODY = 'philips';

function annotation(name: string): Marked[] {
  const [, ...lines] = readFileSync(new URL(`gold/${name}.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [document, segment, side, start, end, called = ''] = line.split('\t');
    return { place: `${document}:${segment} ${side} ${start}–${end}`, called };
  });
}

/** Whom every place of the annotated documents names, by our names and decisions. */
function namedIn({ documents }: Library, among: ReadonlySet<string>): Map<string, EntityId> {
  const named = new Map<string, EntityId>();
  for (const { id, segments } of documents.filter((document) => among.has(document.id)))
    for (const { id: segment, names } of segments)
      for (const side of ['zh', 'en'] as const satisfies readonly Side[])
        for (const { start, end, entity } of names[side].mentions)
          named.set(`${id}:${segment} ${side} ${start}–${end}`, entity);
  return named;
}

function idsOf(called: string, { authority }: Library): readonly EntityId[] {
  if (isEntityId(called) && authority.entities.has(called)) return [called];
  return entitiesNamed(authority.gazetteer, called).filter((id) => id !== ELSEBODY);
}

const settings = readSettings(process.env);
let library: Library;

beforeAll(async () => {
  const loaded = await load(settings);
  if (loaded.library === undefined) throw new Error('the corpus cannot be read');
  library = loaded.library;
});

describe('names, against what people marked by hand', () => {
  it.for(ANNOTATIONS)('agree with the %s annotation in 98 places of 100', (name, { skip }) => {
    const marked = annotation(name);
    const among = new Set(marked.map(({ place }) => place.split(':')[0] ?? ''));
    const absent = library.documents.filter(({ id, presence }) => among.has(id) && presence !== 'present');
    if (absent.length > 0) return skip(`${absent[0]?.file} is not in DUIDU_SOURCES or ../shared/sources`);
    const named = namedIn(library, among);
    const missed = marked.filter(({ place, called }) => {
      const entity = named.get(place);
      return entity === undefined || !idsOf(called, library).includes(entity);
    });
    const seen = new Set(marked.map(({ place }) => place));
    const agreed = marked.length - missed.length;
    const recall = agreed / marked.length;
    const precision = agreed / named.size;
    const told = [
      `${name}: recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}`,
      ...missed.map(({ place, called }) => `  ${place}: “${called}”, we say ${named.get(place) ?? 'nobody'}`),
      ...[...named].flatMap(([place, entity]) => (seen.has(place) ? [] : `  ${place}: we say ${entity}`)),
    ].join('\n');
    expect(marked.length).toBeGreaterThan(1000);
    expect(new Set(marked.map(({ place }) => place)).size, 'a place is marked once').toBe(marked.length);
    expect(recall, told).toBeGreaterThanOrEqual(RECALL);
    expect(precision, told).toBeGreaterThanOrEqual(PRECISION);
  });
});
