import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface PortalProcess {
  readonly child: ChildProcess;
  /** All that it has printed so far. */
  output(): string;
  /** Resolves with the milliseconds it took until it said that it is ready. */
  ready(): Promise<number>;
  /** Resolves with its exit code once it has ended; null when a signal ended it. */
  ended(): Promise<number | null>;
}

/** Starts the portal as its operator does, with no settings but these. */
export function startProcess(settings: Readonly<Record<string, string>>): PortalProcess {
  const start = Date.now();
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings };
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const exit = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  return {
    child,
    output: () => printed,
    ended: () => exit,
    ready: async () => {
      const isReady = () => /^Ready on /m.test(printed);
      while (!isReady()) {
        await Promise.race([once(child.stdout, 'data'), exit]);
        if (child.exitCode !== null && !isReady()) throw new Error(`The portal ended: ${printed}`);
      }
      return Date.now() - start;
    },
  };
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  probe.close();
  return port;
}
