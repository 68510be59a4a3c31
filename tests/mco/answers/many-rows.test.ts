import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerRow } from '../../../src/complaint/answers-import/answer-row.ts';
import type { AnswerColumn } from '../../../src/complaint/answers-import/columns.ts';
import { makeReference } from '../../../src/complaint/reference-number.ts';
import { checkView } from '../../../src/mco/answers/check.view.ts';
import type { JudgedWaiting, Ready } from '../../../src/mco/answers/judge-waiting.ts';
import { testApp } from '../../support/app.ts';
import { aCast } from '../../support/cast.ts';
import { asOwner } from '../../support/database.ts';
import type { Page, Visitor } from '../../support/visitor.ts';
import { download, type FileRow, send } from './file.ts';

const app = testApp();
let liaison: Visitor;

beforeAll(async () => {
  liaison = await app.signInAs((await aCast()).liaison);
});

beforeEach(async () => {
  await asOwner(app.ownerUrl(), 'DELETE FROM waiting_answers');
});

const check = () => liaison.get('/mco/answers/check');
const rowsShown = (page: Page, heading: string) => page.$(`#${heading}`).parent().find('tbody tr').length;

describe('A file with very many faults', () => {
  it('shows the first 200, says how many there are, and has all of them in the file to download', async () => {
    const rows = Array.from(
      { length: 300 },
      (_none, at): FileRow => ({ Reference: `X-${at}`, Reason: 'No' }),
    );
    await send(liaison, rows);
    const page = await check();
    expect(rowsShown(page, 'faulty-heading')).toBe(200);
    expect(page.text).toContain('The first 200 of 300 faults; the others stand in the file to download');
    const advised = (await download(liaison, 'to-correct.csv')).map((row) => row['What to do']);
    expect(advised).toHaveLength(300);
    for (const advice of advised) expect(advice).toContain('Reference: Enter the number of the complaint');
  });

  it('names ranges of rows that name no complaint, and not each', async () => {
    await send(
      liaison,
      Array.from({ length: 400 }, (): FileRow => ({ Member: 'Okafor, Wren' })),
    );
    expect((await check()).text).toContain('Rows 2 to 401: no complaint is named, and nothing is answered.');
  });
});

describe('The page that checks a file', () => {
  it('may be opened often, and not without end', async () => {
    const other = await app.signInAs((await aCast())['other liaison']);
    const statuses: number[] = [];
    for (let at = 0; at <= 120; at += 1)
      statuses.push((await other.agent.get('/mco/answers/check').redirects(0)).status);
    expect(statuses).toEqual([...Array(120).fill(303), 429]);
  });

  it('shows 200 of the complaints that are ready, or could not be answered, and says how many there are', () => {
    const many = 250;
    const ready = Array.from({ length: many }, (_none, at) => aReady(at));
    const judged: JudgedWaiting = { known: new Map(), ready, faulty: [], blank: [] };
    const results = ready.map(({ complaint: { reference } }) => ({
      kind: 'not-answered' as const,
      reference,
      why: ['It has moved on.'],
    }));
    const view = checkView({ rows: [], versions: {}, results, revision: 1 }, judged);
    expect(view.ready?.table.rows).toHaveLength(200);
    expect(view.ready?.table.caption).toBe('Your plan would pay $0.00 in all: the first 200 of 250');
    expect(view.ready?.button).toBe('Answer 250 complaints');
    expect(view.outcome?.failed?.rows).toHaveLength(200);
    expect(view.outcome?.failed?.caption).toBe('Not answered: the first 200 of 250');
  });
});

function aReady(at: number): Ready {
  const reference = makeReference(2026, at + 1);
  const texts: Partial<Record<AnswerColumn, string>> = { reference };
  const rows: AnswerRow[] = [{ row: at + 2, texts, marks: {}, isRagged: false }];
  const complaint = { id: reference, reference, version: 3, status: 'with_mco', lines: [] } as const;
  const details = {
    position: 'upheld',
    words: 'No.',
    citation: 'S. 4',
    action: 'Nothing.',
    rows: {},
  } as const;
  return { kind: 'ready', complaint, rows, details, answers: [] };
}
