import { createHash } from 'node:crypto';
import { now } from '../clock.ts';
import type { Context } from './context.ts';
import type { KeyProvider } from './key-provider.ts';

const REMEMBERED_LIMIT = 500;
const LIFETIME_MS = 5 * 60 * 1000;

/**
 * The same provider, which need not unwrap a key again for five minutes, so that a page costs no round trip to it.
 * A key is remembered by its wrapped form and its context together: a wrapped key that is replaced, destroyed or
 * moved to another complaint's row is not answered from memory.
 */
export function rememberUnwrapped(provider: KeyProvider): KeyProvider {
  const remembered = new Map<string, { key: Promise<Buffer>; until: number }>();

  async function unwrap(wrapped: Uint8Array, context: Context): Promise<Buffer> {
    const name = nameOf(wrapped, context);
    const time = now().epochMilliseconds;
    const known = remembered.get(name);
    remembered.delete(name);
    const entry =
      known && time < known.until
        ? known
        : { key: provider.unwrap(wrapped, context), until: time + LIFETIME_MS };
    remembered.set(name, entry);
    forgetOldest(remembered);
    return entry.key.catch((error: unknown) => {
      if (remembered.get(name) === entry) remembered.delete(name);
      throw error;
    });
  }

  return {
    wrap: (plain, context) => provider.wrap(plain, context),
    unwrap,
    isDevelopment: provider.isDevelopment,
  };
}

function nameOf(wrapped: Uint8Array, context: Context): string {
  const digest = createHash('sha256').update(wrapped).digest('base64');
  return JSON.stringify([digest, Object.entries(context).sort()]);
}

/** A map keeps the order of insertion, and what is used is inserted anew: the first is the least recently used. */
function forgetOldest(remembered: Map<string, unknown>): void {
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED_LIMIT && oldest !== undefined) remembered.delete(oldest);
}
