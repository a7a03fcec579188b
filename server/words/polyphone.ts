// What stands before a character and behind it, and how it is read there. The first rule that holds counts; where none does, the likely reading
// stays. They are asked only where no dictionary has the word: 取得 and 土地 need none.
type Rule = readonly [before: RegExp | null, behind: RegExp | null, syllable: string];

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  // To get; must; and the particle behind a verb.
  得: [
    [null, /^(?:[了过]?(?:.{0,2}奖|病|分|胜|票|冠军)|了第| ?[0-9０-９])/, 'dé'],
    [/[取获赢博夺求所难]$/, null, 'dé'],
    [null, /^(?:知道|先|把|由|让|靠|重新|等)/, 'děi'],
    [/(?:[我你您他她它谁们]|^|[，。；：！？“（])$/, /^[了过到出]/, 'dé'],
    [
      /(?:[我你您他她它咱谁们也都就还总只可又先便才]|必须|一定|大家|现在|[今明]天|所以|^|[，。；：！？“（])$/,
      null,
      'děi',
    ],
    [/\p{Script=Han}$/u, null, 'de'],
  ],
  // The particle of adverbs; ground.
  地: [
    [/(?:(\p{Script=Han})\1|[更最很越][^，。]|[^，。]\p{Script=Han}然)$/u, /^(?:[^上下里面的]|$)/, 'de'],
    [
      /[^，。这那各两几每某]{2}(?<![块片亩处个大本外内])$/,
      /^(?![上下里中的很是在有之和与也都被就面方区带位产价处])\p{Script=Han}/u,
      'de',
    ],
  ],
  // To be, to make into; for.
  为: [
    [null, /^(?: ?[约近]?[0-9０-９]|官[，。]|官.?[十百年期])/, 'wéi'],
    [
      /(?:(?<!一)定|[称视设选改变转化译作列分划评名封尊誉任推奉])(?:[其之他她它我你]|.{1,4}们)?$/,
      null,
      'wéi',
    ],
    [
      /(?:(?<![所可难足])以(?![后前上下来及外内便])[^，。；]{1,8}|[均皆即则乃尤极颇甚较更最大广故概])$/,
      null,
      'wéi',
    ],
  ],
  种: [
    [/[一二两三四五六七八九十几多各每这那哪某此何种0-9]$/, null, 'zhǒng'],
    [null, /^(?:[了着过下满上]|花|树|菜|地|田|草|庄稼|水稻|小麦|玉米|果树|豆|瓜)/, 'zhòng'],
  ],
  中: [[/[^在其之手心家眼城校院国]$/, /^[了过](?:.{0,2}[奖彩枪弹箭标毒计招暑圈]|[，。！]|$)/, 'zhòng']],
  转: [[null, /^(?:[了着过]?[一二三四五六七八九十几两数半0-9]+[圈周]|个?圈|来转去|悠)/, 'zhuàn']],
  教: [
    [
      /(?:^|[^宗佛道信传入])$/,
      /^(?:[我你您他她它咱谁]|孩子|学生|大家|人[^士]|[英汉数]语|[语物化]|[中外]文|数学|历史|书法|音乐|体育|[琴棋])/,
      'jiāo',
    ],
  ],
  系: [[null, /^(?:[上紧好着]|.{0,2}(?:鞋带|领带|围裙|安全带|扣子|绳|腰带|领结))/, 'jì']],
  切: [[/(?:^|[^密亲确迫急殷恳一贴热真深])$/, /^[^勿忌记莫实身近要合齿脉]/, 'qiē']],
  干: [
    [/[再想敢肯在能会别没]$/, /^[了过，。！？]/, 'gàn'],
    [null, /^(?:[了过]?(?:.{0,2}[活事]|什么|啥|[一两几0-9])|完)/, 'gàn'],
  ],
  背: [[null, /^[着起上了](?:.{0,3}(?:包|孩子|行李|枪|伞|筐|债|锅))/, 'bēi']],
  空: [[null, /^(?:着的?.{0,1}[座位]|[出了].{0,2}[排行页格位时])/, 'kòng']],
  长: [
    [/(?:[间太很更越么有够好较最变加延拉]|日子)$/, null, 'cháng'],
    [null, /^(?:了[一二三几两半不很]|[着出满]|在)/, 'zhǎng'],
  ],
  着: [
    [null, /^了火/, 'zháo'],
    [/\p{Script=Han}$/u, /^了/, 'zháo'],
  ],
  调: [[null, /^(?:[到往任去回离派走])(?!最|[0-9]|高|低|大|小|静)/, 'diào']],
  应: [
    [null, /^(?:邀|对|聘|约|用|[^，。]{1,8}?(?:要求|邀请|请求|之邀))/, 'yìng'],
    [null, /^\p{Script=Han}/u, 'yīng'],
  ],
  行: [
    [/一$/, /^人/, 'xíng'],
    [/[0-9二三四五六七八九十几两每各一少]$/, null, 'háng'],
  ],
  重: [[null, /^[写构试排编译建启装设置载算做述申印拍考组复]/, 'chóng']],
  率: [[null, /^(?:[团队军众部兵]|代表团)/, 'shuài']],
  假: [[/(?:[天周月日]|[请放休]了?)$/, null, 'jià']],
  还: [
    [null, /^不[起了清上]/, 'huán'],
    [null, /^[要是有能可会没不得想需应该再在]/, 'hái'],
    [null, /^(?:[了过]?.{0,2}[钱债贷账]|款|书[，。了]|清|完[，。了])/, 'huán'],
    [/[把将][^，。]{1,6}$/, /^[了给]/, 'huán'],
  ],
  倒: [[null, /^(?:了.{0,3}[杯碗盆壶]|[水茶酒掉进入]|着[放走数读写]|出[来水]|[是也]|不如|没有?|还)/, 'dào']],
  数: [
    [/数[了一]$/, null, 'shǔ'],
    [/数$/, /^看/, 'shǔ'],
    [
      /(?:^|[^总人次倍指个多少基函参位岁])$/,
      /^(?:了[数一]|一数|到[0-9一二三四五六七八九十]|不[清过]|数看)/,
      'shǔ',
    ],
  ],
};

const AROUND = 10;

/** How the character at `at` of a text is read, where a rule for what stands around it tells. */
export function readingHere(text: string, at: number): string | undefined {
  const rules = RULES[text.charAt(at)];
  if (rules === undefined) return undefined;
  const before = text.slice(Math.max(0, at - AROUND), at);
  const behind = text.slice(at + 1, at + 1 + AROUND);
  return rules.find(([left, right]) => (left?.test(before) ?? true) && (right?.test(behind) ?? true))?.[2];
}
