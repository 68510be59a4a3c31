import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Result } from 'axe-core';
import type { CDPSession, Page } from 'playwright-core';

/** WCAG 2.0 to 2.2 in A and AA, and what axe recommends beyond. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const OPTIONS = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] });
const RUN = `axe.run(document, ${OPTIONS}).then(({ violations }) => violations)`;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** What axe finds wrong with a page as it stands, a line for each rule with the places; none is the aim. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await loadAxe(page);
  const violations = await page.evaluate<Result[]>(RUN);
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map(
      ({ target, failureSummary }) => `${target.join(' ')} (${oneLine(failureSummary)})`,
    );
    return `${id}: ${help}: ${places.join('; ')}`;
  });
}

/** By the browser's own protocol: half a megabyte of script takes a third less than by `evaluate`. */
async function loadAxe(page: Page): Promise<void> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  const { exceptionDetails } = await (await session).send('Runtime.evaluate', { expression: `${AXE};0` });
  if (exceptionDetails) throw new Error(`axe could not be loaded: ${exceptionDetails.text}`);
}

function oneLine(text = ''): string {
  return text.replace(/\s+/g, ' ').replace(/^Fix (any|all) of the following: /, '');
}
