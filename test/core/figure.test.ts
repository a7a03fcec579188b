import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFigures, sentenceOf } from '../../server/core/compare-figures.ts';
import type { Figure } from '../../server/core/figure.ts';
import { figuresOfEnglish } from '../../server/core/figure-en.ts';
import { figuresOfChinese } from '../../server/core/figure-zh.ts';

/** A text with its figures in brackets, and what they say; `?` where the other language may lack it. */
function show(text: string, figures: readonly Figure[]): string {
  let [shown, at] = ['', 0];
  for (const [start, same] of Map.groupBy(figures, (figure) => figure.start)) {
    const end = same[0]?.end ?? start;
    shown += `${text.slice(at, start)}[${text.slice(start, end)}|${same.map(say).join('+')}]`;
    at = end;
  }
  return shown + text.slice(at);
}

function say(figure: Figure): string {
  const doubt = figure.weight === 'loose' ? '?' : '';
  if (figure.kind === 'number') return `${figure.value}${figure.money ? ` ${figure.money}` : ''}${doubt}`;
  if (figure.kind === 'share') return `${Math.round(figure.value * 1000) / 10}%${doubt}`;
  if (figure.kind === 'version') return `v${figure.version}${doubt}`;
  const { year, quarter, month, day, decade } = figure;
  const parts = [
    year,
    quarter && `Q${quarter}`,
    month && `m${month}`,
    day && `d${day}`,
    decade && `${decade}s`,
  ];
  return parts.filter((part) => part !== undefined).join(' ') + doubt;
}

const unmarked = (text: string): string => text.replace(/\[([^|\]]*)\|[^\]]*\]/g, '$1');
const messages = (zh: string, en: string): string[] => compareFigures(zh, en).map(sentenceOf);

describe('figuresOfChinese', () => {
  it.each([
    '灯油[1200万|12000000]桶、[2.5 亿|250000000]斤、[１４,０００|14000]盏',
    '[三十万|300000]盏灯，[一百二十|120]座塔，[两万五|25000]里，[十五|15]个月',
    '[20多万|200000]人，[二十多万|200000]人，[1.2万亿|1200000000000]字',
    '[1200万美元|12000000 dollar]、[2.5亿美金|250000000 dollar]、[100元|100 yuan]、[5日元|5 yen]、[HK$100|100 hong-kong-dollar]、[500万欧元|5000000 euro]',
    '[2|200000000]—[3亿|300000000]，[20|20%]-[30%|30%]，[3|3]～[5|5] 个',
    '[2013年3月15日|2013 m3 d15]、[2015年7月|2015 m7]、[7月21日|m7 d21]、[22日|d22]、[30 号|d30]、[2013年|2013]底',
    '[2014-12-01|2014 m12 d1]、[2013/3|2013 m3]、[2017.6.24|2017 m6 d24]、[二〇一三年三月|2013 m3]',
    '[2009|2009]—[2012年|2012]，[3|m3]、[4月|m4]，[6月|m6][22|d22]—[24日|d24]，[2014年12|2014 m12]',
    '[九十年代|90s]、[20世纪90年代|1990s]、[七八十年代|70s+80s]、[2015年|2015][第三季度|Q3]',
    '[百分之三十|30%]、[30%|30%]、[三成|30%?]、[三分之二|66.7%]、[一半|50%?]',
    '[v1.0|v1.0]、[1.11 版|v1.11]、Docker [1.12|v1.12]、rkt[1.0版|v1.0]、[7.4.1|v7.4.1]',
    '灯会 [2014|2014] 大会，K8s、x86、D2iQ、A16Z、TOP500、3D，图 7-13，[两|2?]个，第[三|3?]',
    '`v1.0`、https://a.example/2013年，[12]，比15:30，下午3点',
    '几十万、数百、若干千，三十六计，𠮷<i>"\'&‏十四五',
    '[三四百|300?+400?]人，[十几|10?]个，[一年半|1.5?]',
  ])('reads %s', (text) => {
    const plain = unmarked(text);
    expect(show(plain, figuresOfChinese(plain))).toBe(text);
  });
});

describe('figuresOfEnglish', () => {
  it.each([
    '[12 million|12000000] lamps, [300,000|300000], [14 thousand|14000], [10k|10000], [half a million|500000]',
    '[$12 million|12000000 dollar], [US$2.5bn|2500000000 dollar], [100 yuan|100 yuan], [€5 million|5000000 euro], [¥100|100 yuan-or-yen]',
    '[$200|200000000 dollar]–[300 million|300000000], [2|2000000?] to [3 million|3000000], [20|20%]–[30%|30%]',
    '[March 2013|2013 m3], [March 15, 2013|2013 m3 d15], [15 March 2013|2013 m3 d15], the [1st|1] lamp',
    '[July 21|m7 d21], [June 22–24|m6 d22+m6 d24], [Dec. 1, 2014|2014 m12 d1], [2014-12-01|2014 m12 d1]',
    '[2013|2013]–[2018|2018], mid-[2014|2014], the [1990s|1990s], the [90s|90s], the [third quarter|Q3] of [2015|2015]',
    'the [29th|29], [twenty-nine|29], [two dozen|24], the [third|3?] lamp, [one hundred and twenty|120]',
    '[30 percent|30%], [thirty per cent|30%], [two thirds|66.7%], [half|50%?] of it, [1/3|33.3%]',
    '[v1.0|v1.0], [version 1.11|v1.11], Docker [1.12|v1.12], [7.4.1|v7.4.1]',
    'K8s, x86, D2iQ, A16Z, Figure 7-13, `1024`, https://a.example/2013, [12], 3:30 p.m., 5 a.m.',
    'it may rain; we march; [May|m5?] and in [June|m6]',
    'thousands upon thousands, dozens of them, several hundred, 𠮷<i>"\'&‏',
    '[a hundred|100?] flowers, [twice|2?], [two decades|20?], [two and a half million|2500000]',
  ])('reads %s', (text) => {
    const plain = unmarked(text);
    expect(show(plain, figuresOfEnglish(plain))).toBe(text);
  });
});

describe('compareFigures', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  const inEnglish = (date: Date): string =>
    date.toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' });

  it('knows every date, and no other for it', () => {
    fc.assert(
      fc.property(day, day, (date, other) => {
        const zh = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日点灯`;
        expect(messages(zh, `A lamp was lit on ${inEnglish(date)}.`)).toEqual([]);
        const isSame = inEnglish(other) === inEnglish(date);
        expect(messages(zh, `A lamp was lit on ${inEnglish(other)}.`)).toHaveLength(isSame ? 0 : 1);
      }),
    );
  });

  it('knows every number, and no other for it', () => {
    const large = fc.integer({ min: 13, max: 1e12 });
    fc.assert(
      fc.property(large, large, (number, other) => {
        const zh = `${number}盏灯`;
        expect(messages(zh, `${number.toLocaleString('en')} lamps`)).toEqual([]);
        expect(messages(zh, `${other.toLocaleString('en')} lamps`)).toHaveLength(other === number ? 0 : 1);
      }),
    );
  });

  const hostile = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.integer().map(String),
        fc.constantFrom(
          ...'年 月 日 号 世纪 年代 万 亿 半 几 两 十 百 〇 多 成 分之 百分之 % . , - – / : v V $ ¥ 美元 元 版'.split(
            ' ',
          ),
          ...[
            'May ',
            'March ',
            ' million',
            ' half',
            ' and ',
            'a ',
            'the ',
            '0s',
            'th',
            ' ',
            '`',
            '[',
            '𠮷',
            '９',
            '\u202e',
          ],
        ),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

  it('reads any text without an error, and says exactly where a figure stands', () => {
    fc.assert(
      fc.property(hostile, hostile, (zh, en) => {
        for (const [text, figures] of [
          [zh, figuresOfChinese(zh)],
          [en, figuresOfEnglish(en)],
        ] as const) {
          for (const figure of figures) expect(text.slice(figure.start, figure.end)).toBe(figure.text);
          expect(figures.map(({ start }) => start)).toEqual(
            figures.map(({ start }) => start).sort((a, b) => a - b),
          );
        }
        compareFigures(zh, en);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['1', '1.', '1,', '九', '十万', '2013年', '2013-', '1 million ', 'June 1 and ', 'a.', 'twenty '])(
    'ends soon where %j stands three thousand times',
    (text) => {
      const long = text.repeat(3000);
      const start = performance.now();
      compareFigures(long, long);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});
