import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../server/core/entity.ts';
import { buildGazetteer } from '../../server/core/gazetteer.ts';
import type { Linkable } from '../../server/core/link.ts';
import { link } from '../../server/core/link.ts';
import { formOf } from '../../server/core/mention.ts';
import type { Span } from '../../server/core/span.ts';
import { alias, entity, ids } from './entities.ts';
import { marked, show } from './marked.ts';

const WHO = [
  entity('google', 'Google', { zh: '谷歌' }),
  entity('gcp', 'Google Cloud Platform', { aliases: ['谷歌云'] }),
  entity('docker', 'Docker'),
  entity('dockercon', 'DockerCon'),
  entity('kubernetes', 'Kubernetes', { aliases: ['K8s'] }),
  entity('red-hat', 'Red Hat', { zh: '红帽' }),
  entity('runc', 'runC'),
  entity('cafe', 'Café'),
  entity('reilly', "O'Reilly"),
  entity('socket', 'Socket.IO'),
  entity('solomon', 'Solomon', { zh: '所罗门', telling: { unless: ['所罗门群岛'] } }),
  entity('markup', '<i>"\'&𠮷', { zh: '𠮷店' }),
];

const open = (text: string): Linkable => ({ text, closed: [] });

/** The notations of texts of one document, linked. */
function linked(texts: readonly string[], who: readonly Entity[], ignored = ids()): string[] {
  const found = link(texts.map(open), buildGazetteer(who), new Set(ignored));
  return texts.map((text, index) => show(text, found[index] ?? {}));
}

/** Whom our names find where a notation stands. */
const again = (notation: string, who: readonly Entity[] = WHO): string | undefined =>
  linked([marked(notation).text], who)[0];

describe('link', () => {
  it.each([
    '由[Google|google]主导',
    '[ＧＯＯＧＬＥ|google]和[谷歌|google]',
    '在[google cloud　platform|gcp]上，不在[Google-Cloud-Platform|gcp]或[GoogleCloudPlatform|gcp]上',
    '换行的[Google\nCloud Platform|gcp]',
    '[Google|google] Cloud，[谷歌云|gcp]',
    '[Docker|docker]1.12和[Docker|docker]v17.06，[Docker|docker] 1.12',
    "[docker|docker]'s, [docker|docker]’s, (“[DOCKER|docker]”)（[Docker|docker]）",
    '[Docker|docker]/[Kubernetes|kubernetes]、[Docker|docker]。[Google|google]',
    'Dockerfile, Dockerized, dockers, Docker2, 3Docker, xDocker, Dockerｓ',
    '[redhat|red-hat]、[RED HAT|red-hat]、[red-hat|red-hat]、[红帽|red-hat]',
    'can run C code with [runc|runc]',
    '[Docker Con|dockercon]不是[Docker|docker]',
    '🐳[Docker|docker]🐳，👩‍💻[K8s|kubernetes]',
    '[Dock\u00ader|docker]和\u200f[Google|google]\u200f',
    '[Cafe\u0301|cafe]、[CAFÉ|cafe]，Cafe不是',
    "[O’Reilly|reilly]与[O'Reilly|reilly]与[Ｏ＇Reilly|reilly]",
    '<i>[Docker|docker]</i>&amp;"[Google|google]"\'',
    '[<i>"\'&𠮷|markup]是[𠮷店|markup]，𠮷不是',
    '[所罗门|solomon]去了所罗门群岛',
  ])('reads %s', (notation) => {
    expect(again(notation)).toBe(notation);
  });

  it.each([
    'https://docker.com/x，[Docker|docker]',
    '（http://example.org/?q=Docker&a=Google）[Docker|docker]',
    '见docker.io、kubernetes.io/docs和www.google.com/Docker',
    'docker@google.com，a.docker+b@mail.google.co.uk。[Google|google]',
    '<a href="https://docker.com/">[Docker|docker]</a>',
    '我喜欢[Socket.IO|socket]，不喜欢socket.io/docs和x.socket.io',
    '[Docker|docker].见下文，[Docker|docker]: [Google|google]',
  ])('finds no name within an address: %s', (notation) => {
    expect(again(notation)).toBe(notation);
  });

  it('finds nothing in what is closed', () => {
    const text = 'docker run 之后 docker';
    const [found] = link([{ text, closed: [{ start: 0, end: 10 }] }], buildGazetteer(WHO));
    expect(show(text, found ?? {})).toBe('docker run 之后 [docker|docker]');
  });

  it('takes the longer of names that overlap, then the earlier', () => {
    const who = [entity('a', '甲乙'), entity('b', '乙丙丁'), entity('c', '丁戊己'), entity('d', '戊')];
    expect(again('甲[乙丙丁|b][戊|d]己', who)).toBe('甲[乙丙丁|b][戊|d]己');
    expect(again('[甲乙|a]丙，[丁戊己|c]', who)).toBe('[甲乙|a]丙，[丁戊己|c]');
  });

  it('gives nothing for an empty text, and for nobody', () => {
    expect(link([], buildGazetteer(WHO))).toEqual([]);
    expect(linked(['', '谷歌'], [])).toEqual(['', '谷歌']);
  });
});

describe('link, where a form could be several', () => {
  const company = entity('apple', 'Apple', { zh: '苹果' });
  const fruit = entity('fruit', 'apple tree', { zh: '苹果' });

  it('names none without a rule, and says whom it could be', () => {
    expect(linked(['吃苹果'], [company, fruit])).toEqual(['吃[苹果|apple?fruit]']);
  });

  it('names the one whose rule holds, by what stands beside it', () => {
    const ruled = { ...fruit, name: { ...fruit.name, when: { after: ['吃', '种 '], before: ['树'] } } };
    expect(linked(['吃苹果树，吃苹果，苹果树，苹果'], [company, ruled])).toEqual([
      '吃[苹果|fruit]树，吃[苹果|apple]，[苹果|apple]树，[苹果|apple]',
    ]);
    expect(linked(['种 苹果 树'], [company, ruled])).toEqual(['种 [苹果|fruit] 树']);
    const by = entity('press', 'Lin', { telling: { when: { after: ['by'], before: ['says'] } } });
    expect(linked(['by Lin says', 'nearby Lin says', 'by Lin sayso'], [by])).toEqual([
      'by [Lin|press] says',
      'nearby Lin says',
      'by Lin sayso',
    ]);
  });

  it('names the one whose rule holds, by whom else the document names plainly', () => {
    const doctor = entity('doctor', 'Dr Lin', { aliases: [alias('林', { when: { with: ids('doctor') } })] });
    expect(linked(['林说', 'Dr Lin'], [doctor])).toEqual(['[林|doctor]说', '[Dr Lin|doctor]']);
    expect(linked(['林说', 'Dr Li'], [doctor])).toEqual(['林说', 'Dr Li']);
  });

  it('lets a shorter name stand where no rule of the longer holds', () => {
    const ruled = entity('cloud', '谷歌云', { telling: { when: { before: ['平台'] } } });
    const google = entity('google', '谷歌');
    expect(linked(['谷歌云平台和谷歌云朵'], [ruled, google])).toEqual([
      '[谷歌云|cloud]平台和[谷歌|google]云朵',
    ]);
  });

  it('never names anybody by a rule that asks for nobody', () => {
    const never = entity('never', '某', { telling: { when: { with: [] } } });
    expect(linked(['某'], [never])).toEqual(['某']);
  });

  it('does not look for whom it is told to ignore, but for those within their names', () => {
    const book = entity('book', '谷歌的书');
    const who = [book, entity('google', '谷歌')];
    expect(linked(['谷歌的书'], who)).toEqual(['[谷歌的书|book]']);
    expect(linked(['谷歌的书'], who, ids('book'))).toEqual(['[谷歌|google]的书']);
  });
});

describe('link, whatever the text', () => {
  const piece = fc.constantFrom(
    ...[
      'Google',
      'google cloud',
      ' Platform',
      'Docker',
      'Con',
      '谷歌',
      '云',
      '所罗门',
      '群岛',
      '红帽',
      '.IO',
    ],
    ...[
      'Socket',
      ' ',
      '1.12',
      '，',
      '<i>"\'&',
      '𠮷',
      '店',
      '\u200f',
      '\u00ad',
      '\u0301',
      'https://',
      '@',
      '.com',
    ],
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  const gazetteer = buildGazetteer(WHO);

  it('gives mentions in order, apart, that quote the text and are forms of their entities', () => {
    const byId = new Map(WHO.map((one) => [one.id, one]));
    fc.assert(
      fc.property(text, (one) => {
        const mentions = link([open(one)], gazetteer)[0]?.mentions ?? [];
        let last = 0;
        for (const { start, end, quote, entity: id } of mentions) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(quote).toBe(one.slice(start, end));
          expect(formOf(byId.get(id) ?? entity('nobody', 'x'), quote)).toBeDefined();
          last = end;
        }
      }),
    );
  });

  it('gives nothing that touches what is closed, and no less for what is closed elsewhere', () => {
    const span = fc
      .tuple(fc.nat(40), fc.nat(5))
      .map(([start, length]): Span => ({ start, end: start + length }));
    fc.assert(
      fc.property(text, fc.array(span, { maxLength: 4 }), (one, closed) => {
        const touches = ({ start, end }: Span) => closed.some((shut) => start < shut.end && shut.start < end);
        const free = gazetteer.candidatesIn(one, []).filter((candidate) => !touches(candidate));
        expect(gazetteer.candidatesIn(one, closed)).toEqual(free);
      }),
    );
  });

  it('leaves out a name only for one that overlaps it and is no shorter', () => {
    const plain = buildGazetteer([
      entity('a', '甲'),
      entity('b', '甲乙'),
      entity('c', '乙甲甲'),
      entity('d', '丙乙'),
    ]);
    const units = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 30 }).map((all) => all.join(''));
    fc.assert(
      fc.property(units, (one) => {
        const mentions = link([open(one)], plain)[0]?.mentions ?? [];
        for (const { start, end } of plain.candidatesIn(one, []))
          expect(
            mentions.some((own) => own.start < end && start < own.end && own.end - own.start >= end - start),
          ).toBe(true);
      }),
    );
  });
});

// Each of these took minutes, or never ended, where time grew with the square of the text.
describe('link, of a text that was made to hurt', () => {
  const gazetteer = buildGazetteer([entity('a', '甲乙', { aliases: ['乙甲', 'Docker'] })]);
  const count = (text: string): number => link([open(text)], gazetteer)[0]?.mentions.length ?? 0;

  it.each([
    ['200,000 names that all overlap', '甲乙'.repeat(200_000), 200_000],
    ['50,000 names among as many addresses', 'Docker，a.com，'.repeat(50_000), 50_000],
    ['a megabyte of letters without a space', `. ${'a'.repeat(1_000_000)}`, 0],
    ['a megabyte of dots and letters', 'com.'.repeat(250_000).concat('x'), 0],
    ['a megabyte of signs at', 'a@a-'.repeat(250_000).concat('x'), 0],
    ['a megabyte of gaps', '甲'.concat(' \u00ad'.repeat(500_000)).concat('乙'), 0],
    ['a megabyte of accents', 'e'.concat('\u0301'.repeat(1_000_000)), 0],
  ])('is done with %s', (_, text, expected) => {
    expect(count(text)).toBe(expected);
  });
});
