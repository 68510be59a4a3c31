import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Response } from 'express';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { keepAllowed, log } from '../../src/platform/log.ts';
import { logRequests } from '../../src/web/request-log.ts';

const info = vi.spyOn(log, 'info');
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
/** Answers that a route began, or not even that, and left open. */
const open: Response[] = [];
let server: Server;

beforeAll(async () => {
  const app = express().use(logRequests);
  app.get('/whole/:name', (_req, res) => res.send('all of it'));
  app.get('/waits', (_req, res) => void open.push(res));
  app.get('/begins', (_req, res) => {
    open.push(res);
    res.write('the first part');
  });
  server = createServer(app).listen(0);
  await once(server, 'listening');
});

afterEach(() => info.mockClear());

afterAll(() => {
  info.mockRestore();
  agent.destroy();
  server.close();
});

/** What an operator finds in the log. */
const lines = () => info.mock.calls.map(([fields, message]) => ({ message, ...keepAllowed(fields) }));

function ask(path: string) {
  return get({ port: (server.address() as AddressInfo).port, path, agent });
}

async function readWhole(path: string): Promise<void> {
  const [response]: IncomingMessage[] = await once(ask(path), 'response');
  response?.resume();
  if (response) await once(response, 'end');
}

describe('A request', () => {
  it('is logged in one line when its answer has ended, with the route and not the address, on a kept connection too', async () => {
    await readWhole('/whole/renata');
    await readWhole('/whole/noor');
    await vi.waitFor(() => expect(lines()).toHaveLength(2));
    const line = { message: 'request', method: 'GET', route: '/whole/:name', status: 200, accountId: 'none' };
    expect(lines()).toMatchObject([line, line]);
  });

  it('is logged as broken off, without a status, when its connection ends before an answer begins', async () => {
    const request = ask('/waits').on('error', () => undefined);
    await vi.waitFor(() => expect(open).toHaveLength(1));
    request.destroy();
    await vi.waitFor(() => expect(lines()).toHaveLength(1));
    expect(lines()).toMatchObject([{ message: 'request broken off', route: '/waits' }]);
    expect(lines()[0]).not.toHaveProperty('status');
    open.pop()?.send('too late');
    await readWhole('/whole/noor');
    await vi.waitFor(() => expect(lines().map((line) => line.message)).toContain('request'));
    expect(lines()).toHaveLength(2);
  });

  it('is logged as broken off, with the status that was sent, when its connection ends within the answer', async () => {
    const request = ask('/begins').on('error', () => undefined);
    await once(request, 'response');
    request.destroy();
    await vi.waitFor(() => expect(lines()).toHaveLength(1));
    expect(lines()).toMatchObject([{ message: 'request broken off', route: '/begins', status: 200 }]);
    open.pop()?.end();
  });
});
