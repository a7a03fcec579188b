import { createRequire } from 'node:module';
import { DomainError } from '../core/refusal.ts';
import { decode } from './decode.ts';

/** An element of XML, under its name without the prefix. */
export interface XmlElement {
  readonly name: string;
  /** Under their names without prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const require = createRequire(import.meta.url);
const DEEPEST = 256;
const MOST = 3_000_000;

/**
 * Read XML as a tree. Entities that a document declares itself are not expanded, and refused; nothing outside of it is read.
 * @throws DomainError `invalid` if it is not well formed.
 */
export function readXml(bytes: Uint8Array, name: string): XmlElement {
  const { SaxesParser } = require('saxes') as typeof import('saxes');
  const refuse = (why: string): never => {
    throw new DomainError(
      'invalid',
      `${name} in it ${why}; save it again with the program that it comes from`,
    );
  };
  const source = xmlSource(bytes);
  if (source === undefined) return refuse('is neither UTF-8 nor UTF-16');
  if (/<!ENTITY/i.test(source)) return refuse('declares entities of its own, which are not expanded');
  const root = { name: '', attributes: new Map<string, string>(), children: [] as (XmlElement | string)[] };
  const open = [root];
  let count = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name: tag, attributes }) => {
    count += 1;
    if (open.length > DEEPEST || count > MOST) refuse('is too deep or too long');
    const named = Object.entries(attributes).map(([key, value]) => [localOf(key), String(value)] as const);
    const element = { name: localOf(tag), attributes: new Map(named), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => open.at(-1)?.children.push(text));
  parser.on('closetag', () => open.pop());
  parser.on('error', () => refuse('is no well-formed XML'));
  parser.write(source).close();
  return root;
}

/** XML as characters; undefined if it is in none of the encodings that every reader of XML knows. */
export function xmlSource(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  const decoded = decode(bytes, encoding);
  return decoded.kind === 'decoded' ? decoded.source : undefined;
}

/** All elements of a name within `element`, in order; none within one another. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : child.name === name ? [child] : all(child, name),
  );
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

export function xmlText(element: XmlElement | undefined): string {
  return (
    element?.children.map((child) => (typeof child === 'string' ? child : xmlText(child))).join('') ?? ''
  );
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
