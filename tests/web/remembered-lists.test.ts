import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { asOwner } from '../support/database.ts';
import type { Visitor } from '../support/visitor.ts';

const app = testApp();
let cast: Cast;

beforeAll(async () => {
  cast = await aCast();
});

const ID = '01890000-0000-7000-8000-000000000000';

/** A list that comes back as it was left; what its address may say, and the same as its own links say it. */
const LISTS = [
  { persona: 'liaison', path: '/mco', asked: 'urgent=yes&tab=answered', said: 'tab=answered&urgent=yes' },
  { persona: 'analyst', path: '/casework', asked: 'plan=BCCHP&x=1', said: 'tab=open&plan=BCCHP' },
  {
    persona: 'representative',
    path: '/complaints',
    asked: 'plan=BCCHP&tab=all&before=x',
    said: 'tab=all&plan=BCCHP',
  },
] as const;

function signedIn(persona: keyof Cast): Promise<Visitor> {
  return app.signInAs(cast[persona]);
}

describe.each(LISTS)('$path', ({ persona, path, asked, said }) => {
  it('is remembered as its own links have it, without what it was asked wrongly', async () => {
    const visitor = await signedIn(persona);
    expect((await visitor.get(path)).status).toBe(200);
    expect((await visitor.get(`${path}?${asked}`)).status).toBe(200);
    expect((await visitor.get(path)).location).toBe(`${path}?${said}`);
  });

  it('of which a page could not be read stays as it was', async () => {
    const visitor = await signedIn(persona);
    await visitor.get(`${path}?${said}`);
    await asOwner(app.ownerUrl(), 'ALTER TABLE topic RENAME COLUMN name TO other_name');
    try {
      expect((await visitor.get(`${path}?tab=closed`)).status).toBe(500);
    } finally {
      await asOwner(app.ownerUrl(), 'ALTER TABLE topic RENAME COLUMN other_name TO name');
    }
    expect((await visitor.get(path)).location).toBe(`${path}?${said}`);
  });

  it.each([
    `after=ordinary.0000-01-01.${ID}`,
    `before=urgent.0000-01-01.${ID}`,
    `after=ordinary.9999-12-31.${ID}`,
    `tab=closed&after=99999999999999.${ID}`,
    `tab=closed&before=8640000000000001.${ID}`,
    'below=0000-01-01.5&tab=yours',
    'above=0000-01-01.5&tab=yours',
  ])(
    'with a place that no calendar has is read from the top, now and when it comes back: %s',
    async (place) => {
      const visitor = await signedIn(persona);
      expect((await visitor.get(`${path}?${place}`)).status).toBe(200);
      const back = await visitor.get(path);
      expect(back.location).not.toContain(ID);
      expect(back.location).not.toContain('0000-01-01');
      expect((await visitor.follow(back)).status).toBe(200);
    },
  );
});

describe('A holiday of a year that no calendar has', () => {
  it('is not there', async () => {
    const administrator = await app.signInAs(cast.administrator);
    expect((await administrator.get('/administration/holidays/0000-01-01/remove')).status).toBe(404);
  });
});
