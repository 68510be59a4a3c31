import { randomBytes } from 'node:crypto';
import { prisma } from '../database/database.ts';
import { BootFailure } from '../errors.ts';
import { setBlindIndexKey } from './blind-index.ts';
import { DecryptionRefused } from './decryption-refused.ts';
import { keyProvider } from './key-provider.ts';
import { KEY_BYTES } from './messages.ts';
import { setWaitingKey } from './waiting-cipher.ts';

const BLIND_INDEX = 'blind-index';
const WAITING = 'waiting';

/**
 * Unwraps the keys of the whole installation, at boot; the first process of a new installation makes them.
 * @throws BootFailure if the key provider does not open them: it is not the one that this database was filled with
 */
export async function loadInstallationKeys(): Promise<void> {
  setBlindIndexKey(await installationKey(BLIND_INDEX));
  setWaitingKey(await installationKey(WAITING));
}

async function installationKey(purpose: string): Promise<Buffer> {
  const context = { installation: purpose, purpose: 'key' };
  const wrapped = (await findWrapped(purpose)) ?? (await makeWrapped(purpose, context));
  return keyProvider().unwrap(wrapped, context).catch(explainRefusal);
}

function explainRefusal(error: unknown): never {
  if (!(error instanceof DecryptionRefused)) throw error;
  throw new BootFailure(
    'The key-encryption key does not open the keys in this database: restore the one it was filled with, or grant its use.',
  );
}

async function findWrapped(purpose: string): Promise<Uint8Array | null> {
  const row = await prisma().installationKey.findUnique({ where: { purpose } });
  return row?.wrapped ?? null;
}

/** Of several processes that start at once, the first one's key stands, and the others read it. */
async function makeWrapped(purpose: string, context: Record<string, string>): Promise<Uint8Array> {
  const wrapped = await keyProvider().wrap(randomBytes(KEY_BYTES), context);
  await prisma().installationKey.createMany({ data: [{ purpose, wrapped }], skipDuplicates: true });
  const kept = await findWrapped(purpose);
  if (!kept) throw new Error(`The ${purpose} key was not kept`);
  return kept;
}
