import { beforeAll, describe, expect, it } from 'vitest';
import { isShownTo } from '../support/answers.ts';
import { testApp } from '../support/app.ts';
import { useBrowser } from '../support/browser.ts';
import { aCast, accountOf, type Cast, PERSONAS, type Persona } from '../support/cast.ts';
import { type ListedRoute, routesOf } from '../support/routes.ts';
import type { Sample, Samples } from '../support/samples/sample.ts';
import { samplesFor } from '../support/samples/samples.ts';
import { serveApp } from '../support/served-app.ts';
import {
  type Crawl,
  type CrawledSite,
  crawledSite,
  followLinks,
  startCrawl,
  visit,
} from './support/crawl.ts';
import { judgePage } from './support/judge-page.ts';

const app = testApp();
const served = serveApp(app);
const browser = useBrowser();
let cast: Cast;
let samples: Samples;
let site: CrawledSite;

beforeAll(async () => {
  cast = await aCast();
  samples = await samplesFor(cast);
  site = crawledSite(served.url(), routesOf(app.express()));
});

describe('Every page that Express lists', () => {
  it('has a sample address', () => {
    const paths = site.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
    expect(paths.filter((path) => !samples[path]?.length)).toEqual([]);
  });

  it.each(PERSONAS)(
    'is without fault for %s, as are the answers to its forms when they are sent empty',
    async (persona) => {
      const crawl = await crawlAs(persona);
      for (const [route, sample] of pagesOf(persona)) await visit(crawl, route, sample);
      await followLinks(crawl);
      await crawl.context.close();
      expect(crawl.found).toEqual([]);
    },
    600_000,
  );

  it.each([
    ['nobody', '/nowhere', 404],
    ['representative', '/complaints/PC-2026-999999-0', 404],
    ['representative', '/casework', 403],
  ] as const)('that is not there for %s (%s) is told plainly', async (persona, address, status) => {
    const { page, context } = await crawlAs(persona);
    const answer = await page.goto(site.url + address);
    expect(answer?.status()).toBe(status);
    expect(await judgePage(page)).toEqual([]);
    await context.close();
  });
});

async function crawlAs(persona: Persona): Promise<Crawl> {
  return startCrawl(site, await browser.context(), accountOf(cast, persona)?.email ?? null);
}

function pagesOf(persona: Persona): [ListedRoute, Sample][] {
  return site.routes
    .filter(({ method }) => method === 'GET')
    .flatMap((route) => (samples[route.path] ?? []).map((sample): [ListedRoute, Sample] => [route, sample]))
    .filter(([route, sample]) => isShownTo(cast, route, sample, persona));
}
