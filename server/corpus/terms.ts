import { stringify } from 'yaml';
import type { Finding } from '../core/finding.ts';
import { isDocumentId, isSegmentId } from '../core/segment.ts';
import type { Sense, Term, Termbase, TermId, Variant, Waiver } from '../core/term.ts';
import { DOMAINS, isTermId, TERM_SOURCES, VARIANT_KINDS } from '../core/term.ts';
import { Cursor } from './cursor.ts';
import { bilingual, filled } from './description.ts';
import { ruleAt, textsAt } from './senses.ts';
import type { Locate, Read } from './yaml.ts';
import { openYaml } from './yaml.ts';

const SENSE = ['when', 'unless'];
const KEYS = ['id', 'zh', 'pinyin', 'en', 'admitted', 'forbidden', 'variants', 'note', 'domain', 'source'];

export const NO_TERMS: Termbase = { terms: [], waivers: [] };

/** Read `terms.yaml`. A term or waiver that is wrong in itself is left out, and is a finding. */
export function readTerms(file: string, text: string): Read<Termbase> {
  const findings: Finding[] = [];
  const opened = openYaml(file, text);
  const root = Cursor.of(opened, findings);
  if (root.isAbsent || !root.isMap(['terms', 'waivers']))
    return { layer: NO_TERMS, findings, locate: opened.locate };
  const terms = root.list('terms', termAt);
  const waivers = root.list('waivers', waiverAt);
  const locate: Locate = (path) => (path[0] === 'waivers' ? waivers : terms).locate(path);
  return { layer: { terms: terms.items, waivers: waivers.items }, findings, locate };
}

/** `terms.yaml` of a termbase, in the order given. */
export function writeTerms({ terms, waivers }: Termbase): string {
  return stringify(
    { terms: terms.map(written), ...(waivers.length > 0 && { waivers: waivers.map(writtenWaiver) }) },
    { lineWidth: 0, schema: 'failsafe', aliasDuplicateObjects: false },
  );
}

function termAt(at: Cursor): Term | undefined {
  if (!at.isMap([...KEYS, ...SENSE])) return undefined;
  const id = termIdAt(at.at('id'));
  const zh = filled(at.at('zh'));
  const pinyin = filled(at.at('pinyin'));
  const en = filled(at.at('en'));
  const admitted = textsAt(at.at('admitted'));
  const forbidden = textsAt(at.at('forbidden'));
  const variants = at.list('variants', variantAt).items;
  const note = bilingual(at.at('note'));
  const domain = at.at('domain').oneOf(DOMAINS);
  const source = at.at('source').oneOf(TERM_SOURCES);
  const sense = senseAt(at);
  if (id === undefined || zh === undefined || pinyin === undefined || en === undefined) return undefined;
  if (note === undefined || domain === undefined || source === undefined) return undefined;
  return { id, zh, variants, pinyin, en, admitted, forbidden, note, domain, source, ...sense };
}

function termIdAt(at: Cursor): TermId | undefined {
  const id = at.text();
  if (id === undefined || isTermId(id)) return id;
  return at.report('bad-id', 'an id is small letters, digits and hyphens');
}

function variantAt(at: Cursor): Variant | undefined {
  if (!at.isMap(['form', 'kind', ...SENSE])) return undefined;
  const form = filled(at.at('form'));
  const kind = at.at('kind').oneOf(VARIANT_KINDS);
  const sense = senseAt(at);
  return form === undefined || kind === undefined ? undefined : { form, kind, ...sense };
}

function senseAt(at: Cursor): Sense {
  const when = at.at('when').isAbsent ? undefined : ruleAt(at.at('when'));
  const unless = textsAt(at.at('unless'));
  return { ...(when !== undefined && { when }), ...(unless.length > 0 && { unless }) };
}

function waiverAt(at: Cursor): Waiver | undefined {
  if (!at.isMap(['term', 'document', 'segment', 'reason'])) return undefined;
  const term = termIdAt(at.at('term'));
  const document = at.at('document').text();
  const segment = at.at('segment').text();
  const reason = bilingual(at.at('reason'));
  if (term === undefined || document === undefined || segment === undefined || reason === undefined)
    return undefined;
  if (!isDocumentId(document)) return at.at('document').report('bad-id', `“${document}” is no document id`);
  if (!isSegmentId(segment)) return at.at('segment').report('bad-id', `“${segment}” is no segment id`);
  return { term, document, segment, reason };
}

function written({ id, zh, pinyin, en, admitted, forbidden, variants, note, ...rest }: Term): object {
  const { domain, source, ...sense } = rest;
  return {
    id,
    zh,
    pinyin,
    en,
    ...(admitted.length > 0 && { admitted }),
    ...(forbidden.length > 0 && { forbidden }),
    ...(variants.length > 0 && {
      variants: variants.map(({ form, kind, ...own }) => ({ form, kind, ...own })),
    }),
    ...sense,
    note,
    domain,
    source,
  };
}

function writtenWaiver({ term, document, segment, reason }: Waiver): object {
  return { term, document, segment, reason };
}
