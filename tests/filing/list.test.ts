import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { perform } from '../../src/complaint/perform.ts';
import { readSheets } from '../../src/platform/spreadsheet/read-sheets.ts';
import { testApp } from '../support/app.ts';
import { aClaimLine, actor, aDispute, aFiledComplaint, aPresentedComplaint } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { anAnalyst, aRepresentative } from '../support/personas.ts';
import { bytesOf, type Page, type Visitor } from '../support/visitor.ts';

const app = testApp();
let owner: AccountProfile;
let visitor: Visitor;
let submitted: string;
let returned: string;
let presented: string;
let closed: string;

beforeAll(async () => {
  owner = await aRepresentative();
  const [filer, staff] = [actor(owner), actor(await anAnalyst())];
  submitted = (await aFiledComplaint(filer)).reference ?? '';
  presented = (await aPresentedComplaint(filer, staff, { ...aDispute(), mcoCode: 'BCCHP' })).reference ?? '';
  const toReturn = await aFiledComplaint(filer, aDispute({ claimLines: TWO_CLAIMS }));
  const { reference } = await perform('return', toReturn.complaintId, staff, {
    version: toReturn.version,
    missing: ['document'],
    words: 'Add the remittance.',
  });
  returned = reference ?? '';
  const toClose = await aFiledComplaint(filer);
  await perform('withdraw', toClose.complaintId, filer, { version: toClose.version });
  closed = toClose.reference ?? '';
  visitor = await app.signInAs(owner);
});

const TWO_CLAIMS = [
  aClaimLine({ billedCents: 100_000, paidCents: 25_050 }),
  aClaimLine({ claimNumber: 'CL26-SECOND', rin: '448127418', billedCents: 900, paidCents: undefined }),
];

const references = (page: Page) =>
  page
    .$('tbody th a')
    .toArray()
    .map((link) => page.$(link).text());

describe('The list of complaints', () => {
  it('begins with the open ones, and counts what is on each tab', async () => {
    const page = await visitor.get('/complaints');
    expect(references(page)).toEqual([returned, presented, submitted]);
    const tabs = page.$('.tabs__tab').text().replace(/\s+/g, ' ').trim();
    expect(tabs).toBe('Open 3Waiting for you 1Closed 1All 4');
  });

  it('shows what waits for the representative, and what is closed and as what', async () => {
    expect(references(await visitor.get('/complaints?tab=yours'))).toEqual([returned]);
    const page = await visitor.get('/complaints?tab=closed');
    expect(references(page)).toEqual([closed]);
    expect(page.$('tbody').text()).toContain('Withdrawn');
  });

  it('is narrowed to a plan, says so, and stays so until it is cleared', async () => {
    const own = await app.signInAs(owner);
    const page = await own.get('/complaints?tab=all&plan=BCCHP');
    expect(references(page)).toEqual([presented]);
    expect(page.$('.chips__chip').text()).toContain('Blue Cross Community Health Plans');
    expect((await own.get('/complaints')).location).toBe('/complaints?tab=all&plan=BCCHP');
    const cleared = await own.get(page.$('.chips__chip').attr('href') ?? '');
    expect(references(cleared)).toHaveLength(4);
    expect(references(await own.get('/complaints?tab=open&plan=NO-SUCH-PLAN'))).toEqual([]);
  });

  it('adds up what was billed and is in dispute', async () => {
    const page = await visitor.get('/complaints?tab=yours');
    const row = page.$('tbody tr').text().replace(/\s+/g, ' ');
    expect(row).toContain('$758.50');
    expect(row).toContain('of $1,009.00 billed, 2 claims');
  });
});

describe('A complaint of one’s own is found', () => {
  it('by its reference, however it is typed', async () => {
    const typed = submitted.toLowerCase().replaceAll('-', ' ');
    expect((await visitor.submit('/complaints/search', { text: typed })).location).toBe(
      `/complaints/${submitted}`,
    );
  });

  it.each([
    ['a RIN', '448 127 418'],
    ['a claim number', 'cl26-second'],
  ])('by %s, which stands in no address', async (_what, text) => {
    const page = await visitor.submit('/complaints/search', { text });
    expect(references(page)).toEqual([returned]);
    expect(page.location).toBe('');
  });

  it('and nobody else’s', async () => {
    const other = await app.signInAs(await aRepresentative());
    const page = await other.submit('/complaints/search', { text: '448127418' });
    expect(page.text).toContain('None of your complaints has this number.');
  });

  it('and a search is noted, without what was sought', async () => {
    await visitor.submit('/complaints/search', { text: 'CL26-SECOND' });
    const { rows } = await asOwner(
      app.ownerUrl(),
      "SELECT changes::text FROM audit_event WHERE action = 'search.identifier' ORDER BY id DESC LIMIT 1",
    );
    expect(rows[0].changes).toContain('hmac-sha256:');
    expect(rows[0].changes.toUpperCase()).not.toContain('SECOND');
  });

  it('and a Social Security number is refused beside the field', async () => {
    const page = await visitor.submit('/complaints/search', { text: '123-45-6789' });
    expect(page.status).toBe(422);
    expect(page.errors[0]).toContain('Social Security');
  });
});

describe('The exported list', () => {
  it('holds what the list shows, for a spreadsheet', async () => {
    const answer = await visitor.get('/complaints/export.csv?tab=all');
    const rows = parse<Record<string, string>>(answer.body, { columns: true, bom: true });
    expect(rows.map((row) => row.Reference)).toEqual([closed, returned, presented, submitted]);
    expect(rows[1]).toMatchObject({
      Status: 'Needs information from you',
      Claims: '2',
      'Amount billed': '1009.00',
      'Amount in dispute': '758.50',
      'Who has it': 'You',
    });
  });

  it('is a workbook too, with the same rows, in which days and amounts are such', async () => {
    const answer = await visitor.agent.get('/complaints/export.xlsx?tab=all').buffer(true).parse(bytesOf);
    expect(answer.headers['content-disposition']).toMatch(/my-complaints-[\d-]+\.xlsx/);
    const [sheet] = readSheets(answer.body as Buffer);
    const [header, ...rows] = sheet?.rows.map(({ cells }) => cells) ?? [];
    const place = (heading: string) => header?.findIndex(({ text }) => text === heading) ?? -1;
    expect(rows.map((cells) => cells[place('Reference')]?.text)).toEqual([
      closed,
      returned,
      presented,
      submitted,
    ]);
    expect(rows[1]?.[place('Amount billed')]).toEqual({ text: '1009', kind: 'number' });
    expect(rows[1]?.[place('Filed')]?.kind).toBe('date');
  });

  it('is the tab and the plan that were looked at', async () => {
    const answer = await visitor.get('/complaints/export.csv?tab=all&plan=BCCHP');
    const rows = parse<Record<string, string>>(answer.body, { columns: true, bom: true });
    expect(rows.map((row) => row.Reference)).toEqual([presented]);
  });
});
