import type { Duplex } from 'node:stream';
import { buildDecrypt } from '@aws-crypto/decrypt-node';
import { buildEncrypt } from '@aws-crypto/encrypt-node';
import {
  AlgorithmSuiteIdentifier,
  CommitmentPolicy,
  type KeyringNode,
} from '@aws-crypto/material-management-node';
import { RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from '@aws-crypto/raw-aes-keyring-node';
import { type Context, isSameContext } from './context.ts';
import { DecryptionRefused } from './decryption-refused.ts';

/** Bytes of every key of ours: AES-256. */
export const KEY_BYTES = 32;

/** Plaintext bytes of a frame: what is held in memory at once, and the most that a message may ask for. */
const FRAME_BYTES = 256 * 1024;

/** Keys are committed to, and exactly one data key is expected; a message without commitment is refused. */
const CLIENT = {
  commitmentPolicy: CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
  maxEncryptedDataKeys: 1,
};

const { encrypt, encryptStream } = buildEncrypt(CLIENT);
const { decrypt, decryptUnsignedMessageStream } = buildDecrypt(CLIENT);

/** A keyring over one AES-256 key. The name is written into each message, and read to find the key again. */
export function rawKeyring(key: Buffer, keyName: string): KeyringNode {
  if (key.length !== KEY_BYTES) throw new Error(`A key has ${KEY_BYTES} bytes, not ${key.length}`);
  return new RawAesKeyringNode({
    keyNamespace: 'mco-complaint-portal',
    keyName,
    unencryptedMasterKey: new Uint8Array(key),
    wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
  });
}

/** A keyring over a complaint's key; which complaint's, the context says. */
export function complaintKeyring(key: Buffer): KeyringNode {
  return rawKeyring(key, 'complaint');
}

/** Encrypts a few bytes into one message bound to the context. */
export async function encryptBytes(
  keyring: KeyringNode,
  context: Context,
  plain: Buffer,
): Promise<Buffer<ArrayBuffer>> {
  const { result } = await encrypt(keyring, plain, messageOptions(context));
  return Buffer.from(result);
}

/** Decrypts one message. Throws DecryptionRefused unless it is intact, ours, and bound to exactly this context. */
export async function decryptBytes(keyring: KeyringNode, context: Context, message: Buffer): Promise<Buffer> {
  const opened = await decrypt(keyring, message, { maxBodySize: FRAME_BYTES }).catch((cause: unknown) => {
    throw new DecryptionRefused(context, { cause });
  });
  if (!isSameContext(opened.messageHeader.encryptionContext, context)) throw new DecryptionRefused(context);
  return opened.plaintext;
}

/** Plaintext in, one message out. */
export function encryptingStream(keyring: KeyringNode, context: Context): Duplex {
  return encryptStream(keyring, messageOptions(context));
}

/** The library's own stream: a message in, plaintext out, its context in the event MessageHeader, not yet compared. */
export function openingStream(keyring: KeyringNode): Duplex {
  return decryptUnsignedMessageStream(keyring, { maxBodySize: FRAME_BYTES });
}

function messageOptions(context: Context) {
  return {
    suiteId: AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY,
    encryptionContext: { ...context },
    frameLength: FRAME_BYTES,
  };
}
