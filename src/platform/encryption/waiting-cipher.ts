import { DecryptionRefused } from './decryption-refused.ts';
import { decryptBytes, encryptBytes, rawKeyring } from './messages.ts';

let waitingKey: Buffer | null = null;

/** Sets the installation's key for what waits, at boot (see installation-keys). */
export function setWaitingKey(key: Buffer): void {
  waitingKey = key;
}

/**
 * Encrypts what somebody sent and has not decided on yet, bound to their account. It may name complaints that are not
 * there, so that no complaint's own key is for it.
 */
export function sealWaiting(accountId: string, json: unknown): Promise<Buffer<ArrayBuffer>> {
  return encryptBytes(keyring(), contextOf(accountId), Buffer.from(JSON.stringify(json), 'utf8'));
}

/** The same again, to be parsed by its own schema. Throws DecryptionRefused, of another account's too. */
export async function openWaiting(accountId: string, sealed: Uint8Array): Promise<unknown> {
  const context = contextOf(accountId);
  const plain = await decryptBytes(keyring(), context, Buffer.from(sealed));
  try {
    return JSON.parse(plain.toString('utf8'));
  } catch {
    throw new DecryptionRefused(context);
  }
}

function keyring() {
  if (!waitingKey) throw new Error('No key for what waits is set: call loadInstallationKeys first.');
  return rawKeyring(waitingKey, 'waiting');
}

function contextOf(accountId: string) {
  return { account: accountId, purpose: 'waiting-answers' };
}
