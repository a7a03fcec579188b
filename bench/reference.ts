// What page serving is compared with; runs in a process of its own, as Duidu does. The first line tells the port.
//   node bench/reference.ts http FILE       bare node:http, answering every request with the bytes of a file
//   node bench/reference.ts socket FILE     the same bytes from a socket that does not read what it is asked
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { createServer as createSocketServer } from 'node:net';

function bareHttp(body: Buffer): Server {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Encoding': 'br',
    'Content-Length': body.length,
  };
  return createHttpServer((_request, response) => {
    response.writeHead(200, headers);
    response.end(body);
  });
}

function bareSocket(body: Buffer): Server {
  const answer = Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`),
    body,
  ]);
  return createSocketServer((socket) => {
    socket.on('data', () => socket.write(answer));
    socket.on('error', () => socket.destroy());
  });
}

const [kind, file = ''] = process.argv.slice(2);
const body = readFileSync(file);
const server = kind === 'http' ? bareHttp(body) : bareSocket(body);
server.listen(0, '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port);
});
process.on('SIGTERM', () => process.exit());
