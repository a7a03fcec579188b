/** Why a request is refused; each code is also a locale key under `error.`. */
export const REFUSALS = [
  'not-found',
  'invalid',
  'conflict',
  'forbidden',
  'method',
  'unavailable',
  'too-large',
  'media-type',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** A request that is refused although nothing is broken. Everything else that is thrown is a bug. */
export class DomainError extends Error {
  readonly code: Refusal;

  constructor(code: Refusal, detail: string) {
    super(detail);
    this.name = 'DomainError';
    this.code = code;
  }
}
