import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { unusable } from './config.ts';
import { BootFailure } from './errors.ts';

/**
 * Makes the data folder usable by this process, and by no other until this one ends: the embedded database allows
 * one portal only. The kernel lets go of the lock with the process, however it ends.
 * @throws BootFailure
 */
export async function holdDataFolder(dataDir: string): Promise<void> {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusable(dataDir, error);
  }
  if (process.platform === 'linux') await holdLock(dataDir);
}

/** A socket in Linux's abstract namespace: it has a name, but no file that could be left behind. */
function holdLock(dataDir: string): Promise<void> {
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 32);
  const lock = createServer();
  lock.unref();
  return new Promise((resolve, reject) => {
    lock.once('error', () => {
      reject(new BootFailure(`The data folder ${dataDir} is in use by a portal that runs already.`));
    });
    lock.listen(`\0complaint-portal-${name}`, resolve);
  });
}
