import { describe, expect, it } from 'vitest';
import { reader } from './reader.ts';

describe('the log of requests', () => {
  it('has a line for each request, without what was asked for', async () => {
    const lines: object[] = [];
    const log = { info: (fields: object) => lines.push(fields), error: () => undefined };
    const { get } = reader({ log });
    const page = await get('/search?q=secret');
    await get('/nowhere');
    expect(lines).toEqual([
      {
        method: 'GET',
        path: '/search',
        status: 200,
        ms: expect.any(Number),
        bytes: Number(page.headers['content-length']),
      },
      { method: 'GET', path: '/nowhere', status: 404, ms: expect.any(Number), bytes: expect.any(Number) },
    ]);
    expect(JSON.stringify(lines)).not.toContain('secret');
  });
});
