import { fold } from './fold.ts';
import { stemOf } from './stem.ts';

/**
 * What English words of one family share: `argue`, `argument`; `silent`, `silence`; `slept`, `sleep`. Rougher than a stem, for
 * comparing what two texts say. Undefined for words that every sentence has.
 */
export function rootOf(word: string): string | undefined {
  const known = roots.get(word);
  if (known !== undefined) return known === '' ? undefined : known;
  const folded = fold(word).replace(/['’].*$/, '');
  const root = COMMON.has(folded)
    ? ''
    : (PRONOUNS.get(folded) ?? withoutSuffix(stemOf(IRREGULAR.get(folded) ?? folded)));
  if (roots.size > MANY) roots.clear();
  roots.set(word, root);
  return root === '' ? undefined : root;
}

const roots = new Map<string, string>();
const MANY = 100_000;

const SUFFIX =
  /(?<=.{3})(?:fulness|iveness|ousness|ational|fully|ously|ingly|edly|ably|ibly|ally|ility|ness|ment|ful|ous|ive|able|ible|less|ism|ist|ity|ship|hood|ence|ance|ent|ant|ary|ery|ory|ion|al|er|or|ly|ic|en|y|i|e)$/;

function withoutSuffix(stem: string): string {
  if (stem.length < 5) return stem.replace(/(?<=..)[ey]$/, '');
  return stem
    .replace(SUFFIX, '')
    .replace(/(?<=...)[eyi]$/, '')
    .replace(/([bdgklmnprt])\1$/, '$1');
}

const COMMON = new Set(
  (
    'a an the of to in on at by for with from as into onto upon about over under between through during than then that this these those ' +
    'and or but so if is am are was were be been being do does did done doing have has had having will would shall should can could may ' +
    'might must it its itself there here which who whom whose what when where while because although though such some any each every ' +
    'also just only very too more most much many even still yet ever again up down out off away back one ones thing things get got getting ' +
    'go went gone s t ll ve re d m let us own same other another else how why both either neither nor etc eg ie per via all well ' +
    'like make made take took come came put set used use quite rather really'
  ).split(' '),
);
const PRONOUNS = new Map(
  [
    'i me my mine myself',
    'he him his himself',
    'she her hers herself',
    'we our ours ourselves',
    'you your yours yourself yourselves',
    'they them their theirs themselves',
    'not no never none nothing nobody cannot',
  ].flatMap((forms) => {
    const [first = '', ...rest] = forms.split(' ');
    return [first, ...rest].map((form) => [form, `~${first}`] as const);
  }),
);
const IRREGULAR = new Map(
  (
    'ate eat eaten eat bit bite bitten bite blew blow blown blow bore bear borne bear bound bind bred breed burnt burn children child clung cling crept creep dealt deal dug dig drank drink drunk drink dreamt dream ' +
    'fed feed feet foot felt feel fled flee flew fly flown fly forbade forbid forgot forget forgotten forget forgave forgive froze freeze frozen freeze geese goose grew grow ground grind hung hang heard hear hid hide hidden hide hurt hurt ' +
    'knelt kneel knives knife laid lay lain lie lay lie leapt leap learnt learn lent lend lit light lives life loaves loaf meant mean mice mouse mistook mistake rang ring rung ring rode ride ridden ride sang sing sung sing sank sink sunk sink sat sit ' +
    'shook shake shone shine shot shoot shrank shrink slept sleep slid slide smelt smell sought seek spat spit sped speed spoilt spoil sprang spring sprung spring stole steal stolen steal strode stride struck strike stung sting swam swim swum swim swept sweep swore swear sworn swear swung swing ' +
    'taught teach teeth tooth wept weep wives wife woke wake woken wake women woman wore wear worn wear wound wind wrung wring thieves thief leaves leaf overheard hear began begin bent bend won win fell fall felled fell'
  )
    .split(' ')
    .flatMap((word, index, all) => (index % 2 === 0 ? [[word, all[index + 1] ?? word] as const] : [])),
);
