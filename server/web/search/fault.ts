import type { Query } from '../../core/query.ts';
import type { Fault, QueryRefused } from '../../core/query-fault.ts';
import { searchAddress } from '../address.ts';
import type { Locale } from '../locale.ts';
import type { Piece } from '../reading/piece.ts';
import { piecesOf } from '../reading/piece.ts';
import type { Narrowing } from './choices.ts';
import type { Said } from './said.ts';
import { saidOf } from './said.ts';

/** What is wrong in a query, where it is, and how it would be right. */
export interface FaultsView {
  /** The query as typed; `isMatch` is what is wrong. */
  readonly typed: readonly Piece[];
  readonly messages: readonly (readonly Said[])[];
  readonly suggestion: { readonly text: string; readonly href: string } | null;
}

export function faultsOf({ text, faults }: Query, narrowing: Narrowing, locale: Locale): FaultsView | null {
  if (faults.length === 0) return null;
  const suggestion = faults.find((fault) => fault.suggestion !== undefined)?.suggestion;
  return {
    typed: piecesOf(text, faults),
    messages: faults.map((fault) => faultMessage(fault, locale)),
    suggestion:
      suggestion === undefined ? null : { text: suggestion, href: searchAddress(suggestion, narrowing) },
  };
}

export function faultMessage({ code, values }: Fault, { t }: Locale): Said[] {
  return saidOf(values, (typed) => t(`search.fault.${code}`, typed));
}

/** Why a query is not run at all. */
export function refusalMessage({ reason, limit }: QueryRefused, { t, number }: Locale): string {
  return t(`search.refused.${reason}`, { limit: number(limit) });
}
