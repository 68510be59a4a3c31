import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DecryptionRefused } from '../../../src/platform/encryption/decryption-refused.ts';
import { fileKeyProvider } from '../../../src/platform/encryption/file-key-provider.ts';
import { createKeyFile } from '../../../src/platform/encryption/key-file.ts';
import { BootFailure } from '../../../src/platform/errors.ts';
import { newId } from '../../../src/platform/identifier.ts';

const context = { complaint: newId(), purpose: 'key' };
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-keys-'));
  file = join(folder, 'keys', 'key.json');
});
afterEach(() => rm(folder, { recursive: true }));

describe('A new key file', () => {
  it('is readable by its owner alone, and says whether it is for development', async () => {
    await createKeyFile(file, { development: true });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await fileKeyProvider(file)).isDevelopment).toBe(true);
  });

  it('never takes the place of another', async () => {
    await createKeyFile(file, { development: false });
    const before = await readFile(file, 'utf8');
    await expect(createKeyFile(file, { development: false })).rejects.toThrow('EEXIST');
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});

describe('A key wrapped by the file’s key', () => {
  it('opens again, after a restart too', async () => {
    await createKeyFile(file, { development: false });
    const key = randomBytes(32);
    const wrapped = await (await fileKeyProvider(file)).wrap(key, context);
    expect(wrapped.includes(key)).toBe(false);
    expect((await (await fileKeyProvider(file)).unwrap(wrapped, context)).equals(key)).toBe(true);
  });

  it('does not open for another complaint or another purpose', async () => {
    await createKeyFile(file, { development: false });
    const provider = await fileKeyProvider(file);
    const wrapped = await provider.wrap(randomBytes(32), context);
    const elsewhere = [{ ...context, complaint: newId() }, { ...context, purpose: 'document' }, {}];
    for (const place of elsewhere) {
      await expect(provider.unwrap(wrapped, place)).rejects.toThrow(DecryptionRefused);
    }
  });

  it('opens while a newer key wraps, and no longer once its own key is gone', async () => {
    await createKeyFile(file, { development: false });
    const key = randomBytes(32);
    const old = await (await fileKeyProvider(file)).wrap(key, context);
    await addCurrentKey('newer');
    const rotated = await fileKeyProvider(file);
    expect((await rotated.unwrap(old, context)).equals(key)).toBe(true);
    const rewrapped = await rotated.wrap(key, context);

    await keepOnly('newer');
    const alone = await fileKeyProvider(file);
    expect((await alone.unwrap(rewrapped, context)).equals(key)).toBe(true);
    await expect(alone.unwrap(old, context)).rejects.toThrow(DecryptionRefused);
  });
});

describe('A key file that is not as it must be stops the start with one line', () => {
  it.each([0o640, 0o604, 0o660, 0o666, 0o620])('open to others (mode %o)', async (mode) => {
    await createKeyFile(file, { development: false });
    await chmod(file, mode);
    await expectOneLine(/open to other users \(mode \d+\): run chmod 600/);
  });

  it('absent', () => expectOneLine(/cannot be read \(ENOENT\)/));

  const entry = { id: 'a', created: '2026-01-01T00:00:00Z', key: randomBytes(32).toString('base64') };
  it.each([
    ['not JSON', '{', /not JSON/],
    ['without keys', JSON.stringify({ development: false, current: 'a', keys: [] }), /keys/],
    ['with a current key it does not hold', write({ current: 'b' }), /no key of the id "current"/],
    [
      'with a short key',
      write({ keys: [{ ...entry, key: randomBytes(16).toString('base64') }] }),
      /32 bytes/,
    ],
    ['with two keys of one id', write({ keys: [entry, entry] }), /twice/],
    ['that does not say whether it is for development', write({ development: undefined }), /development/],
  ])('%s', async (_case, content, line) => {
    await createKeyFile(file, { development: false });
    await writeFile(file, content);
    const failure = await expectOneLine(line);
    expect(failure.message).not.toContain(entry.key);
  });

  function write(part: object): string {
    return JSON.stringify({ development: false, current: 'a', keys: [entry], ...part });
  }
});

async function expectOneLine(line: RegExp): Promise<Error> {
  const failure = await fileKeyProvider(file).then(
    () => new Error('it started'),
    (error: Error) => error,
  );
  expect(failure).toBeInstanceOf(BootFailure);
  expect(failure.message).toMatch(line);
  expect(failure.message).toContain(file);
  expect(failure.message).not.toContain('\n');
  return failure;
}

async function addCurrentKey(id: string): Promise<void> {
  const content = JSON.parse(await readFile(file, 'utf8'));
  const key = { id, created: new Date(0).toISOString(), key: randomBytes(32).toString('base64') };
  await writeFile(file, JSON.stringify({ ...content, current: id, keys: [...content.keys, key] }));
}

async function keepOnly(id: string): Promise<void> {
  const content = JSON.parse(await readFile(file, 'utf8'));
  const keys = content.keys.filter((entry: { id: string }) => entry.id === id);
  await writeFile(file, JSON.stringify({ ...content, keys }));
}
