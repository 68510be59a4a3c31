import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Result } from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.0 to 2.2 in A and AA, and what axe recommends beyond. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const OPTIONS = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] });
const RUN = `${AXE}\naxe.run(document, ${OPTIONS}).then(({ violations }) => violations)`;

/** What axe finds wrong with a page as it stands, a line for each rule with the places; none is the aim. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const violations = await page.evaluate<Result[]>(RUN);
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map(
      ({ target, failureSummary }) => `${target.join(' ')} (${oneLine(failureSummary)})`,
    );
    return `${id}: ${help}: ${places.join('; ')}`;
  });
}

function oneLine(text = ''): string {
  return text.replace(/\s+/g, ' ').replace(/^Fix (any|all) of the following: /, '');
}
