import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort, type PortalProcess, startProcess } from '../support/process.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-boot-'));
const dataDir = path.join(folder, 'var');
const started: PortalProcess[] = [];
/** The portal that runs on `port` from one test to the next. */
let kept: PortalProcess | null = null;
let port = '';
let firstMilliseconds = Number.POSITIVE_INFINITY;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  port = String(await freePort());
});

afterEach(async () => {
  for (const portal of started.splice(0)) if (portal !== kept) await stop(portal);
});

afterAll(async () => {
  if (kept) await stop(kept);
  rmSync(folder, { recursive: true, force: true });
});

function start(settings: Readonly<Record<string, string>> = {}): PortalProcess {
  const portal = startProcess({ PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...settings });
  started.push(portal);
  return portal;
}

async function startAndKeep(): Promise<{ portal: PortalProcess; milliseconds: number }> {
  const portal = start();
  const milliseconds = await portal.ready();
  kept = portal;
  return { portal, milliseconds };
}

async function stop(portal: PortalProcess): Promise<void> {
  if (isRunning(portal)) portal.child.kill('SIGTERM');
  await portal.ended();
}

function isRunning({ child }: PortalProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** The portal that an earlier test has left running, or a new one. */
async function runningPortal(): Promise<PortalProcess> {
  return kept && isRunning(kept) ? kept : (await startAndKeep()).portal;
}

/** Processes are started, on a machine that may have much else to do. */
const PATIENCE = { timeout: 120_000 };

describe('An installation, from its first start on', PATIENCE, () => {
  it('stops what it has started when it is told to before it is ready, and leaves the database clean', async () => {
    for (const sign of ['database.new', 'keys/demo-password']) {
      const portal = start();
      await vi.waitFor(() => expect(existsSync(path.join(dataDir, sign))).toBe(true), 30_000);
      // As Ctrl-C does: from the terminal, and from npm.
      portal.child.kill('SIGINT');
      portal.child.kill('SIGTERM');
      expect(await portal.ended()).toBe(0);
      expect(portal.output()).toBe('');
      expect(readdirSync(path.join(dataDir, 'database'))).not.toContain('postmaster.pid');
    }
  });

  it('makes everything, says where it is and who may sign in', async () => {
    const { portal, milliseconds } = await startAndKeep();
    firstMilliseconds = milliseconds;
    expect(portal.output().trimEnd().split('\n').at(-1)).toBe(`Ready on http://localhost:${port}`);
    expect(portal.output()).toContain('representative@clinic.example');
    expect(passwordIn(portal)).toMatch(/^\S{15,}$/);
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
    const mail = () => readdirSync(path.join(dataDir, 'mail'));
    await vi.waitFor(() => expect(mail().length).toBeGreaterThan(0), 30_000);
  });

  it('is found again after kill -9, and sooner', async () => {
    const first = await runningPortal();
    first.child.kill('SIGKILL');
    await first.ended();
    const { portal: second, milliseconds } = await startAndKeep();
    expect(milliseconds).toBeLessThan(firstMilliseconds);
    expect(processorSeconds(second.child.pid)).toBeLessThan(5);
    expect(passwordIn(second)).toBe(passwordIn(first));
  });

  it('refuses a second portal on the same data', async () => {
    await runningPortal();
    const second = start({ PORT: String(await freePort()) });
    expect(await second.ended()).toBe(1);
    expect(oneLine(second)).toMatch(/^Cannot start\. The data folder .* is in use/);
  });

  it('finishes the requests that run when it is told to stop, and leaves the database clean', async () => {
    const portal = await runningPortal();
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
    await refused(Number(port));
    underWay.end('email=nobody');
    const [answer] = await response;
    expect(answer.statusCode).toBe(401);
    answer.resume();
    expect(await portal.ended()).toBe(0);
    expect(readdirSync(path.join(dataDir, 'database'))).not.toContain('postmaster.pid');
  });
});

describe('Starting with something wrong ends with one clear line and an exit code', PATIENCE, () => {
  it('for a port that is taken', async () => {
    const taken = await freePort();
    const other = createServer().listen(taken);
    const portal = start({ PORT: String(taken) });
    expect(await portal.ended()).toBe(1);
    expect(oneLine(portal)).toBe(
      `Cannot start. Port ${taken} is taken by another program. Set PORT to another.`,
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

  it('for settings that are no such thing', async () => {
    const portal = start({ PORT: 'eighty', LOG_LEVEL: 'loud' });
    expect(await portal.ended()).toBe(1);
    expect(oneLine(portal)).toMatch(/^Cannot start\. Wrong settings: PORT: .*; LOG_LEVEL: /);
  });

  it('for a database folder that cannot be used', async () => {
    const strange = path.join(folder, 'strange');
    mkdirSync(path.join(strange, 'database', 'not-of-postgresql'), { recursive: true });
    const portal = start({ PORT: String(await freePort()), DATA_DIR: strange });
    expect(await portal.ended()).toBe(1);
    expect(oneLine(portal)).toMatch(/^Cannot start\. The data folder .*strange cannot be used \(ENOTEMPTY\)/);
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

function passwordIn(portal: PortalProcess): string | undefined {
  return /^Their password: (\S+)$/m.exec(portal.output())?.[1];
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
