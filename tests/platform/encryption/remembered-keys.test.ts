import { randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setClock } from '../../../src/platform/clock.ts';
import type { Context } from '../../../src/platform/encryption/context.ts';
import { DecryptionRefused } from '../../../src/platform/encryption/decryption-refused.ts';
import {
  type KeyProvider,
  keyProvider,
  setKeyProvider,
} from '../../../src/platform/encryption/key-provider.ts';
import { decryptBytes, encryptBytes, rawKeyring } from '../../../src/platform/encryption/messages.ts';

const start = Temporal.Instant.from('2026-03-02T15:00:00Z');
const context = { complaint: 'a', purpose: 'key' };
let unwrappings: number;
let isAway: boolean;

beforeEach(() => {
  unwrappings = 0;
  isAway = false;
  setKeyProvider(countingProvider());
  setClock(start);
});
afterEach(() => setClock(null));

describe('An unwrapped key is remembered', () => {
  it('for five minutes', async () => {
    const key = randomBytes(32);
    const wrapped = await keyProvider().wrap(key, context);
    for (const minutes of [0, 1, 4]) {
      setClock(start.add({ minutes }));
      expect((await keyProvider().unwrap(wrapped, context)).equals(key)).toBe(true);
    }
    expect(unwrappings).toBe(1);
    setClock(start.add({ minutes: 5 }));
    await keyProvider().unwrap(wrapped, context);
    expect(unwrappings).toBe(2);
  });

  it('once for many who ask at the same time', async () => {
    const wrapped = await keyProvider().wrap(randomBytes(32), context);
    await Promise.all(Array.from({ length: 20 }, () => keyProvider().unwrap(wrapped, context)));
    expect(unwrappings).toBe(1);
  });

  it('up to 500 of them; then the least recently used is forgotten', async () => {
    const wrapped = await Promise.all(
      Array.from({ length: 501 }, () => keyProvider().wrap(randomBytes(32), context)),
    );
    for (const key of wrapped.slice(0, 500)) await keyProvider().unwrap(key, context);
    await keyProvider().unwrap(Buffer.from(wrapped[0] ?? []), context);
    await keyProvider().unwrap(Buffer.from(wrapped[500] ?? []), context);
    expect(unwrappings).toBe(501);
    await keyProvider().unwrap(Buffer.from(wrapped[0] ?? []), context);
    expect(unwrappings).toBe(501);
    await keyProvider().unwrap(Buffer.from(wrapped[1] ?? []), context);
    expect(unwrappings).toBe(502);
  });
});

describe('A remembered key is not given', () => {
  it('for the same wrapped key in another complaint', async () => {
    const wrapped = await keyProvider().wrap(randomBytes(32), context);
    await keyProvider().unwrap(wrapped, context);
    const elsewhere = { ...context, complaint: 'b' };
    await expect(keyProvider().unwrap(wrapped, elsewhere)).rejects.toThrow(DecryptionRefused);
  });

  it('where unwrapping failed: the next one asks again', async () => {
    const wrapped = await keyProvider().wrap(randomBytes(32), context);
    isAway = true;
    await expect(keyProvider().unwrap(wrapped, context)).rejects.toThrow('away');
    isAway = false;
    expect(await keyProvider().unwrap(wrapped, context)).toHaveLength(32);
  });
});

function countingProvider(): KeyProvider {
  const keyring = rawKeyring(randomBytes(32), 'test');
  return {
    isDevelopment: true,
    wrap: (plain: Buffer, context: Context) => encryptBytes(keyring, context, plain),
    unwrap: async (wrapped: Uint8Array, context: Context) => {
      unwrappings += 1;
      if (isAway) throw new Error('The provider is away');
      return decryptBytes(keyring, context, Buffer.from(wrapped));
    },
  };
}
