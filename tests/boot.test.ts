import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type PortalProcess, startProcess } from './support/process.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-boot-'));
const running: PortalProcess[] = [];

beforeAll(() => chmodSync(folder, 0o755));

afterEach(async () => {
  for (const portal of running.splice(0)) {
    if (portal.child.exitCode === null && portal.child.signalCode === null) portal.child.kill('SIGTERM');
    await portal.ended();
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(settings: Readonly<Record<string, string>>): PortalProcess {
  const portal = startProcess({ DATA_DIR: path.join(folder, 'var'), LOG_LEVEL: 'warn', ...settings });
  running.push(portal);
  return portal;
}

describe('Starting on a bare machine', () => {
  it('makes everything, says where it is and who may sign in; later starts find it again, after kill -9 too', async () => {
    const port = String(await freePort());
    const first = start({ PORT: port });
    const firstMilliseconds = await first.ready();
    const lines = first.output().trimEnd().split('\n');
    const password = /^Their password: (\S{15,})$/m.exec(first.output())?.[1];
    expect(lines.at(-1)).toBe(`Ready on http://localhost:${port}`);
    expect(first.output()).toContain('representative@clinic.example');
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);

    first.child.kill('SIGKILL');
    await first.ended();
    const second = start({ PORT: port });
    await second.ready();
    expect(second.output()).toContain(`Their password: ${password}`);

    second.child.kill('SIGTERM');
    expect(await second.ended()).toBe(0);
    expect(readdirSync(path.join(folder, 'var', 'database'))).not.toContain('postmaster.pid');

    const third = start({ PORT: port });
    expect(await third.ready()).toBeLessThan(firstMilliseconds);
    expect(processorSeconds(third.child.pid)).toBeLessThan(5);
    expect(readdirSync(path.join(folder, 'var', 'mail')).length).toBeGreaterThan(0);
  }, 120_000);

  it('finishes the requests that run when it is told to stop', async () => {
    const port = await freePort();
    const portal = start({ PORT: String(port) });
    await portal.ready();
    const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': 12 };
    const underWay = request({
      port,
      method: 'POST',
      path: '/sign-in',
      headers: { ...form, Expect: '100-continue' },
    });
    const response = once(underWay, 'response');
    underWay.flushHeaders();
    await once(underWay, 'continue');
    portal.child.kill('SIGTERM');
    await refused(port);
    underWay.end('email=nobody');
    const [answer] = await response;
    expect(answer.statusCode).toBe(401);
    answer.resume();
    expect(await portal.ended()).toBe(0);
  }, 60_000);

  it('refuses a second portal on the same data', async () => {
    const portal = start({ PORT: String(await freePort()) });
    await portal.ready();
    const second = start({ PORT: String(await freePort()) });
    expect(await second.ended()).toBe(1);
    expect(oneLine(second)).toMatch(/^Cannot start\. The data folder .* is in use/);
  }, 60_000);
});

describe('Starting with something wrong ends with one clear line and an exit code', () => {
  it('for a port that is taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port);
    const portal = start({ PORT: String(port) });
    expect(await portal.ended()).toBe(1);
    expect(oneLine(portal)).toBe(
      `Cannot start. Port ${port} is taken by another program. Set PORT to another.`,
    );
    other.close();
  });

  it('for a data folder that is none', async () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    const portal = start({ PORT: String(await freePort()), DATA_DIR: file });
    expect(await portal.ended()).toBe(1);
    expect(oneLine(portal)).toMatch(/^Cannot start\. The data folder .*a-file cannot be used/);
  });

  it('for a database that does not answer, without telling its password', async () => {
    const portal = start({
      PORT: String(await freePort()),
      DATABASE_URL: 'postgresql://someone:very-secret@127.0.0.1:9/portal',
    });
    expect(await portal.ended()).toBe(1);
    expect(oneLine(portal)).toMatch(
      /^Cannot start\. The database portal at 127\.0\.0\.1:9 \(DATABASE_URL\) cannot be used/,
    );
    expect(portal.output()).not.toContain('very-secret');
  });

  it('for production that people would reach in the clear', async () => {
    const portal = start({ NODE_ENV: 'production', BASE_URL: 'http://portal.example' });
    expect(await portal.ended()).toBe(1);
    expect(oneLine(portal)).toContain('BASE_URL without https');
  });

  it('for settings that are no such thing', async () => {
    const portal = start({ PORT: 'eighty', DATABASE_URL: 'mysql://x', SESSION_SECRET: 'short' });
    expect(await portal.ended()).toBe(1);
    expect(oneLine(portal)).toMatch(/PORT.*DATABASE_URL.*SESSION_SECRET/);
  });

  it('for production without the parts that production needs, each named', async () => {
    const portal = start({ NODE_ENV: 'production', DEMO_PASSWORD: 'a password for trying' });
    expect(await portal.ended()).toBe(1);
    const line = oneLine(portal);
    for (const name of [
      'BASE_URL',
      'DATABASE_URL',
      'SMTP_URL',
      'SESSION_SECRET',
      'KEY_PROVIDER',
      'DEMO_PASSWORD',
    ]) {
      expect(line).toContain(name);
    }
  });
});

/** Resolves once the port takes no new connections: the stop has begun. */
async function refused(port: number): Promise<void> {
  for (;;) {
    const connection = connect(port, '127.0.0.1');
    const isTaken = await once(connection, 'connect').then(
      () => true,
      () => false,
    );
    connection.destroy();
    if (!isTaken) return;
  }
}

/** The seconds of processor time that a process has used: what it takes on a machine that has nothing else to do. */
function processorSeconds(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

function oneLine(portal: PortalProcess): string {
  const lines = portal.output().trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}
