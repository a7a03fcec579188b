import { withoutTones } from '../../core/pinyin.ts';
import type { RenderingGroup } from '../../core/rendering.ts';
import type { TermSort } from '../choices.ts';
import type { Group } from '../entity/order.ts';
import { letterOf } from '../entity/order.ts';
import type { Locale } from '../locale.ts';
import type { TermRecord } from './termbook.ts';

// What somebody should look at first stands first.
const STATES = ['none', 'forbidden', 'rare', 'several', 'one', 'absent'] as const;

const COLLATOR = new Intl.Collator('en', { numeric: true });

/** The terms in groups that follow the order; no group is empty. */
export function termGroupsOf(
  records: readonly TermRecord[],
  sort: TermSort,
  { t }: Locale,
): Group<TermRecord>[] {
  const keyOf = ({ term }: TermRecord): string =>
    sort === 'english' ? term.en.replace(/^… /, '') : withoutTones(term.pinyin);
  const sorted = records.toSorted(
    (a, b) => COLLATOR.compare(keyOf(a), keyOf(b)) || COLLATOR.compare(a.term.pinyin, b.term.pinyin),
  );
  if (sort === 'outliers')
    return STATES.map((state) => ({
      id: state,
      title: t(`terms.state.${state}`),
      entries: sorted.filter((record) => stateOf(record) === state),
    })).filter(({ entries }) => entries.length > 0);
  return [...Map.groupBy(sorted, (record) => letterOf(keyOf(record)))].map(([letter, entries]) => ({
    id: letter === '' ? 'other' : letter.toLowerCase(),
    title: letter === '' ? t('entities.other-letters') : letter,
    entries,
  }));
}

function stateOf({ groups }: TermRecord): (typeof STATES)[number] {
  const has = (kind: RenderingGroup['kind']): boolean => groups.some((group) => group.kind === kind);
  if (groups.length === 0) return 'absent';
  if (has('none')) return 'none';
  if (has('forbidden')) return 'forbidden';
  if (groups.some(({ isRare }) => isRare)) return 'rare';
  return groups.filter(({ form, kind }) => form !== null && kind !== 'waived').length > 1 ? 'several' : 'one';
}
