import type { EntityId, Rule } from '../core/entity.ts';
import { isEntityId } from '../core/entity.ts';
import type { Cursor } from './cursor.ts';
import { filled } from './description.ts';

// A rule of which anything is wrong never holds: a name without its rule would stand everywhere.
const NEVER: Rule = { with: [] };

/** When a form that could be something else is what it is listed for. */
export function ruleAt(at: Cursor): Rule {
  if (!at.isMap(['with', 'after', 'before'])) return NEVER;
  const rule: Rule = {
    ...(!at.at('with').isAbsent && { with: at.list('with', entityIdAt).items }),
    ...(!at.at('after').isAbsent && { after: textsAt(at.at('after')) }),
    ...(!at.at('before').isAbsent && { before: textsAt(at.at('before')) }),
  };
  const asked = Object.values(rule);
  if (asked.length > 0 && asked.every((one) => one.length > 0)) return rule;
  at.report('empty-text', '“when” asks for nothing');
  return NEVER;
}

export function entityIdAt(at: Cursor): EntityId | undefined {
  const id = at.text();
  return id === undefined || isEntityId(id) ? id : at.report('bad-id', `“${id}” is no entity id`);
}

/** The items of a list that say something. */
export function textsAt(at: Cursor): string[] {
  return at.items().flatMap((item) => filled(item) ?? []);
}
