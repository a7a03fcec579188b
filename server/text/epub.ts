import type { Matter } from '../core/opened.ts';
import { DomainError } from '../core/refusal.ts';
import { matterOf } from './matter.ts';
import { WHOLE } from './page.ts';
import type { XmlElement } from './xml.ts';
import { all, childOf, readXml, xmlSource, xmlText } from './xml.ts';

/** What was in a container: its texts as pages of HTML, in reading order. */
export interface Unpacked {
  readonly pages: readonly string[];
  readonly matter: Matter;
  readonly remarks: readonly string[];
}

const MOST_CHAPTERS = 500;

/**
 * The chapters of an EPUB 2 or 3 in the order of its spine, without its table of contents. Each is a page as it came, but for what HTML reads in another way than XHTML
 * does: `<title/>` is `<title></title>`.
 *
 * @throws DomainError `invalid` if it is damaged or protected.
 */
export function openEpub(files: ReadonlyMap<string, Uint8Array>): Unpacked {
  mustBeOpen(files);
  const container = readXml(must(files, 'META-INF/container.xml'), 'META-INF/container.xml');
  const opf = all(container, 'rootfile')[0]?.attributes.get('full-path') ?? '';
  const book = readXml(must(files, opf), opf);
  const folder = opf.includes('/') ? opf.slice(0, opf.lastIndexOf('/') + 1) : '';
  const items = new Map(all(book, 'item').map((item) => [item.attributes.get('id') ?? '', item]));
  const spine = all(book, 'itemref').flatMap((ref) => {
    const item = items.get(ref.attributes.get('idref') ?? '');
    return item === undefined || ref.attributes.get('linear') === 'no' || !isChapter(item) ? [] : [item];
  });
  if (spine.length > MOST_CHAPTERS)
    throw new DomainError(
      'too-large',
      `it has more than ${MOST_CHAPTERS} chapters; unpack it and import those that you want to read`,
    );
  const pages = spine.map((item) => {
    const path = resolved(folder, item.attributes.get('href') ?? '');
    return pageOf(must(files, path), path);
  });
  const metadata = childOf(childOf(book, 'package'), 'metadata');
  const matter = matterOf({
    title: xmlText(childOf(metadata, 'title')),
    author: xmlText(childOf(metadata, 'creator')),
    date: xmlText(childOf(metadata, 'date')),
    url: undefined,
  });
  return { pages, matter, remarks: [] };
}

function isChapter({ attributes }: XmlElement): boolean {
  return (
    /html/.test(attributes.get('media-type') ?? '') &&
    !/(?:^|\s)nav(?:\s|$)/.test(attributes.get('properties') ?? '')
  );
}

function must(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const found = files.get(path);
  if (found === undefined)
    throw new DomainError(
      'invalid',
      `it lacks ${path || 'its list of chapters'}, which it names; it is damaged`,
    );
  return found;
}

// Fonts may be scrambled; a text that is can only be read by the program it was sold for.
function mustBeOpen(files: ReadonlyMap<string, Uint8Array>): void {
  const rights = files.get('META-INF/encryption.xml');
  if (rights === undefined) return;
  const hidden = all(readXml(rights, 'META-INF/encryption.xml'), 'CipherReference');
  if (hidden.some(({ attributes }) => /\.x?html?$/i.test(attributes.get('URI') ?? '')))
    throw new DomainError(
      'invalid',
      'it is protected (DRM), so nobody but the shop’s own program reads it; import a free copy',
    );
}

/** A path within the archive; what would lead out of it stays in it. */
function resolved(folder: string, href: string): string {
  const [path = ''] = href.split('#');
  const parts: string[] = [];
  for (const part of (folder + unescaped(path)).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const EMPTY =
  /<(title|script|style|a|p|div|span|td|th|li|i|b|em|strong|h[1-6]|textarea|iframe|svg)((?:\s[^<>]*)?)\/>/gi;

function pageOf(bytes: Uint8Array, path: string): string {
  const source = xmlSource(bytes);
  if (source === undefined)
    throw new DomainError('invalid', `${path} in it is neither UTF-8 nor UTF-16; it is damaged`);
  if (/<!ENTITY/i.test(source))
    throw new DomainError('invalid', `${path} in it declares entities of its own, which are not expanded`);
  return `${WHOLE}\n${source.replace(EMPTY, '<$1$2></$1>')}`;
}
