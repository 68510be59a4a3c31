import { connectDatabase } from '../../src/platform/database/database.ts';
import { fileKeyProvider } from '../../src/platform/encryption/file-key-provider.ts';
import { setKeyProvider } from '../../src/platform/encryption/key-provider.ts';
import { uploadApp } from './upload-app.ts';

/**
 * A process of its own that takes uploads, so that its memory can be measured: started by memory.test.ts with an IPC
 * channel, it sends its port, and answers each message with its greatest resident size since the one before.
 */
const [, , databaseUrl = '', keyFile = '', target = ''] = process.argv;
const SAMPLE_MS = 5;

connectDatabase(databaseUrl);
setKeyProvider(await fileKeyProvider(keyFile));
const app = uploadApp(() => JSON.parse(target));
const server = app.listen(0, '127.0.0.1', () => process.send?.(server.address()));

let greatest = 0;
setInterval(() => {
  greatest = Math.max(greatest, process.memoryUsage.rss());
}, SAMPLE_MS);

process.on('message', () => {
  globalThis.gc?.();
  process.send?.({ greatest, present: process.memoryUsage.rss() });
  greatest = 0;
});
process.on('disconnect', () => process.exit());
