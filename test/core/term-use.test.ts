import { describe, expect, it } from 'vitest';
import { authorityOf } from '../../server/core/authority.ts';
import type { DocumentSegment } from '../../server/core/document.ts';
import type { Term, Waiver } from '../../server/core/term.ts';
import { termUsesIn } from '../../server/core/term-use.ts';
import { documentOf, named, segment } from '../fixture.ts';
import { entity, ids } from './entities.ts';
import { term, waiver } from './terms.ts';

const AUTHORITY = authorityOf([entity('docker', 'Docker'), entity('cloud-body', '云原生会')]);
const CONTAINER = term('container', '容器', 'container', { forbidden: ['vessel'] });
const ENGINE = term('engine', '容器引擎', 'container engine');
const IMAGE = term('image', '镜像', 'image', { when: { with: ids('docker') }, forbidden: ['mirror'] });
const MIRROR = term('mirror', '镜像', 'mirror');
const ORCHESTRATION = term('orchestration', '编排', 'orchestration', { admitted: ['arrange'] });

/** The uses in one segment: `容器=preferred container “containers”`. */
function uses(
  zh: string,
  en: string | null,
  terms: readonly Term[],
  more: Partial<DocumentSegment> = {},
): string[] {
  return usesIn([segment('s1', zh, en, more)], terms);
}

function usesIn(
  segments: readonly DocumentSegment[],
  terms: readonly Term[],
  waivers: readonly Waiver[] = [],
): string[] {
  const documents = [named(documentOf('harbour', segments), AUTHORITY)];
  return [...termUsesIn({ documents, terms, waivers }).values()]
    .flat()
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, segment: { zh, en }, rendered, waiver: waived }) => {
      const quote = zh?.slice(span.start, span.end);
      const how =
        'span' in rendered ? ` ${rendered.form} “${en?.slice(rendered.span.start, rendered.span.end)}”` : '';
      return `${quote}=${rendered.kind}${how}${waived === undefined ? '' : ' waived'}`;
    });
}

describe('where a term stands', () => {
  it('is the longest that stands there', () => {
    expect(uses('𠮷容器引擎和容器。', 'Container engines & containers', [CONTAINER, ENGINE])).toEqual([
      '容器引擎=preferred container engine “Container engines”',
      '容器=preferred container “containers”',
    ]);
  });

  it('is not within a name, code, an address or debris, nor where the text is not at hand', () => {
    const native = term('native', '云原生', 'cloud native');
    expect(uses('云原生会', 'x', [native])).toEqual([]);
    expect(uses('跑 容器', 'x', [CONTAINER], { marks: [{ kind: 'code', start: 2, end: 4 }] })).toEqual([]);
    expect(uses('run http://x.org/docker', 'x', [term('x', 'docker', 'dockworker')])).toEqual([]);
    expect(uses('容器', 'x', [CONTAINER], { debris: true })).toEqual([]);
    expect(uses('容器', 'x', [CONTAINER], { kind: 'code' })).toEqual([]);
    expect(usesIn([segment('s1', null, 'container')], [CONTAINER])).toEqual([]);
  });

  it('is not in a longer word that the term says is something else', () => {
    const app = term('app', '应用', 'application', { unless: ['应用户'] });
    expect(uses('应用户要求', 'users', [app])).toEqual([]);
    expect(uses('应用', 'application', [app])).toHaveLength(1);
  });

  it('knows variants, whatever their case and width, as whole words', () => {
    const app = term('app', '应用', 'application', { variants: [{ form: 'APP', kind: 'abbreviation' }] });
    expect(uses('ａｐｐ、app和apple', 'applications', [app])).toHaveLength(2);
  });
});

describe('terms that are written alike', () => {
  it('are told apart by whom the document names', () => {
    expect(uses('Docker的镜像', 'Docker’s image', [IMAGE, MIRROR])).toEqual(['镜像=preferred image “image”']);
    expect(uses('湖里的镜像', 'a mirror', [IMAGE, MIRROR])).toEqual(['镜像=preferred mirror “mirror”']);
    const apart = [segment('s1', '镜像', 'image'), segment('s2', 'Docker', 'Docker')];
    expect(usesIn(apart, [IMAGE, MIRROR])).toEqual(['镜像=preferred image “image”']);
  });

  it('are told apart by what stands beside them', () => {
    const commit = term('commit', '提交', 'commit', { when: { after: ['次'] } });
    const submit = term('submit', '提交', 'submit');
    expect(uses('三次提交，提交给人', 'commits, submitted', [commit, submit])).toEqual([
      '提交=preferred commit “commits”',
      '提交=preferred submit “submitted”',
    ]);
  });

  it('are none where no rule decides', () => {
    expect(uses('镜像', 'image', [MIRROR, term('other', '镜像', 'image')])).toEqual([]);
  });

  it('leave the place to a shorter term where their rule does not hold', () => {
    const longer = term('longer', '容器镜像', 'x', { when: { with: ids('docker') } });
    expect(uses('容器镜像', 'containers', [CONTAINER, longer])).toEqual([
      '容器=preferred container “containers”',
    ]);
  });
});

describe('how a gloss renders it', () => {
  it.each([
    ['an inflected form', 'They orchestrated it.', 'preferred orchestration “orchestrated”'],
    ['an admitted one', 'An arranging.', 'admitted arrange “arranging”'],
    ['none', 'They did it.', 'none'],
    ['nothing yet', null, 'unglossed'],
    [
      'the preferred one where there are several',
      'Arranged by orchestration.',
      'preferred orchestration “orchestration”',
    ],
  ])('is %s', (_, en, how) => {
    expect(uses('编排', en, [ORCHESTRATION])).toEqual([`编排=${how}`]);
  });

  it('is a forbidden one only where nothing else is left', () => {
    expect(uses('容器', 'A vessel.', [CONTAINER])).toEqual(['容器=forbidden vessel “vessel”']);
    expect(uses('容器', 'A vessel, a container.', [CONTAINER])).toEqual([
      '容器=preferred container “container”',
    ]);
    expect(uses('容器、容器', 'A vessel, a container.', [CONTAINER])).toEqual([
      '容器=forbidden vessel “vessel”',
      '容器=preferred container “container”',
    ]);
  });

  it('may be said once for several places', () => {
    expect(uses('容器、容器', 'Containers.', [CONTAINER])).toEqual([
      '容器=preferred container “Containers”',
      '容器=preferred container “Containers”',
    ]);
  });

  it('is not within a longer rendering of another term, nor within a name', () => {
    expect(uses('容器引擎和容器', 'Container engines.', [CONTAINER, ENGINE])[1]).toBe('容器=none');
    const cloud = term('cloud', '云', 'cloud');
    const body = authorityOf([entity('body', 'Cloud Body')]);
    const documents = [named(documentOf('x', [segment('s1', '云', 'The Cloud Body')]), body)];
    const [use] = termUsesIn({ documents, terms: [cloud], waivers: [] }).get(cloud.id) ?? [];
    expect(use?.rendered.kind).toBe('none');
  });

  it('may be within other words that another term spans with a gap', () => {
    const out = term('public', '公开', 'make … public');
    expect(uses('公开容器', 'He made the container public.', [CONTAINER, out])).toEqual([
      '公开=preferred make … public “made the container public”',
      '容器=preferred container “container”',
    ]);
  });

  it('may be waived, at one place', () => {
    const segments = [segment('s1', '容器', 'a box'), segment('s2', '容器', 'a box')];
    expect(usesIn(segments, [CONTAINER], [waiver('container', 'harbour:s2')])).toEqual([
      '容器=none',
      '容器=none waived',
    ]);
  });
});

describe('termUsesIn', () => {
  it('looks at the wanted segments only', () => {
    const documents = [documentOf('harbour', [segment('s1', '容器', 'x'), segment('s2', '容器', 'x')])];
    const found = termUsesIn({ documents, terms: [CONTAINER], waivers: [] }, (_, { id }) => id === 's2');
    expect(found.get(CONTAINER.id)?.map((use) => use.segment.id)).toEqual(['s2']);
  });

  it('is empty without terms', () => {
    expect(termUsesIn({ documents: [], terms: [], waivers: [] }).size).toBe(0);
  });
});
