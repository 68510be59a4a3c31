import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['tests/support/database-server.ts', 'tests/journeys/support/portal-process.ts'],
    setupFiles: ['tests/support/environment.ts'],
    pool: 'forks',
    // Node runs the TypeScript itself, as it runs the portal.
    experimental: { viteModuleRunner: false },
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
