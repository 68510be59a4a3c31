import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DecryptionRefused } from '../../../src/platform/encryption/decryption-refused.ts';
import { kmsKeyProvider } from '../../../src/platform/encryption/kms-key-provider.ts';
import { BootFailure } from '../../../src/platform/errors.ts';
import { newId } from '../../../src/platform/identifier.ts';
import { startLocalKms } from './local-kms.ts';

const ARN = 'arn:aws:kms:us-east-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const NEWER = 'arn:aws:kms:us-east-2:111122223333:key/9999abcd-12ab-34cd-56ef-1234567890ab';
const context = { complaint: newId(), purpose: 'key' };
let kms: Awaited<ReturnType<typeof startLocalKms>>;

beforeAll(async () => {
  kms = await startLocalKms();
  vi.stubEnv('AWS_ENDPOINT_URL_KMS', kms.url);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'synthetic');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'synthetic');
});
beforeEach(() => {
  kms.requests.length = 0;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await kms.stop();
});

describe('A key wrapped by KMS', () => {
  it('opens again with one request each way', async () => {
    const key = randomBytes(32);
    const provider = kmsKeyProvider(ARN);
    const wrapped = await provider.wrap(key, context);
    expect(wrapped.includes(key)).toBe(false);
    expect((await provider.unwrap(wrapped, context)).equals(key)).toBe(true);
    expect(kms.requests).toEqual(['GenerateDataKey', 'Decrypt']);
  });

  it('does not open for another complaint', async () => {
    const provider = kmsKeyProvider(ARN);
    const wrapped = await provider.wrap(randomBytes(32), context);
    await expect(provider.unwrap(wrapped, { ...context, complaint: newId() })).rejects.toThrow(
      DecryptionRefused,
    );
  });

  it('opens while a newer key wraps, and not without its own', async () => {
    const key = randomBytes(32);
    const wrapped = await kmsKeyProvider(ARN).wrap(key, context);
    expect((await kmsKeyProvider(`${NEWER}, ${ARN}`).unwrap(wrapped, context)).equals(key)).toBe(true);
    await expect(kmsKeyProvider(NEWER).unwrap(wrapped, context)).rejects.toThrow(DecryptionRefused);
  });

  it('is never of development', () => {
    expect(kmsKeyProvider(ARN).isDevelopment).toBe(false);
  });
});

describe('A KMS key is named by its ARN', () => {
  const aliases = ['', 'alias/portal', 'arn:aws:kms:us-east-2:111122223333:alias/portal', `${ARN},alias/old`];
  it.each(aliases)('so "%s" stops the start with one line', (name) => {
    expect(() => kmsKeyProvider(name)).toThrow(BootFailure);
  });
});
