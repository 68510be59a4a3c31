import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildStyles } from './styles.ts';

/**
 * Makes what is generated, after `npm install`: the database client from the schema, and the styles.
 * Prisma looks for an engine that generating a client does not use, and would download it: any existing file will do.
 */
const root = path.resolve(import.meta.dirname, '../..');
const generated = spawnSync(path.join(root, 'node_modules/.bin/prisma'), ['generate'], {
  cwd: root,
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (generated.status !== 0) throw new Error('The database client could not be generated');
await buildStyles();
