import { once } from 'node:events';
import { get } from 'node:http';
import type { Socket } from 'node:net';
import { connect } from 'node:net';

export interface Load {
  readonly perSecond: number;
  /** Of one core, 0 to 1: what asking itself cost. Near 1 it is what was measured, not the server. */
  readonly share: number;
}

const CONNECTIONS = 16;
const HEADERS = { 'Accept-Encoding': 'br', 'Accept-Language': 'en' };
const BUFFER = 64 * 1024;

/** The body of an answer as it is sent; fetch() would decompress it. */
export async function bytesOf(url: string): Promise<Buffer> {
  const [answer] = await once(get(url, { headers: HEADERS, agent: false }), 'response');
  if (answer.statusCode !== 200) throw new Error(`${url} answers ${answer.statusCode}`);
  return Buffer.concat(await answer.toArray());
}

/**
 * Ask for one page over and over, on connections that are kept, each with one request at a time. Answers are told apart by
 * counting their bytes, which are as many every time; so little is done with them that a core of the machine can ask
 * for more than a server on another one can answer.
 *
 * @throws Error if an answer has another length than the first.
 */
export async function load(url: string, seconds: number): Promise<Load> {
  const { hostname, port, pathname } = new URL(url);
  const head = Object.entries({ Host: `${hostname}:${port}`, ...HEADERS }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const request = Buffer.from(`GET ${pathname} HTTP/1.1\r\n${head.join('')}\r\n`);
  const length = await lengthOfAnswer(Number(port), hostname, request);

  let answers = 0;
  let fault: Error | undefined;
  const sockets = Array.from({ length: CONNECTIONS }, () => {
    let received = 0;
    const read = (bytes: number): boolean => {
      received += bytes;
      if (received > length) fault = new Error(`${url}: an answer is longer than ${length} bytes`);
      if (received >= length) {
        received = 0;
        answers += 1;
        socket.write(request);
      }
      return true;
    };
    const onread = { buffer: Buffer.alloc(BUFFER), callback: read };
    const socket = connect({ port: Number(port), host: hostname, onread });
    socket.on('error', (error) => {
      fault = error;
    });
    socket.write(request);
    return socket;
  });

  const before = { answers, cpu: process.cpuUsage(), time: performance.now() };
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const taken = (performance.now() - before.time) / 1000;
  const { user, system } = process.cpuUsage(before.cpu);
  for (const socket of sockets) socket.destroy();
  if (fault !== undefined) throw fault;
  return { perSecond: (answers - before.answers) / taken, share: (user + system) / 1e6 / taken };
}

/** Bytes of one answer with its headers, which hold `Content-Length`. */
async function lengthOfAnswer(port: number, host: string, request: Buffer): Promise<number> {
  const socket: Socket = connect({ port, host });
  socket.write(request);
  let text = '';
  for await (const chunk of socket) {
    text += chunk.toString('latin1');
    const end = text.indexOf('\r\n\r\n');
    const length = /^content-length: (\d+)/im.exec(text)?.[1];
    if (end !== -1 && length !== undefined) return end + 4 + Number(length);
  }
  throw new Error(`port ${port} closes without an answer`);
}
