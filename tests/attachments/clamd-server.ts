import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';

const CLAMD = '/usr/sbin/clamd';

/** Whether a real clamd can be started here. The build must have one. */
export const hasClamd = existsSync(CLAMD);

/** The test file that every scanner knows, put together here so that no scanner finds it in this repository. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

const SIGNATURE = 'Eicar-Test-Signature';

/** A real clamd that knows one signature, that of EICAR, on a socket and a port of its own. */
export async function startClamd() {
  const folder = await mkdtemp(join(tmpdir(), 'portal-clamd-'));
  const port = await freePort();
  const socket = join(folder, 'clamd.sock');
  const settings = [
    'Foreground yes',
    `DatabaseDirectory ${folder}`,
    `LocalSocket ${socket}`,
    `TCPSocket ${port}`,
    'TCPAddr 127.0.0.1',
    'StreamMaxLength 2M',
    'MaxThreads 4',
    'SelfCheck 0',
  ];
  await writeFile(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
  await writeFile(join(folder, 'test.ndb'), `${SIGNATURE}:0:0:${EICAR.toString('hex')}\n`);
  const process = spawn(CLAMD, [`--config-file=${join(folder, 'clamd.conf')}`], { stdio: 'ignore' });
  await vi.waitFor(() => answersPing(port), { timeout: 20_000, interval: 50 });
  return {
    tcpUrl: `tcp://127.0.0.1:${port}`,
    unixUrl: `unix://${socket}`,
    signature: `${SIGNATURE}.UNOFFICIAL`,
    stop: async () => {
      await stopped(process);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port of the loopback on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('Not listening on a port');
  return address.port;
}

async function answersPing(port: number): Promise<void> {
  const socket = net.connect({ port, host: '127.0.0.1' });
  try {
    const reply = new Promise<string>((resolve, reject) => {
      socket.once('data', (data) => resolve(data.toString()));
      socket.once('error', reject);
    });
    socket.write('zPING\0');
    if (!(await reply).startsWith('PONG')) throw new Error('No PONG');
  } finally {
    socket.destroy();
  }
}

async function stopped(process: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGTERM');
  await exit;
}
