import { beforeAll, describe, expect, it } from 'vitest';
import { isShownTo } from '../../support/answers.ts';
import { testApp } from '../../support/app.ts';
import { useBrowser } from '../../support/browser.ts';
import { aCast, accountOf, type Cast, type Persona } from '../../support/cast.ts';
import { type ListedRoute, routesOf } from '../../support/routes.ts';
import type { Sample, Samples } from '../../support/samples/sample.ts';
import { samplesFor } from '../../support/samples/samples.ts';
import { serveApp } from '../../support/served-app.ts';
import { type Crawl, type CrawledSite, crawledSite, followLinks, startCrawl, visit } from './crawl.ts';

/** Whom one of the two files takes, to have as much to do as the other: HFS, and who has no account. */
export const HFS_AND_PUBLIC = [
  'nobody',
  'analyst',
  'supervisor',
  'administrator',
  'privacy officer',
] as const;

export interface CrawlOfPersonas {
  site(): CrawledSite;
  as(persona: Persona): Promise<Crawl>;
}

/**
 * Every page that Express lists, as each of some personas sees it. Two files share the personas between them, so that
 * both processors have work. Call it once, at the top.
 */
export function crawlAllPages(personas: readonly Persona[]): CrawlOfPersonas {
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

  const as = async (persona: Persona) =>
    startCrawl(site, await browser.context(), accountOf(cast, persona)?.email ?? null);

  const pagesOf = (persona: Persona): [ListedRoute, Sample][] =>
    site.routes
      .filter(({ method }) => method === 'GET')
      .flatMap((route) => (samples[route.path] ?? []).map((sample): [ListedRoute, Sample] => [route, sample]))
      .filter(([route, sample]) => isShownTo(cast, route, sample, persona));

  describe('Every page that Express lists', () => {
    it('has a sample address', () => {
      const paths = site.routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
      expect(paths.filter((path) => !samples[path]?.length)).toEqual([]);
    });

    it.each(personas)(
      'is without fault for %s, as are the answers to its forms when they are sent empty',
      async (persona) => {
        const crawl = await as(persona);
        for (const [route, sample] of pagesOf(persona)) await visit(crawl, route, sample);
        await followLinks(crawl);
        await crawl.context.close();
        expect(crawl.found).toEqual([]);
      },
      600_000,
    );
  });

  return { as, site: () => site };
}
