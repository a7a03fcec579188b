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
    // With none at all, a browser would not say where a form of ours comes from.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    // Whoever puts TLS before this answers for the other hosts of the domain.
    strictTransportSecurity: { includeSubDomains: false },
  });
}

// The one address that takes a text: what is sent is read, and nothing is kept of it.
const TEXT_ADDRESS = '/api/v1/words';
/** A text of 1,000 characters, each of four bytes, as an address writes it. */
export const LONGEST_TEXT_ADDRESS = 13_000;

/** But for `forms`, nothing is written here, so nothing but reading is answered, and no address needs to be long. */
export function readOnly(forms: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const takesText = request.path === TEXT_ADDRESS;
    const methods = takesText || forms.includes(request.path) ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'];
    if (!methods.includes(request.method)) {
      response.setHeader('Allow', methods.join(', '));
      throw new DomainError('method', `only ${methods.join(', ')} are answered`);
    }
    queryStringOf(request.url, takesText ? LONGEST_TEXT_ADDRESS : undefined);
    next();
  };
}
