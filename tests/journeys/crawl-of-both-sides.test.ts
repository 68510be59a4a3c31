import { describe, expect, it } from 'vitest';
import { PERSONAS } from '../support/cast.ts';
import { crawlAllPages, HFS_AND_PUBLIC } from './support/crawl-suite.ts';
import { judgePage } from './support/judge-page.ts';

const { as, site } = crawlAllPages(
  PERSONAS.filter((persona) => HFS_AND_PUBLIC.every((each) => each !== persona)),
);

describe('A page', () => {
  it.each([
    ['nobody', '/nowhere', 404],
    ['representative', '/complaints/PC-2026-999999-0', 404],
    ['representative', '/casework', 403],
  ] as const)('that is not there for %s (%s) is told plainly', async (persona, address, status) => {
    const { page, context } = await as(persona);
    const answer = await page.goto(site().url + address);
    expect(answer?.status()).toBe(status);
    expect(await judgePage(page)).toEqual([]);
    await context.close();
  });
});
