import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Result } from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.0 to 2.2 in A and AA, and what axe recommends beyond. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const OPTIONS = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] });
const RUN = `axe.run(document, ${OPTIONS}).then(({ violations }) => violations)`;

let address: Promise<string> | null = null;

/** What axe finds wrong with a page as it stands, a line for each rule with the places; none is the aim. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  address ??= serveAxe();
  await loadScript(page, await address);
  const violations = await page.evaluate<Result[]>(RUN);
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map(
      ({ target, failureSummary }) => `${target.join(' ')} (${oneLine(failureSummary)})`,
    );
    return `${id}: ${help}: ${places.join('; ')}`;
  });
}

/**
 * Axe at an address of its own, until the process ends. A browser keeps what it has fetched and compiled, whereas half a
 * megabyte that is handed to each page anew takes a third of the time in which the page is judged.
 */
async function serveAxe(): Promise<string> {
  const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')));
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/javascript');
    response.setHeader('Cache-Control', 'max-age=3600, immutable');
    // Pages of the portal take nothing from elsewhere that does not say so.
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.end(source);
  });
  server.listen(0).unref();
  await once(server, 'listening');
  const bound = server.address();
  if (typeof bound !== 'object' || !bound) throw new Error('Axe is served on no port');
  return `http://localhost:${bound.port}/axe.min.js`;
}

/** Adds a script to a page by the page's own nonce, for its policy holds while it is judged. */
function loadScript(page: Page, source: string): Promise<void> {
  return page.evaluate(
    (src) =>
      new Promise<void>((resolve, reject) => {
        const script = document.createElement('script');
        script.nonce = document.querySelector<HTMLElement>('head [nonce]')?.nonce ?? '';
        script.onload = () => resolve();
        script.onerror = () => reject(new Error(`${src} does not come`));
        script.src = src;
        document.head.append(script);
      }),
    source,
  );
}

function oneLine(text = ''): string {
  return text.replace(/\s+/g, ' ').replace(/^Fix (any|all) of the following: /, '');
}
