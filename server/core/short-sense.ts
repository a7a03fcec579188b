/** What one source says that a word means, cut down to what can stand beneath it. */
export interface ShortSense {
  /** Without parentheses, `to` and what only leads to another word; not cut. */
  readonly form: string;
  /** Told where nothing better is known: a surname, an old or a literal sense. */
  readonly isLast: boolean;
}

const PARENTHESES = /\s*[([（][^()[\]（）]*[)\]）]/g;
const LAST = /^(?:\((?:[^)]*\b(?:old|archaic|literary|dialect|Tw|slang|vulgar)\b[^)]*)\)|surname |lit\. )/;
const HAN = /\p{Script=Han}/u;

/**
 * The short forms of a sense as CC-CEDICT gives it, of which `;` separates several: `(bound form) to lead; guide` is `lead` and `guide`. One
 * that is a parenthesis and nothing else loses its brackets; one that leads to another word (`see also`, `variant of`, `CL:`) is none.
 */
export function shortSensesOf(sense: string): ShortSense[] {
  const isLast = LAST.test(sense);
  return apart(sense).flatMap((one) => {
    const form = bare(one);
    return form === '' || isReference(form) ? [] : [{ form, isLast }];
  });
}

// What stands in parentheses is one with them.
function apart(sense: string): string[] {
  return sense.match(/(?:\([^)]*\)|[^;(]|\((?![^)]*\)))+/g) ?? [];
}

function bare(sense: string): string {
  const without = sense.replace(PARENTHESES, '').trim();
  const text = without === '' ? sense.replace(/[()]/g, '') : without;
  return text
    .replace(/^[\s,.:~-]+|[\s,.:?!]+$/g, '')
    .replace(/^(?:fig|lit)\. /, '')
    .replace(/^to (?=\S)/, '')
    .replace(/\s+/g, ' ');
}

// A word of another entry, or how something is said elsewhere.
function isReference(form: string): boolean {
  return HAN.test(form) || /^(?:CL:|(?:Taiwan |also |old )*pr(?:$|[. ]))/.test(form);
}

/** Characters that fit beneath a word, about. */
const MOST = 18;
// What leads on to words that are cut off.
const DANGLING = /[\s,]+(?:an?|and|as|at|by|for|from|in|of|on|or|sb|sth|the|to|with)$/i;

/** A form that is at most some 18 characters: cut behind a word, and `…` says that it is cut. A first word that is longer stays whole. */
export function cutShort(form: string): string {
  if (form.length <= MOST) return form;
  const [first = form] = form.split(' ');
  const room = form.slice(0, MOST);
  let cut = room.slice(0, Math.max(first.length, room.lastIndexOf(' ')));
  if (cut.length < first.length) cut = first;
  while (DANGLING.test(cut)) cut = cut.replace(DANGLING, '');
  return cut === form ? form : `${cut.replace(/[,:]$/, '')}…`;
}
