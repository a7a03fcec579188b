import type { Alias, Entity, Telling } from '../../server/core/entity.ts';
import { parseEntityId } from '../../server/core/entity.ts';

type Rest = Partial<Omit<Entity, 'id' | 'name' | 'aliases'>> & {
  readonly zh?: string;
  readonly telling?: Telling;
  readonly aliases?: readonly (string | Alias)[];
};

/** An entity whose preferred name is `en`, in Chinese too unless told; an alias that is only a text is a variant. */
export function entity(id: string, en: string, { zh, telling, aliases, ...rest }: Rest = {}): Entity {
  return {
    type: 'project',
    description: { zh: '说明。', en: 'A description.' },
    relations: [],
    ...rest,
    id: parseEntityId(id),
    name: { zh: zh ?? en, en, ...telling },
    aliases: (aliases ?? []).map((one) => (typeof one === 'string' ? alias(one) : one)),
  };
}

export function alias(form: string, telling: Telling = {}, rest: Partial<Alias> = {}): Alias {
  return { form, language: 'zh', kind: 'variant', ...telling, ...rest };
}

export const ids = (...texts: string[]) => texts.map(parseEntityId);
