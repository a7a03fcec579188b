import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { DomainError } from '../core/refusal.ts';

export interface Serving {
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Accept nothing more, let the requests in flight finish (for ten seconds at most), then resolve. */
  readonly stop: () => Promise<void>;
}

const PATIENCE_MS = 10_000;

/**
 * Serve `app`; resolves once it listens.
 * @throws DomainError with a line that says why it cannot listen there, and what to do.
 */
export async function serve(
  app: Express,
  { host, port, patience = PATIENCE_MS }: { host: string; port: number; patience?: number },
): Promise<Serving> {
  const server = createServer();
  let isStopping = false;
  server.on('request', (_request, response) => {
    // A connection that is kept alive behind its last answer would hold up the end.
    response.once('close', () => {
      if (isStopping) setImmediate(() => server.closeIdleConnections());
    });
  });
  server.on('request', app);
  server.on('clientError', answerUnreadable);
  await listen(server, host, port);
  return {
    url: urlOf(server.address() as AddressInfo, host),
    stop: async () => {
      isStopping = true;
      await close(server, patience);
    },
  };
}

const UNREADABLE: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

interface Line {
  readonly writable: boolean;
  readonly destroy: () => void;
  readonly end: (text: string) => void;
}

/** What is no HTTP, such as an address whose letters are not percent-encoded, never reaches the app. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Line): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const body =
    'This request cannot be read. Is its address percent-encoded? 无法读取此请求，网址须以百分号编码。\n';
  const head = [
    `HTTP/1.1 ${UNREADABLE[error.code ?? ''] ?? '400 Bad Request'}`,
    'Content-Type: text/plain; charset=utf-8',
    'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
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
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new DomainError(
        'invalid',
        `${host} is no address of this machine; set HOST to one, such as 127.0.0.1`,
      );
    default:
      return error;
  }
}

function urlOf({ port, family }: AddressInfo, host: string): string {
  return family === 'IPv6' && host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}

function close(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}
