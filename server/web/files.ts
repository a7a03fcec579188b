import type { RequestHandler } from 'express';
import { DomainError } from '../core/refusal.ts';
import type { House } from './house.ts';
import { ICON } from './icon.ts';
import { encodingFor } from './rendition.ts';
import { send } from './send.ts';

const YEAR = 'public, max-age=31536000, immutable';
const DAY = 'public, max-age=86400';

/** `/assets/:name`: a name holds the digest of its content, so it may be kept for good. */
export function asset({ assets, store }: House): RequestHandler {
  return async (request, response) => {
    const name = String(request.params.name);
    const file = assets.files.get(name);
    if (file === undefined) throw new DomainError('not-found', 'no such asset');
    const encoding = encodingFor(request.headers['accept-encoding']);
    const rendition = await store.get(`asset ${name}`, encoding, () => file.content);
    send(request, response, rendition, file.type, { 'Cache-Control': YEAR, Vary: 'Accept-Encoding' });
  };
}

export function icon({ store }: House): RequestHandler {
  return async (request, response) => {
    const encoding = encodingFor(request.headers['accept-encoding']);
    const rendition = await store.get('icon', encoding, () => ICON);
    send(request, response, rendition, 'image/svg+xml', { 'Cache-Control': DAY, Vary: 'Accept-Encoding' });
  };
}
