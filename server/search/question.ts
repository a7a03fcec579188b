/** What the answer to a question holds. */
export type Wish = 'who' | 'when' | 'number' | 'meaning';

const CUES: readonly { readonly wish?: Wish; readonly zh: RegExp; readonly en: RegExp }[] = [
  {
    wish: 'when',
    zh: /什么时候|何时|哪(?:一)?(?:年|天|个月|月份|月|日)|几(?:年|月|号)/g,
    en: /\bwhen\b|\b(?:what|which) (?:year|month|day|date)\b/g,
  },
  {
    wish: 'meaning',
    // An answer, too, may say 意思 and mean: those words stay.
    zh: /怎么来的?|(?:是)?什么(?=意思)|代表(?:着)?什么|指(?:的是)?什么|叫(?:做)?什么|何谓/g,
    en: /\bwhat (?:is|are)\b|\bwhat (?=(?:do|does|did)\b.*\b(?:mean|stand))/g,
  },
  {
    wish: 'number',
    zh: /多少|多大|多久|多长|几(?=[个家台位份种次轮层人名])/g,
    en: /\bhow (?:many|much|long|large|big|old|often|far)\b/g,
  },
  {
    wish: 'who',
    zh: /谁|哪(?:一|几|两)?(?:个|些|位|家|几)?(?:人|公司|组织|机构|厂商|企业|家)|什么(?:人|公司|组织)/g,
    en: /\bwho(?:m|se)?\b|\b(?:which|what) (?:company|companies|organi[sz]ations?|persons?|people|vendors?)\b/g,
  },
  {
    zh: /为什么|为何|为啥|怎么(?:样)?|怎样|如何|什么|哪里|哪儿|何处|哪(?:个|些|种|份|一)?|是不是|能不能|吗|呢/g,
    en: /\b(?:why|how|what|which|where|does|did|do|can|could|should)\b/g,
  },
];

/** A question taken apart: what it wishes for, and what of it is left to be looked for. */
export interface Question {
  readonly isAsked: boolean;
  readonly wishes: ReadonlySet<Wish>;
  /** As long as `normal`: what only asks has become spaces. */
  readonly rest: string;
}

export function questionIn(normal: string): Question {
  const wishes = new Set<Wish>();
  let [isAsked, rest] = [false, normal];
  for (const { wish, zh, en } of CUES)
    for (const cue of [zh, en])
      rest = rest.replace(cue, (words) => {
        isAsked = true;
        if (wish !== undefined) wishes.add(wish);
        return ' '.repeat(words.length);
      });
  return { isAsked, wishes, rest };
}

const WISHED: Readonly<Record<Exclude<Wish, 'who'>, RegExp>> = {
  when: /\d年|\d月|\d日|\b(?:19|20)\d\d\b/,
  number: /\d|[一二三四五六七八九十百千万亿两半]+[个家台位份种次轮年月倍万亿]/,
  meaning: /意思|取自|来自|简称|全称|缩写|叫|名字|称为|也就是|\bmean|\bshort for\b|\bcalled\b/,
};

/** Whether a text holds what is wished for. Of names one knows better by who is named. */
export function grants(wish: Exclude<Wish, 'who'>, normal: string): boolean {
  return WISHED[wish].test(normal);
}

// What stands in every text, and says nothing of any.
const FUNCTION = new Set(
  (
    'a an the of in on at to for from by with and or as is are was were be been am has have had it its this that these those there ' +
    'into than then so but if not no do does did who whom whose what which when where why how can could will would should ' +
    'i you he she we they me my your our their his her else ever ' +
    '的 了 是 在 和 与 及 也 都 就 而 被 把 有 着 过 吗 呢 吧 谁 什么 哪 几 这 那 我 你 他 她 它 我们 你们 他们 它们 这个 那个 一个 会 能 可以 要 没有 不 ' +
    '时候 大家 因为 所以 如果 为了 关于 后来 最后 到底 究竟 以前 以后 之前 之后 现在 当时 其实 还是 自己'
  ).split(' '),
);

export function isFunctionWord(text: string): boolean {
  return FUNCTION.has(text.toLowerCase());
}
