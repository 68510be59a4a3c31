import { parse } from 'csv-parse/sync';
import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Actor } from '../../src/complaint/actor.ts';
import { forgetReference } from '../../src/complaint/reference.queries.ts';
import { forgetFigures } from '../../src/statistics/current-figures.ts';
import { testApp } from '../support/app.ts';
import { actor } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { aRepresentative } from '../support/personas.ts';
import { insertComplaints } from './many-complaints.ts';

const Answer = z.strictObject({
  figuresAt: z.iso.datetime(),
  timeZone: z.literal('America/Chicago'),
  withheld: z.string(),
  methodology: z.string(),
  counts: z.array(
    z.strictObject({
      dimension: z.enum(['all', 'plan', 'group', 'category']),
      code: z.string(),
      name: z.string(),
      quarter: z.string(),
      measure: z.enum(['received', 'resolved', 'ineligible', 'withdrawn', 'open']),
      count: z.int().nullable(),
      withheld: z.boolean(),
    }),
  ),
});

const app = testApp();
const get = (path: string) => supertest(app.express()).get(`/api/statistics/v1/${path}`);
const counts = async (query = '') => Answer.parse((await get(`counts.json${query}`)).body).counts;

beforeAll(async () => {
  const filer: Actor = actor(await aRepresentative());
  const insert = (kind: Parameters<typeof insertComplaints>[2]) =>
    insertComplaints(app.ownerUrl(), filer, { submittedAt: '2026-05-05T15:00:00Z', ...kind });
  await insert({ count: 40 });
  await insert({ count: 60, closed: 'RESOLVED_BY_MCO', mcoCode: 'BCCHP', providerTypeCode: '060' });
  await insert({ count: 4, closed: 'WITHDRAWN', mcoCode: 'BCCHP' });
  await asOwner(app.ownerUrl(), `UPDATE mco SET name = '=HYPERLINK("x")' WHERE code = 'MOLINA'`);
  forgetReference();
  forgetFigures();
});

describe('The counts as JSON', () => {
  it('hold every published count, and null with withheld in the place of the others', async () => {
    const all = await counts();
    expect(all).toContainEqual({
      dimension: 'all',
      code: 'ALL',
      name: 'All complaints',
      quarter: 'all',
      measure: 'received',
      count: 104,
      withheld: false,
    });
    const withdrawn = all.filter(({ measure, code }) => measure === 'withdrawn' && code === 'BCCHP');
    expect(withdrawn.map(({ count, withheld }) => ({ count, withheld }))).toContainEqual({
      count: null,
      withheld: true,
    });
    for (const { count, withheld } of all) {
      expect(withheld).toBe(count === null);
      expect(count === null || count === 0 || count > 10).toBe(true);
    }
  });

  it('can be narrowed to a quarter and a dimension', async () => {
    const some = await counts('?quarter=2026-Q2&dimension=group');
    expect(new Set(some.map(({ quarter, dimension }) => `${quarter} ${dimension}`))).toEqual(
      new Set(['2026-Q2 group']),
    );
    expect(some.every(({ count }) => count !== undefined)).toBe(true);
  });

  it('may be read by any site and kept for a minute, and sets no cookie', async () => {
    const { headers } = await get('counts.json');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('are not sent again to a reader who has them', async () => {
    const { headers } = await get('counts.json');
    const again = await get('counts.json').set('If-None-Match', headers.etag ?? '');
    expect(again.status).toBe(304);
  });

  it.each(['?quarter=2019-Q1', '?dimension=member', '?quarter=all&quarter=2026-Q2'])(
    'refuse %s',
    async (query) => {
      const answer = await get(`counts.json${query}`);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({
        error: 'No such quarter or dimension.',
        dimensions: expect.any(Array),
      });
    },
  );
});

describe('The counts as CSV', () => {
  it('are the same as those in JSON', async () => {
    const answer = await get('counts.csv');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch(/complaint-counts-\d{4}-\d\d-\d\d\.csv/);
    const rows = z.array(z.record(z.string(), z.string())).parse(parse(answer.text, { columns: true }));
    const expected = (await counts()).map((record) => [
      record.code,
      record.quarter,
      record.measure,
      record.count,
    ]);
    expect(
      rows.map(({ code, quarter, measure, count }) => [
        code,
        quarter,
        measure,
        count === '' ? null : Number(count),
      ]),
    ).toEqual(expected);
    expect(rows.every((row) => (row.withheld === 'true') === (row.count === ''))).toBe(true);
  });

  it('never begin a field like a formula', async () => {
    const { text } = await get('counts.csv');
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).not.toMatch(/(^|,)"?[=+\-@]/m);
  });
});
