// What page serving is compared with; runs in a process of its own, as Duidu does. The first line tells the port.
//   node bench/reference.ts http BYTES     bare node:http, answering every request with the bytes of a file
//   node bench/reference.ts socket         a socket that answers without reading: what no HTTP server can exceed
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

function bareSocket(): Server {
  const answer = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
  return createSocketServer((socket) => {
    socket.on('data', () => socket.write(answer));
    socket.on('error', () => socket.destroy());
  });
}

const [kind, file = ''] = process.argv.slice(2);
const server = kind === 'http' ? bareHttp(readFileSync(file)) : bareSocket();
server.listen(0, '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port);
});
process.on('SIGTERM', () => process.exit());
