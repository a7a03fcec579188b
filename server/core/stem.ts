import { fold } from './fold.ts';

/**
 * What the inflected forms of an English word share: `containers`, `container’s` → `container`; `orchestrating`, `orchestration` →
 * `orchestrat`. It need not be a word. Derivations by other endings are words of their own: `scheduler` is not `schedule`.
 */
export function stemOf(word: string): string {
  const bare = fold(word).replace(/['’]s?$/, '');
  return withoutEnding(singular(BASES.get(bare) ?? bare));
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.replace(/s$/, '');
}

const NOUN = /(?:(?<=iz)ation|(?<=[a-z]{3}at)ion|(?<=[a-z]{3}ut)ion)$/;
const VERB = /(?:(?<=[aeiouy].*[a-z])ing|(?<=[aeiouy].*[^e])ed)$/;

function withoutEnding(word: string): string {
  if (/[^aeiou]ied$/.test(word)) return `${word.slice(0, -3)}y`;
  const bare = NOUN.test(word) ? word.replace(NOUN, '') : word.replace(VERB, '');
  // `using` → `use`; nothing shorter is told from other words.
  if (bare.length < 3) return bare === word ? word : `${bare}e`;
  const root = bare.length > 3 ? bare.replace(/e$/, '') : bare;
  return root.length > 3 ? root.replace(/([bcdfghjklmnpqrstvwxz])\1$/, '$1') : root;
}

const IRREGULAR =
  'be am are been being is was were, become became, begin began begun, break broke broken, bring brought, build built, buy bought, catch caught, choose chose chosen, ' +
  'come came, do did done, draw drew drawn, drive drove driven, fall fell fallen, fight fought, get got gotten, give gave given, ' +
  'go went gone, grow grew grown, hold held, in ins, keep kept, know knew known, lead led, leave left, lose lost, make made, man men, meet met, ' +
  'pay paid, person people, rise rose risen, run ran, see saw seen, sell sold, send sent, shake shook shaken, show shown, ' +
  'speak spoke spoken, spend spent, spin spun, stand stood, stick stuck, strike struck, sweep swept, take took taken, tear tore torn, ' +
  'tell told, think thought, throw threw thrown, understand understood, up ups, win won, write wrote written';

const BASES = new Map(
  IRREGULAR.split(', ').flatMap((forms) => {
    const [base = '', ...bent] = forms.split(' ');
    return bent.map((form) => [form, base] as const);
  }),
);
