import type { Context } from './context.ts';
import { rememberUnwrapped } from './remembered-keys.ts';

/**
 * Holds the key-encryption key, and wraps the small keys that encrypt the data. A wrapped key opens only with
 * the context it was wrapped with; otherwise `unwrap` throws DecryptionRefused.
 */
export interface KeyProvider {
  wrap(plain: Buffer, context: Context): Promise<Buffer<ArrayBuffer>>;
  unwrap(wrapped: Uint8Array, context: Context): Promise<Buffer>;
  /** Made for trying the portal out; refused in production. */
  readonly isDevelopment: boolean;
}

let current: KeyProvider | null = null;

/** Sets this process's provider, at boot. What it unwraps is remembered for a few minutes (see remembered-keys). */
export function setKeyProvider(provider: KeyProvider): void {
  current = rememberUnwrapped(provider);
}

/** This process's provider. Throws if none was set: nothing is ever written unencrypted instead. */
export function keyProvider(): KeyProvider {
  if (!current) throw new Error('No key provider is set: call setKeyProvider first.');
  return current;
}
