// Words of every day whose second syllable has lost its tone, and that mean something else, and rarer, with it: `gàosù` is to press charges.
const LIGHT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    东西: 'dōngxi',
    告诉: 'gàosu',
    地方: 'dìfang',
    多少: 'duōshao',
    大爷: 'dàye',
    买卖: 'mǎimai',
    本事: 'běnshi',
    结实: 'jiēshi',
    照应: 'zhàoying',
    摆设: 'bǎishe',
  }),
);
// Where the tone stays: directions, and what is of a region.
const FULL: Readonly<Record<string, readonly [before: RegExp, behind: RegExp]>> = {
  东西: [
    /(?:横贯|横跨|贯通|沟通|连接|南北)$/,
    /^(?:[两二]?[边侧岸端部方向]|两[地国省岸翼]|走向|文化|交流|南北|[长宽约]|德国)/,
  ],
  地方: [
    /(?:中央[和与、]?)$/,
    /^(?:政府|财政|官员|官府|税|戏|志|法院|法规|时间|债|台|当局|武装|品牌|特色|主义|选举|自治|性|语言|病)/,
  ],
};

/** How a word is read whose last syllable is light where it stands; undefined for any other. */
export function lightReading(word: string, text: string, start: number, end: number): string | undefined {
  const reading = LIGHT.get(word);
  if (reading === undefined) return undefined;
  const [before, behind] = FULL[word] ?? [];
  if (before?.test(text.slice(Math.max(0, start - 4), start)) || behind?.test(text.slice(end, end + 4)))
    return undefined;
  return reading;
}
