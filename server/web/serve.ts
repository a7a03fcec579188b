import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server as NetServer } from 'node:net';
import { setImmediate as nextTurn, setTimeout } from 'node:timers/promises';
import type { Request, Response } from 'express';
import { DomainError } from '../core/refusal.ts';

/** What answers requests: an app, or whatever passes them on to the one of the moment. */
export type Handler = (request: Request, response: Response, next: () => void) => void;

export interface Serving {
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Accept nothing more, let the requests in flight finish (for ten seconds at most), then resolve. */
  readonly stop: () => Promise<void>;
}

const PATIENCE_MS = 10_000;
// What has arrived by the time of a stop is read within this, even behind a page that is being rendered.
const GRACE_MS = 100;

/**
 * Serve `app`; resolves once it listens.
 * @throws DomainError with a line that says why it cannot listen there, and what to do.
 */
export async function serve(
  app: Handler,
  { host, port, patience = PATIENCE_MS }: { host: string; port: number; patience?: number },
): Promise<Serving> {
  const server = createServer();
  let isSweeping = false;
  const unanswered = new Map<object, number>();
  server.on('request', ({ socket }, response) => {
    unanswered.set(socket, (unanswered.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (unanswered.get(socket) ?? 1) - 1;
      if (left === 0) unanswered.delete(socket);
      else unanswered.set(socket, left);
      // A connection that is kept alive behind its last answer would hold up the end.
      if (isSweeping) setImmediate(() => server.closeIdleConnections());
    });
  });
  // Express passes on what its router cannot take apart, such as `http://[/`, without asking any of our handlers.
  server.on('request', (request, response) =>
    app(request as Request, response as Response, () => refuseUnreadable(response)),
  );
  server.on('clientError', (error, socket) => answerUnreadable(error, socket, unanswered.has(socket)));
  await listen(server, host, port);
  return {
    url: urlOf(server.address() as AddressInfo, host),
    stop: () =>
      close(server, patience, () => {
        isSweeping = true;
        server.closeIdleConnections();
      }),
  };
}

const UNREADABLE: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

const UNREADABLE_BODY =
  'This request cannot be read. Is its address percent-encoded? 无法读取此请求，网址须以百分号编码。\n';
const UNREADABLE_HEAD = {
  'Content-Type': 'text/plain; charset=utf-8',
  'Content-Security-Policy': "default-src 'none';frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Length': String(Buffer.byteLength(UNREADABLE_BODY)),
  Connection: 'close',
} as const;

function refuseUnreadable(response: ServerResponse<IncomingMessage>): void {
  if (response.headersSent) response.destroy();
  else
    response
      .writeHead(400, UNREADABLE_HEAD)
      .end(response.req.method === 'HEAD' ? undefined : UNREADABLE_BODY);
}

interface Line {
  readonly writable: boolean;
  readonly destroy: () => void;
  readonly end: (text: string) => void;
}

/** What is no HTTP, such as an address whose letters are not percent-encoded, never reaches the app. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Line, isAwaited: boolean): void {
  // Behind a request that is not answered yet, this would be taken for its answer.
  if (!socket.writable || error.code === 'ECONNRESET' || isAwaited) {
    socket.destroy();
    return;
  }
  const head = [
    `HTTP/1.1 ${UNREADABLE[error.code ?? ''] ?? '400 Bad Request'}`,
    ...Object.entries(UNREADABLE_HEAD).map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${UNREADABLE_BODY}`);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalOf(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function refusalOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new DomainError(
        'conflict',
        `port ${port} on ${host} is in use; stop what uses it, or set PORT to another (0 picks one)`,
      );
    case 'EACCES':
      return new DomainError(
        'forbidden',
        `port ${port} on ${host} may not be used; set PORT to one from 1024 up`,
      );
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EINVAL':
    case 'EBADNAME':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new DomainError(
        'invalid',
        `${host.slice(0, 60)} is no address of this machine; set HOST to one, such as 127.0.0.1`,
      );
    default:
      // Whatever else the system says against an address is about the setting, and no bug.
      return typeof error.code === 'string'
        ? new DomainError(
            'invalid',
            `nothing can listen on ${host.slice(0, 60)} (${error.code}); set HOST to another address, such as 127.0.0.1`,
          )
        : error;
  }
}

function urlOf({ port, family }: AddressInfo, host: string): string {
  return family === 'IPv6' && host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}

async function close(server: Server, patience: number, sweep: () => void): Promise<void> {
  const closed = once(server, 'close');
  await admitWaiting(server);
  // Not its own `close`, which cuts a connection whose request has arrived and was not read yet.
  NetServer.prototype.close.call(server);
  await setTimeout(GRACE_MS);
  // The time may have passed while a page was rendered, with nobody listening.
  await nextTurn();
  await nextTurn();
  sweep();
  const giveUp = globalThis.setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(giveUp);
}

const MOST_TURNS = 1000;

/** Let in who has connected already. The system hands over one in a turn, so it goes on until nobody came in one. */
async function admitWaiting(server: Server): Promise<void> {
  let cameIn = true;
  const notice = (): void => {
    cameIn = true;
  };
  server.on('connection', notice);
  for (let turn = 0; cameIn && turn < MOST_TURNS; turn += 1) {
    cameIn = false;
    await nextTurn();
    await nextTurn();
  }
  server.off('connection', notice);
}
