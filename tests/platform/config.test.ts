import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/platform/config.ts';
import { BootFailure } from '../../src/platform/errors.ts';

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'portal-config-'));

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** The one line with which these settings are refused. */
function refusalOf(settings: Readonly<Record<string, string>>): string {
  try {
    loadConfig({ DATA_DIR: dataDir, ...settings });
  } catch (error) {
    if (error instanceof BootFailure) return error.message;
    throw error;
  }
  throw new Error('These settings are taken');
}

describe('Settings', () => {
  it('that are absent or empty are what is fit for trying the portal', () => {
    const config = loadConfig({ DATA_DIR: dataDir, PORT: '', LOG_LEVEL: '' });
    expect(config).toMatchObject({
      isProduction: false,
      port: 3000,
      baseUrl: 'http://localhost:3000',
      databaseUrl: null,
      demo: { password: null },
      logLevel: 'info',
    });
  });

  it('that are no such thing are all named in one line', () => {
    const line = refusalOf({
      PORT: 'eighty',
      DATABASE_URL: 'mysql://x',
      SESSION_SECRET: 'short',
      LOG_LEVEL: 'loud',
    });
    expect(line).toMatch(/PORT.*DATABASE_URL.*SESSION_SECRET.*LOG_LEVEL/);
    expect(line).toContain('"silent"');
    expect(line).not.toContain('\n');
  });

  it('of production are refused where people would reach it in the clear', () => {
    const line = refusalOf({ NODE_ENV: 'production', BASE_URL: 'http://portal.example' });
    expect(line).toContain('BASE_URL without https');
  });

  it('of production are refused without the parts that production needs, each named', () => {
    const line = refusalOf({ NODE_ENV: 'production', DEMO_PASSWORD: 'a password for trying' });
    for (const name of [
      'BASE_URL',
      'DATABASE_URL',
      'SMTP_URL',
      'SESSION_SECRET',
      'KEY_PROVIDER',
      'DEMO_PASSWORD',
    ]) {
      expect(line).toContain(name);
    }
  });
});
