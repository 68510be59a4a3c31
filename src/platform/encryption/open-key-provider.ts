import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { BootFailure } from '../errors.ts';
import { fileKeyProvider } from './file-key-provider.ts';
import { createKeyFile } from './key-file.ts';
import type { KeyProvider } from './key-provider.ts';
import { kmsKeyProvider } from './kms-key-provider.ts';

/**
 * The key provider that the settings name. Outside production, a key file that is absent is made.
 * @throws BootFailure when there is no usable key, or only a development key in production
 */
export async function openKeyProvider(
  config: Pick<Config, 'isProduction' | 'keyProvider'>,
): Promise<KeyProvider> {
  const chosen = config.keyProvider;
  if (chosen.kind === 'aws-kms') return kmsKeyProvider(chosen.arn);
  if (!config.isProduction && !existsSync(chosen.file))
    await createKeyFile(chosen.file, { development: true });
  const provider = await fileKeyProvider(chosen.file);
  if (config.isProduction && provider.isDevelopment) {
    throw new BootFailure(
      `NODE_ENV=production: the key in ${chosen.file} (KEY_FILE) was made for development.`,
    );
  }
  return provider;
}
