import type { Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll } from 'vitest';
import { setClock } from '../../../src/platform/clock.ts';
import { testApp } from '../../support/app.ts';
import type { TestBrowser } from '../../support/browser.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { serveApp } from '../../support/served-app.ts';
import { setOwnPortal, signIn } from './people.ts';

export interface OwnPortal {
  /** Moves the portal's clock to ten in the morning of a day (YYYY-MM-DD). Everybody's session is over with that. */
  moveTo(day: string): void;
  /** Somebody's page, signed in. */
  as(person: keyof Cast): Promise<Page>;
  readonly cast: () => Cast;
}

/** A portal in the test's own process, with a person of every role, whose clock the test moves. Call it once, at the top. */
export function useOwnPortal(browser: TestBrowser, firstDay: string): OwnPortal {
  const served = serveApp(testApp());
  const pages = new Map<string, Page>();
  let cast: Cast | null = null;
  let isFresh = new Set<string>();

  const moveTo = (day: string) => {
    setClock(Temporal.PlainDateTime.from(`${day}T10:00`).toZonedDateTime('America/Chicago').toInstant());
    isFresh = new Set();
  };
  const people = (): Cast => {
    if (!cast) throw new Error('There is nobody before the journey begins');
    return cast;
  };
  beforeAll(async () => {
    moveTo(firstDay);
    setOwnPortal(served.url());
    cast = await aCast();
  });
  afterAll(() => setClock(null));
  return {
    moveTo,
    cast: people,
    as: async (person) => {
      const page = pages.get(person) ?? (await (await browser.context()).newPage());
      pages.set(person, page);
      if (!isFresh.has(person)) {
        await page.context().clearCookies();
        await signIn(page, people()[person].email);
        isFresh.add(person);
      }
      return page;
    },
  };
}
