import type { Request } from 'express';
import { BadRequest } from './bad-request.ts';

// A name or an address, and a port; whatever else somebody sends must not become part of an address.
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** Where we are for whoever asks: `https://host:port`. @throws BadRequest `host` if they do not say. */
export function originOf({ protocol, headers }: Request): string {
  const { host = '' } = headers;
  if (!HOST.test(host)) throw new BadRequest('host');
  return `${protocol}://${host}`;
}
