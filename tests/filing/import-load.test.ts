import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { findDraft } from '../../src/filing/drafts/draft.queries.ts';
import { setClock } from '../../src/platform/clock.ts';
import { workbookOf } from '../platform/spreadsheet/workbook-files.ts';
import { testApp } from '../support/app.ts';
import { actor, aDispute, aDraft } from '../support/complaints.ts';
import { aRepresentative } from '../support/personas.ts';
import type { Visitor } from '../support/visitor.ts';
import { sampleFile, uploadSheet } from './import-sheet.ts';

const app = testApp();
let representative: AccountProfile;
let visitor: Visitor;

beforeAll(async () => {
  setClock(Temporal.Instant.from('2026-10-25T15:00:00Z'));
  representative = await aRepresentative();
  visitor = await app.signInAs(representative);
});

afterAll(() => setClock(null));

async function newDraft(): Promise<string> {
  const priorReview = { filedOn: '2026-09-24', trackingNumber: 'M-1' };
  return (await aDraft(actor(representative), aDispute({ priorReview, claimLines: [] }))).id;
}

async function linesOf(id: string) {
  const found = await findDraft(actor(representative), id);
  return 'draft' in found ? found.draft.document.claimLines : [];
}

/** The sample of 500 claims as an Excel workbook. */
function fiveHundred(): Promise<Buffer> {
  const rows = parse(sampleFile('claims-500.csv'), { bom: true }) as string[][];
  return writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer();
}

describe('A workbook of 500 claims', () => {
  it('is read, checked and stored in under 3 seconds, and hardly keeps the process from anything else', async () => {
    const workbook = await fiveHundred();
    await uploadSheet(visitor, await newDraft(), 'claims.xlsx', workbook);
    const id = await newDraft();
    const delays = monitorEventLoopDelay({ resolution: 5 });
    delays.enable();
    const start = performance.now();
    const answer = await uploadSheet(visitor, id, 'claims.xlsx', workbook);
    const milliseconds = performance.now() - start;
    delays.disable();
    expect(answer.status).toBe(303);
    expect(await linesOf(id)).toHaveLength(500);
    const late = delays.percentile(99) / 1e6;
    expect(milliseconds).toBeLessThan(3_000);
    expect(late).toBeLessThan(50);
  });
});

describe('A workbook that would eat all memory', () => {
  it('takes its own thread down and nothing else, and the person is told', async () => {
    const attributes = ' a=""'.repeat(7_000_000);
    const bytes = workbookOf({ sheets: [`<?xml version="1.0"?><worksheet${attributes}/>`] });
    expect(bytes.length).toBeLessThan(1024 * 1024);
    const answer = await uploadSheet(visitor, await newDraft(), 'claims.xlsx', bytes);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('too large inside to be read');
  });
});
