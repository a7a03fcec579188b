import type { RequestHandler } from 'express';

/** As much of pino's logger as is used here. */
export interface Log {
  readonly info: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
}

/** One line for each request, when its answer is over. What was searched for is nobody's business: no query. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    response.once('close', () => {
      log.info(
        {
          method: request.method,
          path: request.originalUrl.split('?')[0]?.slice(0, 200),
          status: response.statusCode,
          ms: Math.round((performance.now() - start) * 10) / 10,
          bytes: Number(response.getHeader('Content-Length') ?? 0),
          ...(!response.writableFinished && { aborted: true }),
        },
        'request',
      );
    });
    next();
  };
}
