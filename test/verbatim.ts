import { isScalar, parseAllDocuments, visit } from 'yaml';

/** How many Han characters in a row make a passage. */
const PASSAGE = 24;

/** Every passage of texts that nobody may copy. Punctuation, spaces and markup do not count. */
export type Passages = ReadonlySet<string>;

export function passagesOf(texts: readonly string[]): Passages {
  return new Set(texts.flatMap(passagesIn));
}

/**
 * Lines of a file where a value holds one of the passages. In YAML and JSON a value is looked at by itself, so that short quotes in a
 * list make no passage together; any other file is one value, on line 1.
 */
export function copiesIn(path: string, text: string, passages: Passages): number[] {
  const holdsOne = (value: string): boolean => passagesIn(value).some((passage) => passages.has(passage));
  // Most files need not be parsed: no value holds what the whole does not, unless it is escaped.
  if (!holdsOne(text) && !/\\u/i.test(text)) return [];
  return valuesOf(path, text)
    .filter((value) => holdsOne(value.text))
    .map((value) => text.slice(0, value.offset).split('\n').length);
}

function passagesIn(text: string): string[] {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  return han.slice(PASSAGE - 1).map((_, start) => han.slice(start, start + PASSAGE).join(''));
}

interface Value {
  readonly text: string;
  readonly offset: number;
}

function valuesOf(path: string, text: string): Value[] {
  const whole = [{ text, offset: 0 }];
  if (!/\.(?:ya?ml|json)$/.test(path)) return whole;
  const documents = [...parseAllDocuments(text, { logLevel: 'silent' })];
  // What does not parse could hide anything.
  if (documents.some(({ errors }) => errors.length > 0)) return whole;
  const comments = text.match(/(?:^|\s)#.*$/gm) ?? [];
  const values: Value[] = [{ text: comments.join('\n'), offset: 0 }];
  for (const document of documents) {
    visit(document, (_, node) => {
      if (isScalar(node)) values.push({ text: String(node.value), offset: node.range?.[0] ?? 0 });
    });
  }
  return values;
}
