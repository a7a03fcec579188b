import { DomainError } from '../../core/refusal.ts';
import type { Search } from '../../core/search.ts';
import type { House } from '../house.ts';

/**
 * Search, as soon as its index is there.
 * @throws DomainError `unavailable` if that cannot be built; the log has the reason.
 */
export async function searchOf({ search }: Pick<House, 'search'>): Promise<Search> {
  try {
    return await search;
  } catch {
    throw new DomainError('unavailable', 'search could not be opened');
  }
}
