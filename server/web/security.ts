import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { DomainError } from '../core/refusal.ts';
import { queryStringOf } from './query.ts';

const SELF = ["'self'"];

/** Nothing runs, styles, frames or is fetched but what comes from here as a file. */
export function guarded(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: SELF,
        styleSrc: SELF,
        imgSrc: SELF,
        fontSrc: SELF,
        connectSrc: SELF,
        formAction: SELF,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // Whoever puts TLS before this answers for the other hosts of the domain.
    strictTransportSecurity: { includeSubDomains: false },
  });
}

/** Nothing is written here, so nothing but reading is answered, and no address needs to be long. */
export const readOnly: RequestHandler = (request, response, next) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    throw new DomainError('method', 'only GET and HEAD are answered');
  }
  queryStringOf(request.url);
  next();
};
