import type { Library } from './core/document.ts';
import { formsOf } from './core/entity.ts';
import type { Renderings } from './core/renderings.ts';
import type { DocumentId } from './core/segment.ts';
import type { Lexicon, WordTerm } from './core/word.ts';
import type { WordFixes } from './core/word-fixes.ts';
import { openDictionary } from './words/dictionary.ts';
import { lexiconOf, wholeWords } from './words/lexicon.ts';
import { readingsOf } from './words/pinyin.ts';
import { renderingsOf } from './words/rendering.ts';
import { simplifications } from './words/script.ts';
import { buildSegmenter } from './words/segmenter.ts';

/** What somebody corrected of words, in the whole corpus and in its documents. */
export interface AllFixes {
  readonly corpus: WordFixes;
  readonly documents: ReadonlyMap<DocumentId, WordFixes>;
}

/** What is known of the words of a library: half a second, so it is done when somebody asks for the first time. */
export async function openLexicon(
  { authority }: Pick<Library, 'authority'>,
  terms: readonly WordTerm[],
  { corpus, documents }: AllFixes,
): Promise<Lexicon> {
  const dictionary = await openDictionary();
  const segment = buildSegmenter(wholeWords(authority.entities.values(), terms));
  return lexiconOf({ segment, dictionary, authority, terms, fixes: corpus, fixesBy: documents });
}

/** A name in small Latin letters, Han as pinyin without tones: `容器简史 2` is `rong qi jian shi 2`. */
export function romanized(name: string): string {
  let latin = '';
  let end = 0;
  for (const { offset, syllable } of readingsOf(name)) {
    latin += `${name.slice(end, offset)} ${syllable} `;
    end = offset + String.fromCodePoint(name.codePointAt(offset) ?? 0).length;
  }
  return (latin + name.slice(end)).toLowerCase().replace(/ {2,}/g, ' ').trim();
}

/** Writes traditional characters as the simplified ones that stand for them, unit for unit. */
export function simplifier(): (text: string) => string {
  const { traditional, simplified } = simplifications();
  const map = new Map([...traditional].map((one, index) => [one, simplified[index] ?? one]));
  return (text) => text.replace(/[\u3400-\u9fff]/g, (one) => map.get(one) ?? one);
}

/** What Chinese words may be in English, as the dictionary says; as terms and names are rendered, where there is a library. */
export async function openRenderings(library?: Pick<Library, 'authority' | 'terms'>): Promise<Renderings> {
  const own = new Map<string, string[]>();
  const add = (zh: string, en: readonly string[]): void => {
    if (/\p{Script=Han}/u.test(zh)) own.set(zh, [...(own.get(zh) ?? []), ...en]);
  };
  for (const { zh, variants = [], en, admitted = [] } of library?.terms ?? [])
    for (const form of [zh, ...variants.map((variant) => variant.form)]) add(form, [en, ...admitted]);
  for (const entity of library?.authority.entities.values() ?? []) {
    const forms = formsOf(entity);
    const english = forms.filter(({ language }) => language === 'en').map(({ text }) => text);
    for (const { text, language } of forms) if (language === 'zh') add(text, english);
  }
  return renderingsOf(await openDictionary(), own);
}
