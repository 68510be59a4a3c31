import { MultiKeyringNode } from '@aws-crypto/material-management-node';
import { readKeyFile } from './key-file.ts';
import type { KeyProvider } from './key-provider.ts';
import { decryptBytes, encryptBytes, rawKeyring } from './messages.ts';

/**
 * Key-encryption keys in a JSON file (see key-file). The current key wraps; every key of the file unwraps, so that
 * a new current key can be added before what the older one wrapped is wrapped again.
 * @throws BootFailure in one line if the file is absent, readable by others, or not in order.
 */
export async function fileKeyProvider(path: string): Promise<KeyProvider> {
  const file = await readKeyFile(path);
  const wrapping = rawKeyring(file.current.key, file.current.id);
  const unwrapping = new MultiKeyringNode({
    children: file.keys.map((entry) => rawKeyring(entry.key, entry.id)),
  });
  return {
    isDevelopment: file.isDevelopment,
    wrap: (plain, context) => encryptBytes(wrapping, context, plain),
    unwrap: (wrapped, context) => decryptBytes(unwrapping, context, Buffer.from(wrapped)),
  };
}
