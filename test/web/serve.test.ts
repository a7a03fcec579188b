import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { setImmediate, setTimeout } from 'node:timers/promises';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { serve } from '../../server/web/serve.ts';

const host = '127.0.0.1';

describe('serve', () => {
  it('picks a port for 0, and says where it listens', async () => {
    const { url, stop } = await serve(slowApp().app, { host, port: 0 });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
    expect(await (await fetch(url)).text()).toBe('quick');
    await stop();
    await expect(fetch(url)).rejects.toThrow();
  });

  it('lets a request in flight finish when it is stopped, and accepts no other', async () => {
    const { app, started, release } = slowApp();
    const { url, stop } = await serve(app, { host, port: 0 });
    const slow = fetch(`${url}/slow`);
    await started;
    const stopped = stop();
    await setTimeout(20);
    await expect(fetch(url)).rejects.toThrow();
    release();
    expect(await (await slow).text()).toBe('slow');
    const before = performance.now();
    await stopped;
    // Not the five seconds for which Node keeps a connection alive.
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('answers what has arrived when it is stopped, even if it has not been read', async () => {
    const { url, stop } = await serve(slowApp().app, { host, port: 0 });
    const port = Number(new URL(url).port);
    // Kept alive behind a first answer, so that they are known to be open.
    const agent = new Agent({ keepAlive: true });
    const ask = () =>
      new Promise<number | undefined>((resolve, reject) => {
        get({ host, port, agent }, (response) =>
          response.resume().once('end', () => resolve(response.statusCode)),
        ).once('error', reject);
      });
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([200, 200, 200]);
    await setImmediate();
    const answers = Promise.all([ask(), ask(), ask()]);
    await new Promise(process.nextTick);
    await stop();
    expect(await answers).toEqual([200, 200, 200]);
    agent.destroy();
  });

  it('answers whom the system has connected when it is stopped, even if it has not let them in', async () => {
    const { url, stop } = await serve(slowApp().app, { host, port: 0 });
    const request = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
    const sockets = Array.from({ length: 10 }, () => connect(Number(new URL(url).port), host));
    const answers = Promise.all(sockets.map((socket) => answerTo(request, socket)));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    await stop();
    expect((await answers).map((answer) => answer.slice(-5))).toEqual(sockets.map(() => 'quick'));
  });

  it('does not wait for ever', async () => {
    const { app, started } = slowApp();
    const { url, stop } = await serve(app, { host, port: 0, patience: 50 });
    const slow = fetch(`${url}/slow`).catch(() => 'cut off');
    await started;
    await stop();
    expect(await slow).toBe('cut off');
  });

  it.each([
    ['GET /search?q=灯 HTTP/1.1\r\nHost: a\r\n\r\n', '400 Bad Request'],
    ['nonsense\r\n\r\n', '400 Bad Request'],
    [`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, '431 Request Header Fields Too Large'],
  ])('answers what is no HTTP with words', async (request, status) => {
    const { url, stop } = await serve(slowApp().app, { host, port: 0 });
    const answer = await say(request, Number(new URL(url).port));
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status}\r\n`));
    expect(answer).toContain('percent-encoded');
    await stop();
  });

  it('answers an address that cannot be taken apart with words, and as guarded as any page', async () => {
    const { url, stop } = await serve(slowApp().app, { host, port: 0 });
    for (const request of [
      'GET http://[/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      'nonsense\r\n\r\n',
    ]) {
      const answer = await say(request, Number(new URL(url).port));
      expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
      expect(answer).toContain("Content-Security-Policy: default-src 'none'");
      expect(answer).toContain('percent-encoded');
    }
    await stop();
  });

  it('never gives what follows a request for its answer', async () => {
    const { app, started, release } = slowApp();
    const { url, stop } = await serve(app, { host, port: 0 });
    const answer = say('GET /slow HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\n', Number(new URL(url).port));
    await started;
    expect(await answer).toBe('');
    release();
    await stop();
  });

  it('says in one line that the port is in use, and what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, host, resolve));
    const { port } = other.address() as AddressInfo;
    await expect(serve(express(), { host, port })).rejects.toMatchObject({
      code: 'conflict',
      message: `port ${port} on ${host} is in use; stop what uses it, or set PORT to another (0 picks one)`,
    });
    other.close();
  });

  it.each(['203.0.113.1', 'fe80::1%none', 'ff02::1', 'a'.repeat(300)])(
    'says in one line that nothing can listen on %s',
    async (other) => {
      await expect(serve(express(), { host: other, port: 0 })).rejects.toMatchObject({
        code: 'invalid',
        message: expect.stringContaining('set HOST'),
      });
    },
  );
});

/** All that is answered to `request`, until the connection ends. */
function say(request: string, port: number): Promise<string> {
  return answerTo(request, connect(port, host));
}

async function answerTo(request: string, socket: Socket): Promise<string> {
  socket.write(request);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk);
  return String(Buffer.concat(chunks));
}

/** `/` answers at once; `/slow` tells that it was asked, and answers when it is released. */
function slowApp(): { app: express.Express; started: Promise<void>; release: () => void } {
  const asked = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  const app = express();
  app.get('/', (_request, response) => {
    response.end('quick');
  });
  app.get('/slow', async (_request, response) => {
    asked.resolve();
    await free.promise;
    response.end('slow');
  });
  return { app, started: asked.promise, release: free.resolve };
}
