import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { nowDate } from '../clock.ts';
import { BootFailure } from '../errors.ts';
import { KEY_BYTES } from './messages.ts';

const KeyEntry = z.object({
  id: z.string().min(1).max(100),
  created: z.iso.datetime(),
  key: z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.length === KEY_BYTES, `must be ${KEY_BYTES} bytes in base64`),
});

const KeyFile = z
  .object({ development: z.boolean(), current: z.string(), keys: z.array(KeyEntry).min(1) })
  .refine(
    (file) => new Set(file.keys.map((entry) => entry.id)).size === file.keys.length,
    'an id appears twice',
  );

export interface KeyRing {
  readonly isDevelopment: boolean;
  readonly current: z.output<typeof KeyEntry>;
  /** All of them, the current one included. */
  readonly keys: readonly z.output<typeof KeyEntry>[];
}

/**
 * Makes a key file with one random key, readable by its owner alone, and on the disk before this returns.
 * Throws if the file exists: a key that is overwritten takes everything it wrapped with it.
 */
export async function createKeyFile(path: string, options: { development: boolean }): Promise<void> {
  const id = randomUUID();
  const key = { id, created: nowDate().toISOString(), key: randomBytes(KEY_BYTES).toString('base64') };
  const content = { development: options.development, current: id, keys: [key] };
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
}

/** Reads a key file. Throws BootFailure, in one line without any key, if it is absent, exposed or not in order. */
export async function readKeyFile(path: string): Promise<KeyRing> {
  const parsed = KeyFile.safeParse(parseJson(await readPrivately(path), path));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message].join(' ').trim());
    throw new BootFailure(`The key file ${path} is not in order: ${faults.join('; ')}.`);
  }
  const { development, current, keys } = parsed.data;
  const entry = keys.find((candidate) => candidate.id === current);
  if (!entry)
    throw new BootFailure(`The key file ${path} is not in order: it holds no key of the id "current".`);
  return { isDevelopment: development, current: entry, keys };
}

async function readPrivately(path: string): Promise<string> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new BootFailure(`The key file ${path} cannot be read (${error.code}).`);
  });
  try {
    const mode = (await handle.stat()).mode & 0o777;
    if (mode & 0o077) {
      throw new BootFailure(
        `The key file ${path} is open to other users (mode ${mode.toString(8)}): run chmod 600 on it.`,
      );
    }
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BootFailure(`The key file ${path} is not in order: it is not JSON.`);
  }
}
