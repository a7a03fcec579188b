import { parseDocument, stringify } from 'yaml';
import type { Bilingual } from '../core/bilingual.ts';
import type { Edtf } from '../core/date.ts';
import { parseEdtf } from '../core/date.ts';
import type { Description, Encoding, Provenance } from '../core/document.ts';
import { ENCODINGS, FORMATS } from '../core/document.ts';
import type { Finding } from '../core/finding.ts';
import { safeHref } from '../core/href.ts';
import { Cursor } from './cursor.ts';
import type { Read } from './yaml.ts';
import { openYaml } from './yaml.ts';

const LAYER_FILE = /^(?:(?:document|mentions|notes|study|gloss\..*)\.yaml|segments\.json)$/i;

/** Read `document.yaml`. `undefined` if what is missing or wrong leaves no document; the findings say why. */
export function readDescription(file: string, text: string): Read<Description | undefined> {
  const findings: Finding[] = [];
  const opened = openYaml(file, text);
  const { locate } = opened;
  const root = Cursor.of(opened, findings);
  if (root.isAbsent) return { layer: undefined, findings, locate };
  const keys = ['title', 'author', 'date', 'language', 'about', 'provenance', 'source'];
  if (!root.isMap(keys)) return { layer: undefined, findings, locate };
  const title = bilingual(root.at('title'));
  const author = root.at('author').isAbsent ? undefined : bilingual(root.at('author'));
  const date = dateAt(root.at('date'));
  const language = languageAt(root.at('language'));
  const about = bilingual(root.at('about'));
  const provenance = provenanceAt(root.at('provenance'));
  const source = sourceAt(root.at('source'));
  if (title === undefined || about === undefined || provenance === undefined || source === undefined) {
    return { layer: undefined, findings, locate };
  }
  const description = {
    title,
    ...(author && { author }),
    ...(date !== undefined && { date }),
    language: language ?? 'zh-Hans',
    about,
    provenance,
    ...source,
  };
  return { layer: description, findings, locate };
}

/** `document.yaml` of a description, in the order in which a person reads it. */
export function writeDescription(description: Description): string {
  const { title, author, date, language, about, provenance } = description;
  const { file, sha256, format, encoding, original } = description;
  const { source, url, licence, redistributable } = provenance;
  return stringify(
    {
      title,
      ...(author && { author }),
      ...(date !== undefined && { date }),
      language,
      about,
      provenance: {
        source,
        ...(url !== undefined && { url }),
        licence,
        redistributable: String(redistributable),
      },
      source: {
        file,
        sha256,
        format,
        ...(encoding !== undefined && encoding !== 'utf-8' && { encoding }),
        ...(original !== undefined && { original }),
      },
    },
    { lineWidth: 0, schema: 'failsafe', aliasDuplicateObjects: false },
  );
}

/** The text of a `document.yaml` whose source has changed: its digest and encoding, its Chinese title if that is given; comments and order stay. */
export function revised(
  text: string,
  { sha256, encoding, title }: { sha256: string; encoding: Encoding; title?: string },
): string {
  const document = parseDocument(text, { schema: 'failsafe' });
  document.setIn(['source', 'sha256'], sha256);
  if (encoding !== 'utf-8') document.setIn(['source', 'encoding'], encoding);
  else if (document.hasIn(['source', 'encoding'])) document.deleteIn(['source', 'encoding']);
  if (title !== undefined) document.setIn(['title', 'zh'], title);
  return document.toString({ lineWidth: 0 });
}

/** Both languages of a text; each must be there and not be empty. */
export function bilingual(cursor: Cursor): Bilingual | undefined {
  if (cursor.isAbsent) return cursor.report('missing-key', `“${cursor.path.at(-1)}” is missing`);
  if (!cursor.isMap(['zh', 'en'])) return undefined;
  const zh = filled(cursor.at('zh'));
  const en = filled(cursor.at('en'));
  return zh === undefined || en === undefined ? undefined : { zh, en };
}

/** A text that says something. */
export function filled(cursor: Cursor): string | undefined {
  const text = cursor.text();
  if (text === undefined || text.trim() !== '') return text;
  return cursor.report('empty-text', `“${cursor.path.at(-1)}” is empty`);
}

/** A date of our subset of EDTF; undefined if it is absent. */
export function dateAt(cursor: Cursor): Edtf | undefined {
  const text = cursor.optionalText();
  if (text === undefined) return undefined;
  return (
    parseEdtf(text) ??
    cursor.report('bad-date', `“${text}” is no EDTF date; write 2014, 2014-12, 2014-12-01 or 2014~`)
  );
}

function languageAt(cursor: Cursor): string | undefined {
  const text = cursor.optionalText();
  if (text === undefined) return undefined;
  if (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text)) return text;
  return cursor.report('bad-language', `“${text}” is no BCP 47 tag; write zh-Hans`);
}

function provenanceAt(cursor: Cursor): Provenance | undefined {
  if (!cursor.isMap(['source', 'url', 'licence', 'redistributable'])) return undefined;
  const source = bilingual(cursor.at('source'));
  const url = cursor.at('url').optionalText();
  const isAddress = url === undefined || (/^https?:\/\/\S+$/.test(url) && safeHref(url) !== undefined);
  if (!isAddress)
    cursor.at('url').report('bad-url', 'an address is wanted that begins with http:// or https://');
  const licence = filled(cursor.at('licence'));
  const redistributable = cursor.at('redistributable').flag();
  if (source === undefined || licence === undefined || redistributable === undefined) return undefined;
  return { source, ...(url !== undefined && isAddress && { url }), licence, redistributable };
}

function sourceAt(
  cursor: Cursor,
): Pick<Description, 'file' | 'sha256' | 'format' | 'encoding' | 'original'> | undefined {
  if (!cursor.isMap(['file', 'sha256', 'format', 'encoding', 'original'])) return undefined;
  const file = filled(cursor.at('file'));
  const sha256 = cursor.at('sha256').text();
  const format = cursor.at('format').oneOf(FORMATS);
  const encoding = cursor.at('encoding').isAbsent ? 'utf-8' : cursor.at('encoding').oneOf(ENCODINGS);
  const original = cursor.at('original').optionalText();
  if (file === undefined || sha256 === undefined || format === undefined || encoding === undefined)
    return undefined;
  // It is looked for in folders that people name; it must not lead out of them.
  if (/[/\\\0]/.test(file) || file === '.' || file === '..') {
    return cursor.at('file').report('bad-file', 'a file name without folders is wanted');
  }
  if (LAYER_FILE.test(file)) {
    return cursor
      .at('file')
      .report('bad-file', 'this is the name of a layer, which an import would write over');
  }
  if (!/^[0-9a-f]{64}$/.test(sha256))
    return cursor.at('sha256').report('bad-digest', '64 lower-case hex digits are wanted');
  return {
    file,
    sha256,
    format,
    ...(encoding !== 'utf-8' && { encoding }),
    ...(original !== undefined && { original }),
  };
}
