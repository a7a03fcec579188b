import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../server/core/query.ts';
import { showQuery } from '../../server/core/query-text.ts';
import { leavesOf } from './queries.ts';

const tree = (text: string): string => showQuery(parseQuery(text));

describe('parseQuery', () => {
  it.each([
    ['docker', 'docker'],
    ['docker swarm', 'and(docker, swarm)'],
    ['开放容器倡议', '开放容器倡议'],
    ['容器\u3000镜像\t\n仓库', 'and(容器, 镜像, 仓库)'],
    ['containerd-shim CRI-O', 'and(containerd-shim, CRI-O)'],
    ['𠮷 🐳 docker🐳 👍🏻', 'and(𠮷, 🐳, docker🐳, 👍🏻)'],
    ['O’Reilly AT&T Node.js 布兰登·菲利普斯', 'and(O’Reilly, AT&T, Node.js, 布兰登·菲利普斯)'],
    ['C++ C# 50% 1,000 $5', 'and(C++, C#, 50%, 1,000, $5)'],
    ['', ''],
    [' \u3000', ''],
  ])('wants all words of %j', (text, expected) => {
    expect(tree(text)).toBe(expected);
    expect(parseQuery(text).faults).toEqual([]);
  });

  it.each([
    ['"swarm mode"', '"swarm mode"'],
    ['“swarm mode”', '"swarm mode"'],
    ['”swarm mode“', '"swarm mode"'],
    ['「容器 镜像」', '"容器 镜像"'],
    ['＂swarm mode＂', '"swarm mode"'],
    ['«swarm mode»', '"swarm mode"'],
    ['a"b  c"d', 'and(a, "b c", d)'],
    ['"-a OR (b title:c"', '"-a OR (b title:c"'],
    ['「say "hi"」', '「say "hi"」'],
    ['docker "" "…"', 'docker'],
  ])('wants the words in a row in %s', (text, expected) => {
    expect(tree(text)).toBe(expected);
    expect(parseQuery(text).faults).toEqual([]);
  });

  it.each([
    ['docker -swarm', 'and(docker, not(swarm))'],
    ['-swarm docker', 'and(not(swarm), docker)'],
    ['docker －swarm', 'and(docker, not(swarm))'],
    ['docker -"swarm mode"', 'and(docker, not("swarm mode"))'],
    ['docker -document:oci', 'and(docker, not(document:oci))'],
    ['docker -title:swarm', 'and(docker, not(title:swarm))'],
    ['docker -(swarm mode)', 'and(docker, not(and(swarm, mode)))'],
    ['docker -(swarm OR mode)', 'and(docker, not(or(swarm, mode)))'],
    ['docker (-swarm)', 'and(docker, not(swarm))'],
    ['docker，-swarm', 'and(docker, not(swarm))'],
    ['"docker"-swarm', 'and("docker", not(swarm))'],
    ['docker -(-swarm)', 'and(docker, swarm)'],
    ['document:oci -docker', 'and(document:oci, not(docker))'],
    ['docker- --privileged', 'and(docker, privileged)'],
    ['docker -> swarm', 'and(docker, swarm)'],
    ['2013–2015', 'and(2013, 2015)'],
  ])('excludes with a hyphen that begins a word: %s', (text, expected) => {
    expect(tree(text)).toBe(expected);
    expect(parseQuery(text).faults).toEqual([]);
  });

  it.each([
    ['docker OR podman', 'or(docker, podman)'],
    ['docker | podman', 'or(docker, podman)'],
    ['docker|podman', 'or(docker, podman)'],
    ['docker ｜ podman', 'or(docker, podman)'],
    ['docker ＯＲ podman', 'or(docker, podman)'],
    ['docker or podman', 'and(docker, or, podman)'],
    ['docker || podman', 'or(docker, podman)'],
    ['a b OR c -d', 'or(and(a, b), and(c, not(d)))'],
    ['a (b OR c) d', 'and(a, or(b, c), d)'],
    ['a （b OR c） d', 'and(a, or(b, c), d)'],
    ['(a OR b) OR (c)', 'or(a, b, c)'],
    ['(a b) (c (d))', 'and(a, b, c, d)'],
    ['"OR"', '"OR"'],
    ['ORM FOR', 'and(ORM, FOR)'],
    ['main()', 'main'],
  ])(
    'takes one or the other with OR, which binds weaker than what stands side by side: %s',
    (text, expected) => {
      expect(tree(text)).toBe(expected);
      expect(parseQuery(text).faults).toEqual([]);
    },
  );

  it.each([
    ['title:docker', 'title:docker'],
    ['title:"open container"', 'title:"open container"'],
    ['标题：容器', 'title:容器'],
    ['ＴＩＴＬＥ：docker', 'title:docker'],
    ['document:oci 文章：oci', 'and(document:oci, document:oci)'],
    ['document:oci:s12', 'document:oci:s12'],
    ['entity:"red hat" 名称：谷歌', 'and(entity:"red hat", entity:谷歌)'],
    ['Type:person 类型:person', 'and(type:person, type:person)'],
    [
      'language:zh language:zh-Hans language:chinese 语言：中文',
      'and(language:zh, language:zh, language:zh, language:zh)',
    ],
    ['language:en language:English 语言：英文', 'and(language:en, language:en, language:en)'],
    ['before:2015 早于：２０１５', 'and(before:2015, before:2015)'],
    ['after:2014-06 晚于：“2014-06”', 'and(after:2014-06, after:2014-06)'],
    [
      'before:2014~ after:"2014-06?" before:2013/2015',
      'and(before:2014~, after:"2014-06?", before:2013/2015)',
    ],
    ['title:OR', 'title:OR'],
    ['title:-x title：-x', 'and(title:x, title:x)'],
    ['title:title:x', 'title:title:x'],
    ['+title:x', 'title:x'],
  ])('knows its fields in both languages: %s', (text, expected) => {
    expect(tree(text)).toBe(expected);
    expect(parseQuery(text).faults).toEqual([]);
  });

  it.each([
    ['http://x', 'http://x'],
    ['12:30', '12:30'],
    ['C++:', 'C++'],
    ['foo:bar', 'foo:bar'],
    ['later:x file:///etc tag:1', 'and(later:x, file:///etc, tag:1)'],
    ['Content-Type:x', 'Content-Type:x'],
    ['befor:', 'befor'],
    ['问题：容器', 'and(问题, 容器)'],
    ['标是：容器', 'and(标是, 容器)'],
  ])('takes a colon behind what is no field for a part of the word: %s', (text, expected) => {
    expect(tree(text)).toBe(expected);
    expect(parseQuery(text).faults).toEqual([]);
  });

  it.each([
    ['开放容器倡议，OCI', 'and(开放容器倡议, OCI)'],
    ['“容器”是什么？镜像、仓库……《指南》！', 'and("容器", 是什么, 镜像, 仓库, 指南)'],
    ['foo^10', 'foo^10'],
    ['+a', 'a'],
    ['+a -b', 'and(a, not(b))'],
    ['~2', '2'],
    ['foo~2', 'foo~2'],
    ['*', ''],
    ['kube*', 'kube'],
    ['*net*es', 'and(net, es)'],
    ["'; DROP TABLE x; --", 'and(DROP, TABLE, x)'],
    ['<i>docker</i>', 'and(i, docker, i)'],
    ['‘docker’ `runC` {a} [b] @c #d', 'and(docker, runC, a, b, c, d)'],
    ['d\u0000o\u200bc\u00adker \u200fOR\u202e runC', 'or(docker, runC)'],
    ['docker \ud83d\u200b\udc33', 'docker'],
    ['…，。 & ~ ^', ''],
  ])('takes what means nothing for nothing: %j', (text, expected) => {
    expect(tree(text)).toBe(expected);
    expect(parseQuery(text).faults).toEqual([]);
  });

  it('says where each thing stands, with its marks and its field', () => {
    const text = ' do\u200bcker -“swarm mode” \u202e标题：容器 before:2015 ';
    const spans = leavesOf(parseQuery(text).root).map(({ start, end }) => text.slice(start, end));
    expect(spans).toEqual(['do\u200bcker', '“swarm mode”', '标题：容器', 'before:2015']);
  });
});
