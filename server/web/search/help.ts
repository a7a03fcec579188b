import { searchAddress } from '../address.ts';
import type { UiLanguage } from '../language.ts';
import type { Locale } from '../locale.ts';

/** What may be typed, and what it does. */
export interface OperatorView {
  readonly example: string;
  readonly href: string;
  readonly says: string;
}

type Operator = keyof typeof EXAMPLES.en;

// The names of fields are understood in both languages, too.
const EXAMPLES = {
  en: {
    words: '容器 runtime',
    phrase: '"swarm mode"',
    without: 'swarm -docker',
    or: 'runc OR crun',
    title: 'title:容器',
    document: 'kubernetes document:docker',
    entity: 'entity:CoreOS rkt',
    type: 'type:heading 编排',
    language: 'language:zh kubernetes',
    before: 'docker before:2015',
    after: 'docker after:2014-06',
    pinyin: 'rongqi',
    traditional: '開放容器',
  },
  'zh-Hans': {
    words: '容器 runtime',
    phrase: '“swarm mode”',
    without: 'swarm -docker',
    or: 'runc OR crun',
    title: '标题:容器',
    document: 'kubernetes 文章:docker',
    entity: '名称:CoreOS rkt',
    type: '类型:heading 编排',
    language: '语言:中文 kubernetes',
    before: 'docker 早于:2015',
    after: 'docker 晚于:2014-06',
    pinyin: 'rongqi',
    traditional: '開放容器',
  },
} as const satisfies Record<UiLanguage, Record<string, string>>;

export function operatorsOf({ language, t }: Locale): OperatorView[] {
  return Object.entries(EXAMPLES[language]).map(([name, example]) => ({
    example,
    href: searchAddress(example),
    says: t(`search.operator.${name as Operator}`),
  }));
}
