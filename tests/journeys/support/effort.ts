import type { Page } from 'playwright-core';

/** What somebody had to do in a browser. */
export interface Effort {
  /** The pages that came, by their headings. */
  readonly pages: readonly string[];
  /** The fields that they filled in, and the choices that they made; a date counts as three. */
  readonly fields: number;
  /** The keys that only lead from one place to another. */
  readonly steps: number;
}

/** Counts from the next page on. Nothing leaves the browser, so that no key is lost when a page is left. */
export async function countEffort(page: Page): Promise<() => Promise<Effort>> {
  await page.addInitScript(() => {
    const read = (name: string): string[] => JSON.parse(sessionStorage.getItem(name) ?? '[]');
    const note = (name: string, each: string) =>
      sessionStorage.setItem(name, JSON.stringify([...read(name), each]));
    addEventListener('DOMContentLoaded', () => note('pages', document.querySelector('h1')?.innerText ?? ''));
    addEventListener('input', ({ target }) => {
      if (target instanceof Element) note('fields', `${location.pathname} ${target.getAttribute('name')}`);
    });
    addEventListener('keydown', ({ key }) => {
      if (/^(Tab|Arrow)/.test(key)) note('steps', key);
    });
  });
  return async () => {
    const noted = await page.evaluate(() =>
      ['pages', 'fields', 'steps'].map((name): string[] => JSON.parse(sessionStorage.getItem(name) ?? '[]')),
    );
    const [pages = [], fields = [], steps = []] = noted;
    return { pages, fields: new Set(fields).size, steps: steps.length };
  };
}
