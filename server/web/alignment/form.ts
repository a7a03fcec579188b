import type { Request } from 'express';
import type { Realigning, RealignOrder } from '../../core/realigning.ts';
import { DomainError } from '../../core/refusal.ts';
import { BadRequest } from '../bad-request.ts';
import { bytesIn } from '../body.ts';

// A token, a key, a digest and two numbers.
const LONGEST_FORM = 4_000;

/** What a form of the page asks for. */
export interface Sent {
  readonly token: string;
  readonly order: RealignOrder;
  /** Whether only what is doubtful was shown. */
  readonly onlyDoubtful: boolean;
  /** Whether the next doubtful row is to be looked at then. */
  readonly goesOn: boolean;
}

/**
 * @throws DomainError `too-large` if it brings more than such a form can, `media-type` if it is none.
 * @throws BadRequest `malformed-form` if it asks for what there is not.
 */
export async function sentIn(request: Request): Promise<Sent> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type))
    throw new DomainError('media-type', 'only a form is read');
  const form = new URLSearchParams((await bytesIn(request, LONGEST_FORM)).toString('utf8'));
  return {
    token: form.get('token') ?? '',
    order: orderIn(form),
    onlyDoubtful: form.get('only') === 'doubtful',
    goesOn: form.get('next') === '1',
  };
}

/** `up s12 0123456789abcdef`: what, where, and what was seen there. */
function orderIn(form: URLSearchParams): RealignOrder {
  const [kind, place = '', seen = '', ...rest] = (form.get('do') ?? '').split(' ');
  if (rest.length > 0 || form.getAll('do').length !== 1) throw new BadRequest('malformed-form');
  if (kind === 'undo' && /^\d{8}$/.test(place) && seen === '') return { change: { kind }, seen: place };
  if (!/^(?:[a-z][a-z0-9-]*|loose_(?:[a-z][a-z0-9-]*)?)$/.test(place) || !/^[0-9a-f]{16}$/.test(seen))
    throw new BadRequest('malformed-form');
  return { change: changeIn(kind, form), place, seen };
}

function changeIn(kind: string | undefined, form: URLSearchParams): Realigning {
  switch (kind) {
    case 'up':
    case 'down':
    case 'join':
    case 'confirm':
      return { kind };
    case 'split': {
      const offset = offsetIn(form, 'zh');
      if (offset === undefined) throw new BadRequest('malformed-form');
      return { kind, offset, glossAt: offsetIn(form, 'en') };
    }
    default:
      throw new BadRequest('malformed-form');
  }
}

/** Undefined where the form has no such field. */
function offsetIn(form: URLSearchParams, name: string): number | undefined {
  const text = form.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,7}$/.test(text)) throw new BadRequest('malformed-form');
  return Number(text);
}
