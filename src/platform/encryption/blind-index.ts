import { createHmac } from 'node:crypto';

/** What complaints can be found by without decrypting any. */
export type IndexKind = 'rin' | 'claim_number' | 'tracking_number' | 'member_service';

let indexKey: Buffer | null = null;

/** Sets the installation's blind index key, at boot (see installation-keys). */
export function setBlindIndexKey(key: Buffer): void {
  indexKey = key;
}

/**
 * A keyed digest (HMAC-SHA256, 32 bytes) of a value, equal for equal values of one kind in this installation.
 * Letter case, spaces and punctuation do not count: "ab-12 3" and "AB123" are one value.
 * Throws if nothing is left of the value, for then all such values would be one.
 */
export function blindIndex(kind: IndexKind, value: string): Buffer<ArrayBuffer> {
  if (!indexKey) throw new Error('No blind index key is set: call loadInstallationKeys first.');
  const normalised = normaliseForIndex(value);
  if (normalised === '') throw new Error(`A ${kind} without letters or digits cannot be indexed`);
  return createHmac('sha256', indexKey).update(`${kind}\0${normalised}`, 'utf8').digest();
}

/** What the index makes of a value: letters and digits alone, in upper case. */
export function normaliseForIndex(value: string): string {
  return value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
