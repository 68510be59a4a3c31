import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { perform } from '../../src/complaint/perform.ts';
import { now, setClock } from '../../src/platform/clock.ts';
import { forgetFigures } from '../../src/statistics/current-figures.ts';
import { testApp } from '../support/app.ts';
import { actor, aDraft, aFiledComplaint } from '../support/complaints.ts';
import { anAnalyst, aRepresentative } from '../support/personas.ts';
import type { Page } from '../support/visitor.ts';
import { insertComplaints } from './many-complaints.ts';

const app = testApp();
let filer: Actor;
let staff: Actor;

beforeAll(async () => {
  filer = actor(await aRepresentative());
  staff = actor(await anAnalyst());
});
beforeEach(forgetFigures);

const figures = (query = ''): Promise<Page> => app.visitor().get(`/statistics${query}`);

/** The counts of the row of that name in the table that is captioned so. */
function row(page: Page, caption: RegExp, name: string): string[] {
  const $ = page.$;
  const table = $('table').filter((_, each) => caption.test($(each).find('caption').text()));
  const found = table.find('tr').filter((_, each) => $(each).find('th').text().startsWith(name));
  return found
    .find('td')
    .toArray()
    .map((cell) => $(cell).text());
}

describe('The public figures', () => {
  it('say that there is no complaint yet, and count no draft', async () => {
    await aDraft(filer);
    const page = await figures();
    expect(page.status).toBe(200);
    expect(page.text).toContain('No complaint has been filed yet');
    expect(page.$('table')).toHaveLength(0);
  });

  it('withhold a lone complaint in every table and total', async () => {
    await aFiledComplaint(filer);
    const page = await figures();
    expect(row(page, /by plan/, 'Meridian')).toEqual(['withheld', '0', '0', '0', 'withheld']);
    expect(row(page, /by plan/, 'All complaints')).toEqual(['withheld', '0', '0', '0', 'withheld']);
    expect(page.text).toContain('Some counts are withheld');
    expect(page.$('td').text()).not.toMatch(/[1-9]/);
  });

  it('change when a complaint is filed and when it is closed', async () => {
    await insertComplaints(app.ownerUrl(), filer, { count: 29 });
    await insertComplaints(app.ownerUrl(), filer, { count: 20, closed: 'NOT_REVIEWED_BY_MCO' });
    forgetFigures();
    expect(row(await figures(), /by category/, 'Claim denial')).toEqual(['50', '0', '20', '0', '30']);

    const { complaintId, version } = await aFiledComplaint(filer);
    forgetFigures();
    expect(row(await figures(), /by category/, 'Claim denial')).toEqual(['51', '0', '20', '0', '31']);

    await perform('close', complaintId, staff, {
      version,
      closureReason: 'NOT_REVIEWED_BY_MCO',
      words: 'The plan has until the 30th day to answer.',
    });
    forgetFigures();
    expect(row(await figures(), /by category/, 'Claim denial')).toEqual(['51', '0', '21', '0', '30']);
  });

  it('are counted again after a minute, and say when they were counted', async () => {
    const start = now();
    setClock(start);
    const before = row(await figures(), /by plan/, 'All complaints');
    await insertComplaints(app.ownerUrl(), filer, { count: 15 });
    setClock(start.add({ seconds: 59 }));
    expect(row(await figures(), /by plan/, 'All complaints')).toEqual(before);
    setClock(start.add({ seconds: 60 }));
    const later = await figures();
    expect(row(later, /by plan/, 'All complaints')).not.toEqual(before);
    expect(later.text).toMatch(/Counted \w+ \d+, \d{4}, \d+:\d\d [ap]\.m\., Central time/);
    setClock(null);
  });

  it('put a complaint filed at 11:30 p.m. in Chicago into the quarter that ends then', async () => {
    await insertComplaints(app.ownerUrl(), filer, { count: 12, submittedAt: '2025-10-01T04:30:00Z' });
    const page = await figures();
    expect(row(page, /by the quarter/, 'July–September 2025')).toEqual(['12', '0', '0', '0', '12']);
    expect(row(page, /by the quarter/, 'October–December 2025')).toEqual(['0', '0', '0', '0', '0']);
  });

  it('can be narrowed to a quarter and to one table, and keep what was chosen', async () => {
    const page = await figures('?quarter=2025-Q3&view=group');
    expect(page.$('table')).toHaveLength(1);
    expect(row(page, /by provider group, July–September 2025/, 'Physicians')).toEqual([
      '12',
      '0',
      '0',
      '0',
      '12',
    ]);
    expect(page.$('#quarter option[selected]').attr('value')).toBe('2025-Q3');
    expect(page.$('#view option[selected]').attr('value')).toBe('group');
  });

  it('have a table under every chart, and a chart that tells its finding', async () => {
    const page = await figures();
    const charts = page.$('picture img').toArray();
    expect(charts.length).toBeGreaterThan(2);
    for (const chart of charts) {
      expect(page.$(chart).attr('alt')).toMatch(/^Complaints received and resolved by .+\. .+\.$/);
      expect(page.$(chart).closest('section').find('table')).toHaveLength(1);
    }
  });

  it.each(['?quarter=2019-Q1', '?quarter=Q1', '?view=members'])('are not at %s', async (query) => {
    expect((await figures(query)).status).toBe(404);
  });
});

describe('The pages beside the figures', () => {
  it('explain how the figures are counted, with the reasons for which complaints are closed', async () => {
    const page = await app.visitor().get('/statistics/methodology');
    expect(page.text).toContain('A count from 1 to 10 is not published');
    expect(page.text).toContain('Duplicate of another complaint');
  });

  it('name every field and code of the downloads', async () => {
    const page = await app.visitor().get('/statistics/dictionary');
    for (const word of ['figuresAt', 'withheld', 'MERIDIAN', 'HEALTH_CENTERS_FQHC_RHC', 'CLAIM_DENIAL']) {
      expect(page.text).toContain(word);
    }
  });
});

describe('A chart of the figures', () => {
  it('is an image that may load nothing, and that no shared cache keeps', async () => {
    const chart = await app.visitor().get('/statistics/charts/by-plan.svg?quarter=all&size=narrow');
    expect(chart.status).toBe(200);
    expect(chart.headers['content-type']).toMatch(/^image\/svg\+xml/);
    expect(chart.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(chart.headers['cache-control']).toBe('private, max-age=60');
  });

  it.each(['by-member.svg', 'by-plan.svg?quarter=2019-Q1', 'by-plan.svg?size=huge'])(
    'is not at %s',
    async (name) => {
      expect((await app.visitor().get(`/statistics/charts/${name}`)).status).toBe(404);
    },
  );
});
