import { createKeyFile } from '../platform/encryption/key-file.ts';

/** `npm run make-key -- FILE`: a new key-encryption key for production, in a file that its owner alone can read. */
const [file] = process.argv.slice(2);
if (!file) {
  console.error('Say where: npm run make-key -- /path/key-encryption-key.json');
  process.exit(2);
}
try {
  await createKeyFile(file, { development: false });
  console.log(`A key was made in ${file}. Keep a copy apart from the database and its backups.`);
} catch (error) {
  const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  console.error(`No key was made in ${file}: ${why}`);
  process.exit(1);
}
