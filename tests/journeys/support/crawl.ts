import type { BrowserContext, Page } from 'playwright-core';
import { type Faults, watchFaults } from '../../support/browser.ts';
import { readFacts } from '../../support/page-facts.ts';
import { PASSWORD } from '../../support/personas.ts';
import type { ListedRoute } from '../../support/routes.ts';
import type { Sample } from '../../support/samples/sample.ts';
import { emptyForms, sendEmpty } from './empty-forms.ts';
import { judgeFile } from './judge-file.ts';
import { appearanceFaults, judgePage, markupFaults } from './judge-page.ts';
import { judgedBefore } from './judged-before.ts';
import { takes } from './takes.ts';

/** What the crawls of all personas have in common. */
export interface CrawledSite {
  readonly url: string;
  readonly routes: readonly ListedRoute[];
  /** Forms that were sent empty, so that no other persona sends them again. */
  readonly sent: Set<string>;
  readonly isJudged: (page: Page) => Promise<boolean>;
}

export function crawledSite(url: string, routes: readonly ListedRoute[]): CrawledSite {
  return { url, routes, sent: new Set(), isJudged: judgedBefore() };
}

/** Somebody at the browser, and all that was found wrong with what they saw. */
export interface Crawl {
  readonly site: CrawledSite;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly noted: Faults;
  readonly found: string[];
  /** Addresses that have answered as they should. */
  readonly answered: Set<string>;
  /** Addresses that links lead to, with the page on which the first of them stood. */
  readonly links: Map<string, { readonly source: string; readonly isPublic: boolean }>;
  /** Titles, with the route whose pages bear them. */
  readonly titles: Map<string, string>;
}

/** @param email whose account it is; null: nobody signs in */
export async function startCrawl(
  site: CrawledSite,
  context: BrowserContext,
  email: string | null,
): Promise<Crawl> {
  const page = await context.newPage();
  if (email !== null) {
    await page.goto(`${site.url}/sign-in`);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
  }
  const noted = watchFaults(page);
  return { site, context, page, noted, found: [], answered: new Set(), links: new Map(), titles: new Map() };
}

/** Looks at a sample address of a route, and at what its forms answer when they are sent empty. */
export async function visit(crawl: Crawl, route: ListedRoute, sample: Sample): Promise<void> {
  const { context, site, found } = crawl;
  const { address, status = 200 } = sample;
  const answer = await context.request.get(site.url + address, { maxRedirects: 0 });
  if (answer.status() !== status) found.push(`${address}: ${answer.status()}`);
  else if (answer.ok()) crawl.answered.add(address);
  if (!answer.headers()['content-type']?.startsWith('text/html')) {
    found.push(...(await judgeFile(answer)).map((fault) => `${address}: ${fault}`));
    return;
  }
  await look(crawl, route, address, status === 200);
  if (status === 200) await sendFormsEmpty(crawl, address);
}

/** No link leads nowhere, or where its reader may not go. A page for everybody may show what only some may do. */
export async function followLinks({ site, context, links, answered, found }: Crawl): Promise<void> {
  for (const [link, { source, isPublic }] of links) {
    if (answered.has(link)) continue;
    const answer = await context.request.get(site.url + link);
    const isForOthers = isPublic && answer.status() === 403;
    if (!answer.ok() && !isForOthers) found.push(`${source}: links to ${link}: ${answer.status()}`);
    await answer.dispose();
  }
}

async function look(crawl: Crawl, route: ListedRoute, address: string, isTitled: boolean): Promise<void> {
  const { site, page, found, titles, links } = crawl;
  await page.goto(site.url + address);
  const facts = await readFacts(page);
  const faults = markupFaults(facts);
  if (!(await site.isJudged(page))) faults.push(...(await appearanceFaults(page)));
  faults.push(...crawl.noted.take());
  const other = titles.get(facts.title) ?? route.path;
  if (isTitled && other !== route.path) faults.push(`has the title of ${other}, ${facts.title}`);
  if (isTitled) titles.set(facts.title, route.path);
  const origin = { source: address, isPublic: route.permission === 'public' };
  for (const link of facts.links) if (!links.has(link)) links.set(link, origin);
  for (const { method, path } of facts.targets) {
    if (!takes(site.routes, method, path)) faults.push(`a form is sent to ${method} ${path}`);
  }
  found.push(...faults.map((fault) => `${address}: ${fault}`));
}

/** The page is open already; after a form is sent, it is opened again for the next. */
async function sendFormsEmpty(crawl: Crawl, address: string): Promise<void> {
  const { site, page, found } = crawl;
  let isOpen = true;
  for (const { number, action } of await emptyForms(page)) {
    const form = `${action} ${number}`;
    if (site.sent.has(form)) continue;
    site.sent.add(form);
    if (!isOpen) await page.goto(site.url + address);
    isOpen = false;
    const answer = await sendEmpty(page, number);
    const faults = [...answer.faults, ...(await judgePage(page)), ...crawl.noted.take()];
    if (answer.status !== 422) faults.push(`answers ${answer.status}`);
    found.push(...faults.map((fault) => `${address}, its form to ${action} sent empty: ${fault}`));
  }
}
