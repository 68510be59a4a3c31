import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/journeys/**'],
    globalSetup: ['tests/support/database-server.ts'],
    setupFiles: ['tests/support/environment.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // The files of a worker share its modules: a test file that sets something at boot level sets it anew.
    isolate: false,
    // Node runs the TypeScript itself, as it runs the portal.
    experimental: { viteModuleRunner: false },
    // Processes that tests start find there what Node has compiled before.
    env: { NODE_COMPILE_CACHE: path.resolve('node_modules/.cache/node') },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
