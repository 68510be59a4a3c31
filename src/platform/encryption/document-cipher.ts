import type { PhiContext } from './context.ts';
import { DecryptionRefused } from './decryption-refused.ts';
import { complaintKeyring, decryptBytes, encryptBytes } from './messages.ts';

/**
 * Encrypts a JSON document under a complaint's key (32 bytes), bound to its complaint, purpose and row.
 * About 350 bytes longer than the JSON.
 */
export async function encryptDocument(
  key: Buffer,
  context: PhiContext,
  json: unknown,
): Promise<Buffer<ArrayBuffer>> {
  const text = JSON.stringify(json);
  if (text === undefined) throw new TypeError('Only what JSON can say is encrypted as a document');
  return encryptBytes(complaintKeyring(key), context, Buffer.from(text, 'utf8'));
}

/** The document again, to be parsed by its own schema. Throws DecryptionRefused (see there). */
export async function decryptDocument(
  key: Buffer,
  context: PhiContext,
  message: Uint8Array,
): Promise<unknown> {
  const keyring = complaintKeyring(key);
  const plain = await decryptBytes(keyring, context, Buffer.from(message));
  return parse(plain, context);
}

function parse(plain: Buffer, context: PhiContext): unknown {
  try {
    return JSON.parse(plain.toString('utf8'));
  } catch {
    throw new DecryptionRefused(context);
  }
}
