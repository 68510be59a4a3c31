import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

export const WIDE = { width: 1280, height: 900 } as const;
/** A telephone. */
export const NARROW = { width: 375, height: 800 } as const;
/** The narrowest that a page has to fit: a screen at 400 % (WCAG 2.2, 1.4.10). */
export const NARROWEST = { width: 320, height: 800 } as const;

/** The build without windows, where there is one: its pages take a third less of a processor. */
const CHROMIUM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(existsSync) ?? 'chromium';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Tests use all processors as it is: what V8 does beside a page's scripts costs a quarter more, and gains no time.
  '--js-flags=--single-threaded',
];

export interface TestBrowser {
  /** A browser of somebody's own, with its own cookies. */
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
}

/** One Chromium for the test file, without anything that calls home. */
export function useBrowser(): TestBrowser {
  let browser: Browser | null = null;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  });
  afterAll(() => browser?.close());
  return {
    context: (options = {}) => {
      if (!browser) throw new Error('The browser runs only while tests do');
      return browser.newContext({
        viewport: WIDE,
        locale: 'en-US',
        timezoneId: 'America/Chicago',
        ...options,
      });
    },
  };
}

export interface Faults {
  /** What went wrong since it was last asked: scripts, policies, images, styles and requests. */
  take(): string[];
}

/** Notes every error on a page's console, every script that throws and every request that fails or is refused. */
export function watchFaults(page: Page): Faults {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    // The browser says so of every page with a status of 400 or more; which status is right is for the test to say.
    const isOfPage = message.location().url === page.url() && /^Failed to load resource/.test(message.text());
    if (message.type() === 'error' && !isOfPage) faults.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left before all of it has come.
    if (reason !== 'net::ERR_ABORTED') faults.push(`request: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    const isPart = response.request().resourceType() !== 'document';
    if (isPart && response.status() >= 400) faults.push(`request: ${response.url()} ${response.status()}`);
  });
  return { take: () => faults.splice(0) };
}
