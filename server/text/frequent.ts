// The characters that make up some three quarters of any modern text, in both scripts where they differ. Single characters, so that
// nothing is said with them; in order of no importance.
const BOTH =
  '的一是在不了有和人中大上以我要他生到作地于出就分成可主年同工也能下子面而方后行民得十三之部度家力里如水化高自二理起小物加量制当使点从' +
  '本去把性好合因由其些然前外天政四日那平形全各重新内心反明看原又么或但第向道命此只建月公很情最立代想已并位入常文次品式活持特件求老基' +
  '流路山接知组见手角期根干做必先回任取据色光即保治北造百七海口金增争思交受完色目至深近千周委列何市除真象究且叫站住身事白切打快安' +
  '江型眼王按格易置派片始却引听红火包参照影算低音布非半青省史感便往酸故令需段研界拉林律科信再改美采更空元集石友告失死士夜守苦';
const SIMPLIFIED =
  '这为个国来们时对会发动说产种定学经进着等电现实两体机应开它还样与关线数正条没结解问意无系军者题党程展料员革总设及管长头资边级少图统' +
  '较将别论运农指几区强放决西被战则处队南给门规热领东导器压志世济阶油术极联什认权收证清己转单风带场车例务具万达走积示议声报斗类离' +
  '华名确才张马节话米整况今温传土许步群广记观织装众书复容儿际商验连断难矿备办习响约支般劳团历克构称准值号率族维划选标写存候毛亲院查' +
  '养层专状育厂京识适属圆调满县局细该铁价严爱岁让谁欢笔飞鱼鸟买卖听';
const TRADITIONAL =
  '這為個國來們時對會發動說產種定學經進著等電現實兩體機應開它還樣與關線數正條沒結解問意無系軍者題黨程展料員革總設及管長頭資邊級少圖統' +
  '較將別論運農指幾區強放決西被戰則處隊南給門規熱領東導器壓志世濟階油術極聯什認權收證清己轉單風帶場車例務具萬達走積示議聲報鬥類離' +
  '華名確才張馬節話米整況今溫傳土許步群廣記觀織裝眾書復容兒際商驗連斷難礦備辦習響約支般勞團歷克構稱準值號率族維劃選標寫存候毛親院查' +
  '養層專狀育廠京識適屬圓調滿縣局細該鐵價嚴愛歲讓誰歡筆飛魚鳥買賣聽裡後從點當於麼並';

const FREQUENT = new Set(BOTH + SIMPLIFIED + TRADITIONAL);
const ONLY_SIMPLIFIED = new Set([...SIMPLIFIED].filter((one) => !TRADITIONAL.includes(one)));
const ONLY_TRADITIONAL = new Set([...TRADITIONAL].filter((one) => !(SIMPLIFIED + BOTH).includes(one)));

const HAN = /\p{Script=Han}/gu;

/** How much of a text's Han is frequent, from 0 to 1, and how many Han that is of; at most the first `most` are looked at. */
export function frequencyOf(text: string, most = 20_000): { share: number; han: number } {
  let [han, known] = [0, 0];
  for (const [one] of text.matchAll(HAN)) {
    han += 1;
    if (FREQUENT.has(one)) known += 1;
    if (han >= most) break;
  }
  return { share: han === 0 ? 0 : known / han, han };
}

/**
 * The language of a Chinese text by its characters: `zh-Hant` where more of them are written in the traditional way only than in the
 * simplified way only.
 */
export function languageOf(text: string): 'zh-Hans' | 'zh-Hant' {
  let balance = 0;
  for (const one of text.slice(0, 200_000)) {
    if (ONLY_SIMPLIFIED.has(one)) balance -= 1;
    else if (ONLY_TRADITIONAL.has(one)) balance += 1;
  }
  return balance > 0 ? 'zh-Hant' : 'zh-Hans';
}
