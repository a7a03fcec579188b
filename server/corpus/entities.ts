import { stringify } from 'yaml';
import type { Alias, Entity, Relation, Telling } from '../core/entity.ts';
import { ALIAS_KINDS, ENTITY_TYPES, isEntityId, RELATION_TYPES } from '../core/entity.ts';
import type { Finding } from '../core/finding.ts';
import { safeHref } from '../core/href.ts';
import { isDocumentId } from '../core/segment.ts';
import { ANCHOR_KEYS, evidenceAt, writtenAnchor } from './anchors.ts';
import { Cursor } from './cursor.ts';
import { bilingual, dateAt, filled } from './description.ts';
import { entityIdAt, ruleAt, textsAt } from './senses.ts';
import type { Read } from './yaml.ts';
import { openYaml } from './yaml.ts';

const KEYS = [
  'id',
  'type',
  'document',
  'name',
  'aliases',
  'description',
  'from',
  'to',
  'homepage',
  'repository',
  'relations',
];
const TELLING = ['exact', 'when', 'unless'];

/** Read one file of `entities/`. An entity, alias or relation that is wrong in itself is left out, and is a finding. */
export function readEntities(file: string, text: string): Read<Entity[]> {
  const findings: Finding[] = [];
  const opened = openYaml(file, text);
  const root = Cursor.of(opened, findings);
  if (root.isAbsent || !root.isMap(['entities'])) return { layer: [], findings, locate: opened.locate };
  const { items, locate } = root.list('entities', entityAt);
  return { layer: items, findings, locate };
}

/** A file of `entities/`, in the order given. */
export function writeEntities(entities: readonly Entity[]): string {
  return stringify(
    { entities: entities.map(written) },
    { lineWidth: 0, schema: 'failsafe', aliasDuplicateObjects: false },
  );
}

function entityAt(at: Cursor): Entity | undefined {
  if (!at.isMap(KEYS)) return undefined;
  const id = at.at('id').text();
  const type = at.at('type').oneOf(ENTITY_TYPES);
  const name = nameAt(at.at('name'));
  const aliases = at.list('aliases', aliasAt).items;
  const description = bilingual(at.at('description'));
  const from = dateAt(at.at('from'));
  const to = dateAt(at.at('to'));
  const homepage = addressAt(at.at('homepage'));
  const repository = addressAt(at.at('repository'));
  const document = documentAt(at.at('document'));
  const relations = at.list('relations', relationAt).items;
  if (id === undefined || type === undefined || name === undefined || description === undefined)
    return undefined;
  if (!isEntityId(id)) return at.at('id').report('bad-id', 'an id is small letters, digits and hyphens');
  return {
    id,
    type,
    ...(document !== undefined && { document }),
    name,
    aliases,
    description,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(homepage !== undefined && { homepage }),
    ...(repository !== undefined && { repository }),
    relations,
  };
}

function nameAt(at: Cursor): Entity['name'] | undefined {
  if (at.isAbsent) return at.report('missing-key', '“name” is missing');
  if (!at.isMap(['zh', 'en', ...TELLING])) return undefined;
  const zh = filled(at.at('zh'));
  const en = filled(at.at('en'));
  const telling = tellingAt(at);
  return zh === undefined || en === undefined ? undefined : { zh, en, ...telling };
}

function aliasAt(at: Cursor): Alias | undefined {
  if (!at.isMap(['form', 'language', 'kind', ...TELLING])) return undefined;
  const form = filled(at.at('form'));
  const language = at.at('language').oneOf(['zh', 'en']);
  const kind = at.at('kind').oneOf(ALIAS_KINDS);
  const telling = tellingAt(at);
  if (form === undefined || language === undefined || kind === undefined) return undefined;
  return { form, language, kind, ...telling };
}

function tellingAt(at: Cursor): Telling {
  const isExact = !at.at('exact').isAbsent && at.at('exact').flag() === true;
  const when = at.at('when').isAbsent ? undefined : ruleAt(at.at('when'));
  const unless = textsAt(at.at('unless'));
  return {
    ...(isExact && { exact: true }),
    ...(when !== undefined && { when }),
    ...(unless.length > 0 && { unless }),
  };
}

function relationAt(at: Cursor): Relation | undefined {
  if (!at.isMap(['type', 'entity', 'evidence'])) return undefined;
  const type = at.at('type').oneOf(RELATION_TYPES);
  const entity = entityIdAt(at.at('entity'));
  const evidence = at.list('evidence', (item) =>
    item.isMap(['document', ...ANCHOR_KEYS]) ? evidenceAt(item) : undefined,
  ).items;
  if (type === undefined || entity === undefined) return undefined;
  return { type, entity, evidence };
}

function addressAt(at: Cursor): string | undefined {
  const text = at.optionalText();
  if (text === undefined || (/^https?:\/\/\S+$/.test(text) && safeHref(text) !== undefined)) return text;
  return at.report('bad-url', 'an address is wanted that begins with http:// or https://');
}

function documentAt(at: Cursor): Entity['document'] {
  const text = at.optionalText();
  if (text === undefined || isDocumentId(text)) return text;
  return at.report('bad-id', `“${text}” is no document id`);
}

function written({ id, type, document, name, aliases, description, ...rest }: Entity): object {
  const { from, to, homepage, repository, relations } = rest;
  const { zh, en, ...telling } = name;
  return {
    id,
    type,
    ...(document !== undefined && { document }),
    name: { zh, en, ...writtenTelling(telling) },
    ...(aliases.length > 0 && {
      aliases: aliases.map(({ form, language, kind, ...own }) => ({
        form,
        language,
        kind,
        ...writtenTelling(own),
      })),
    }),
    description,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(homepage !== undefined && { homepage }),
    ...(repository !== undefined && { repository }),
    ...(relations.length > 0 && { relations: relations.map(writtenRelation) }),
  };
}

function writtenTelling({ exact, when, unless }: Telling): object {
  return {
    ...(exact === true && { exact: 'true' }),
    ...(when !== undefined && { when }),
    ...(unless !== undefined && { unless }),
  };
}

function writtenRelation({ type, entity, evidence }: Relation): object {
  return {
    type,
    entity,
    ...(evidence.length > 0 && {
      evidence: evidence.map(({ document, ...anchor }) => ({ document, ...writtenAnchor(anchor) })),
    }),
  };
}
