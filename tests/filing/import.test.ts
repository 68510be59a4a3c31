import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { saveDraft } from '../../src/complaint/drafts.ts';
import { findDraft } from '../../src/filing/drafts/draft.queries.ts';
import { setClock } from '../../src/platform/clock.ts';
import { pool } from '../../src/platform/database/database.ts';
import { readSheets } from '../../src/platform/spreadsheet/read-sheets.ts';
import { testApp } from '../support/app.ts';
import { aClaimLine, actor, aDispute, aDraft } from '../support/complaints.ts';
import { aRepresentative } from '../support/personas.ts';
import { bytesOf, type Page, type Visitor } from '../support/visitor.ts';
import { sampleFile, uploadSheet } from './import-sheet.ts';
import { type DraftWalk, walkOf } from './walk.ts';

const app = testApp();
let representative: AccountProfile;
let visitor: Visitor;

beforeAll(async () => {
  setClock(Temporal.Instant.from('2026-10-05T15:00:00Z'));
  representative = await aRepresentative();
  visitor = await app.signInAs(representative);
});

afterAll(() => setClock(null));

const HEADER =
  'Member last name,Member first name,RIN,Date of service from,Date of service to,MCO claim number,Billed amount,Paid amount,CARC,Denial date';
const csv = (...rows: readonly string[]) => Buffer.from([HEADER, ...rows].join('\r\n'));

async function aWalk(lines: Parameters<typeof aClaimLine>[0][] = []): Promise<DraftWalk> {
  const priorReview = { filedOn: '2026-09-01', trackingNumber: 'M-1', contact: 'Lee', answer: 'No.' };
  const document = { priorReview, claimLines: lines.map((line) => aClaimLine(line)) };
  return walkOf(visitor, (await aDraft(actor(representative), aDispute(document))).id);
}

async function documentOf(walk: DraftWalk) {
  const found = await findDraft(actor(representative), walk.id);
  if (!('draft' in found)) throw new Error('It was filed');
  return found.draft.document;
}

const upload = (walk: DraftWalk, content: Buffer, name = 'claims.csv') =>
  uploadSheet(visitor, walk.id, name, content);
const rowId = (page: Page, index: number) =>
  page.$('fieldset.panel').eq(index).find('input').first().attr('name')?.split('.')[1] ?? '';

describe('The ways to add claims', () => {
  it('stand on the step itself and lead to one another', async () => {
    const page = await (await aWalk()).get('claims');
    const ways = page.$('nav[aria-label="Ways to add claims"] a').toArray();
    expect(ways.map((way) => page.$(way).text())).toEqual([
      'Add by hand',
      'Upload a file',
      'Paste from a spreadsheet',
    ]);
    for (const way of ways) expect((await visitor.get(page.$(way).attr('href') ?? '')).status).toBe(200);
  });
});

describe('A file of claims', () => {
  it('that is right goes into the draft whole, and nothing waits', async () => {
    const walk = await aWalk();
    const answer = await upload(walk, sampleFile('claims-clean-25.csv').subarray());
    expect(answer).toMatchObject({ status: 303 });
    const page = await visitor.get(answer.location);
    expect(page.$('body').text()).toContain('25');
    const document = await documentOf(walk);
    expect(document.claimLines.length + (document.claimsImport?.rows.length ?? 0)).toBe(25);
  });

  it('as billing offices send it: 39 rows are in, and one press puts back the zero of the last', async () => {
    const walk = await aWalk();
    const answer = await upload(
      walk,
      sampleFile('claims-as-billing-offices-send-them-40.xlsx'),
      'denials.xlsx',
    );
    expect(answer.location).toBe(walk.href('claims/import/rows'));
    const page = await walk.get('claims/import/rows');
    const { claimLines, claimsImport } = await documentOf(walk);
    const late = (claimsImport?.rows.length ?? 0) - 1;
    expect(claimLines.length + late + 1).toBe(40);
    expect(page.text).toContain(`${claimLines.length} of 40 rows are in.`);
    expect(page.text).toContain('Row 26 is empty, and left out.');
    expect(page.text).toContain('Row 46 is a total, and left out.');
    expect(page.text).toContain('column K “Biller notes”');
    const offer = page.$('button:contains("Use 059058219")').attr('value') ?? '';
    const used = await walk.answer('claims/import/rows', { button: offer });
    expect(used.status).toBe(303);
    expect((await documentOf(walk)).claimLines.some(({ rin }) => rin === '059058219')).toBe(true);
  });

  it('with errors: each is told by row and column at its field, and what is right is kept', async () => {
    const walk = await aWalk();
    await upload(walk, sampleFile('claims-with-errors-12.csv'));
    const page = await walk.get('claims/import/rows');
    expect(page.title).toContain('Error: Rows that need you');
    expect(page.$('.error-summary a').length).toBe(page.errors.length);
    for (const place of [
      'Row 3, RIN',
      'Row 4, RIN',
      'Row 5, Date of service from',
      'Row 8, MCO claim number',
    ])
      expect(page.errors.join('\n')).toContain(place);
    for (const line of page.$('.error-summary a').toArray())
      expect(page.$(page.$(line).attr('href') ?? '').length).toBe(1);
    expect(page.body).not.toContain('123-45-6789');
    expect(JSON.stringify(await documentOf(walk))).not.toContain('6789"');
  });

  it('sent again adds nothing twice, and says so', async () => {
    const walk = await aWalk();
    const rows = ['Okafor,Wren,046615719,8/5/2026,,CL1,"1,234.50",-,CO-29,'];
    await upload(walk, csv(...rows));
    const again = await upload(walk, csv(...rows, 'Ali,Zoë,205755710,8/6/2026,,CL2,12,0,29,'));
    const page = await visitor.get(again.location);
    expect(page.$('body').text()).toContain('Row 2 was in the list already, and not added again.');
    expect((await documentOf(walk)).claimLines.map(({ claimNumber }) => claimNumber)).toEqual(['CL1', 'CL2']);
  });

  it('adds to what is in the draft, up to 500 claims and no row more', async () => {
    const walk = await aWalk(Array.from({ length: 499 }, (_none, row) => ({ claimNumber: `OLD${row}` })));
    const two = ['Okafor,Wren,046615719,8/5/2026,,CL1,1,,,', 'Okafor,Wren,046615719,8/5/2026,,CL2,1,,,'];
    const refused = await upload(walk, csv(...two));
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('there is room for 1 more, and these are 2');
    expect((await documentOf(walk)).claimLines).toHaveLength(499);
    expect((await upload(walk, csv(two[0] ?? ''))).status).toBe(303);
  });

  it('is asked for, when none was chosen', async () => {
    const walk = await aWalk();
    expect((await walk.answer('claims/import', {})).errors).toEqual(['Choose a file']);
    const empty = await visitor.agent.post(walk.href('claims/import')).field('_csrf', await visitor.token());
    expect(empty.status).toBe(422);
    expect(load(empty.text)('.error-summary a').attr('href')).toBe('#sheet');
  });

  it('may come with a long field in its form; one that is far too long is told', async () => {
    const walk = await aWalk();
    const send = async (note: string) =>
      visitor.agent
        .post(walk.href('claims/import'))
        .field('_csrf', await visitor.token())
        .field('note', note)
        .attach('sheet', csv(), 'claims.csv');
    expect((await send('語'.repeat(10_000))).text).not.toContain('Choose them again');
    const overlong = await send('語'.repeat(100_000));
    expect(overlong.status).toBe(422);
    expect(overlong.text).toContain('shorten the text');
  });

  it.each([
    ['larger than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'larger than 5 MB'],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'before 2007'],
    ['no table', Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3]), 'neither an Excel workbook'],
    ['a ZIP that is none', Buffer.from('PK\x03\x04 and then nothing'), 'It is damaged'],
    ['empty', Buffer.alloc(0), 'There is nothing in it'],
  ])('that is %s is refused with a sentence', async (_what, content, words) => {
    const answer = await upload(await aWalk(), content, 'claims.xlsx');
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(words);
  });

  it('comes into nobody else’s draft', async () => {
    const walk = await aWalk();
    const stranger = await app.signInAs(await aRepresentative());
    expect((await uploadSheet(stranger, walk.id, 'claims.csv', csv())).status).toBe(404);
    for (const page of [
      'claims/import',
      'claims/import/rows',
      'claims/import/rows.csv',
      'claims/import/columns',
    ])
      expect((await stranger.get(walk.href(page))).status).toBe(404);
  });

  it('is read for the draft as another window left it meanwhile', async () => {
    const walk = await aWalk();
    const [answer] = await Promise.all([
      upload(walk, csv('Okafor,Wren,046615719,8/5/2026,,CL1,1,,,')),
      saveDraft(walk.id, actor(representative), 1, { document: { claimLines: [aClaimLine()] } }),
    ]);
    expect(answer.status).toBe(303);
    expect((await documentOf(walk)).claimLines).toHaveLength(2);
  });
});

describe('Cells that are pasted', () => {
  it('are read as a file is', async () => {
    const walk = await aWalk();
    const cells = `${HEADER.replaceAll(',', '\t')}\nOkafor\tWren\t046 615 719\t8/5/2026\t\tCL1\t$1,234.50\t-\tCO-29\t`;
    const answer = await walk.answer('claims/paste', { cells });
    expect(answer.location).toBe(walk.href('claims'));
    expect((await documentOf(walk)).claimLines).toMatchObject([
      { billedCents: 123_450, paidCents: 0, carc: '29' },
    ]);
  });

  it('that are none are asked for', async () => {
    const page = await (await aWalk()).answer('claims/paste', { cells: ' ' });
    expect(page.errors).toEqual(['Paste the cells']);
  });

  it('are shown again when they cannot be read, without what looks like a Social Security number', async () => {
    const page = await (await aWalk()).answer('claims/paste', { cells: 'Ali\t123-45-6789\n"open' });
    expect(page.status).toBe(422);
    expect(page.$('textarea').text()).toContain('"open');
    expect(page.body).not.toContain('6789');
  });
});

describe('Columns that are not known', () => {
  const unknown = [
    'Surname;Given;Ident;Served;Nr at plan;Asked;Remark',
    'Okafor;Wren;046615719;8/5/2026;CL1;12.50;x',
    'Ali;Zoë;123-45-6789;8/6/2026;CL2;13;y',
  ];
  const answers = {
    'column.2': 'rin',
    'column.3': 'serviceDates',
    'column.4': 'claimNumber',
    'column.5': 'billedCents',
  };

  it('are asked for once, with their first cells and what is known already', async () => {
    const walk = await aWalk();
    const answer = await upload(walk, Buffer.from(unknown.join('\n')));
    expect(answer.location).toBe(walk.href('claims/import/columns'));
    const page = await walk.get('claims/import/columns');
    expect(page.text).toContain('Column C: Ident');
    expect(page.text).toContain('Not kept: it looks like a Social Security number');
    expect(page.body).not.toContain('6789');
    expect(page.$('[name="column.0"]').val()).toBe('memberLastName');
    const read = await walk.answer('claims/import/columns', answers);
    expect(read.location).toBe(walk.href('claims/import/rows'));
    const document = await documentOf(walk);
    expect(document.claimLines).toMatchObject([{ claimNumber: 'CL1', serviceTo: '2026-08-05' }]);
    expect(document.claimsImport?.table).toBeUndefined();
    const rows = await walk.get('claims/import/rows');
    expect(rows.text).toContain('Not used: column G “Remark”.');
    expect(rows.errors.join()).toContain('Social Security number, and it was not kept');
  });

  it('are refused when one is missing or there twice', async () => {
    const walk = await aWalk();
    await upload(walk, Buffer.from(unknown.join('\n')));
    const page = await walk.answer('claims/import/columns', {
      ...answers,
      'column.6': 'rin',
      'column.4': '',
    });
    expect(page.errors).toEqual([
      'Say which column holds this: MCO claim number',
      'Another column holds this already: RIN',
    ]);
    expect(page.$('[name="column.6"]').val()).toBe('rin');
  });

  it('wait, and keep the complaint from being filed, until they are named or left out', async () => {
    const walk = await aWalk([{}]);
    await upload(walk, Buffer.from(unknown.join('\n')));
    const check = await walk.get('check');
    const gap = check.$('a:contains("Say what the columns of the spreadsheet hold")');
    expect(gap.attr('href')).toBe(walk.href('claims/import/columns'));
    const second = await upload(walk, Buffer.from(unknown.join('\n')));
    expect(second.body).toContain('another spreadsheet waits');
    const left = await walk.answer('claims/import/columns', { button: 'discard' });
    expect(left.status).toBe(303);
    expect(await documentOf(walk)).not.toHaveProperty('claimsImport');
  });

  it('may have no headings at all', async () => {
    const walk = await aWalk();
    await upload(
      walk,
      Buffer.from('Okafor,Wren,046615719,8/5/2026,CL1,12.50\nAli,Zoë,205755710,8/6/2026,CL2,13'),
    );
    const uses = ['memberLastName', 'memberFirstName', 'rin', 'serviceFrom', 'claimNumber', 'billedCents'];
    const fields = Object.fromEntries(uses.map((use, place) => [`column.${place}`, use]));
    await walk.answer('claims/import/columns', fields);
    expect((await documentOf(walk)).claimLines).toHaveLength(2);
  });
});

describe('Rows that wait', () => {
  const faulty = [
    'Okafor,Wren,46615719,8/5/2026,,CL1,12.50,0,29,',
    'Ali,Zoë,25755710,8/6/2026,,CL2,13,0,29,',
    'Haddad,Esi,391133189,13/13/2026,,CL3,14,0,29,',
  ];

  async function aWaitingWalk(): Promise<DraftWalk> {
    const walk = await aWalk();
    await upload(walk, csv(...faulty));
    return walk;
  }

  it('keep the complaint from being filed, and are told on the step and on the check page', async () => {
    const walk = await aWaitingWalk();
    const link = 'a:contains("Correct the 3 rows")';
    expect((await walk.get('claims')).$(link).attr('href')).toBe(walk.href('claims/import/rows'));
    expect((await walk.get('check')).$(link).attr('href')).toBe(walk.href('claims/import/rows'));
    expect((await walk.get('certify')).status).toBe(303);
  });

  it('are corrected in place: what is right goes in, and the rest keeps what was typed', async () => {
    const walk = await aWaitingWalk();
    const page = await walk.get('claims/import/rows');
    const typed = {
      [`row.${rowId(page, 0)}.rin`]: '046615719',
      [`row.${rowId(page, 1)}.rin`]: '12',
    };
    const saved = await walk.answer('claims/import/rows', typed);
    expect(saved.status).toBe(303);
    const next = await visitor.follow(saved);
    expect(next.$('body').text()).toContain('1 row is in. 2 need you.');
    expect(next.$(`[name="row.${rowId(page, 1)}.rin"]`).val()).toBe('12');
    expect((await documentOf(walk)).claimLines).toMatchObject([{ rin: '046615719', claimNumber: 'CL1' }]);
  });

  it('that are sent unchanged are told again, and nothing is lost', async () => {
    const walk = await aWaitingWalk();
    const page = await walk.answer('claims/import/rows', {});
    expect(page.status).toBe(422);
    expect(page.errors).toHaveLength(3);
    expect((await documentOf(walk)).claimsImport?.rows).toHaveLength(3);
  });

  it('never keep a Social Security number that is typed into them', async () => {
    const walk = await aWaitingWalk();
    const page = await walk.get('claims/import/rows');
    const again = await walk.answer('claims/import/rows', { [`row.${rowId(page, 0)}.rin`]: '123 45 6789' });
    expect(again.status).toBe(422);
    expect(again.body).not.toContain('6789');
    expect(JSON.stringify(await documentOf(walk))).not.toContain('6789');
  });

  it('get all their zeros back at one press, and are dropped only when somebody says so', async () => {
    const walk = await aWaitingWalk();
    await walk.answer('claims/import/rows', { button: 'use-all' });
    expect((await documentOf(walk)).claimLines.map(({ rin }) => rin)).toEqual(['046615719', '025755710']);
    const page = await walk.get('claims/import/rows');
    const dropped = await walk.answer('claims/import/rows', { button: `drop:${rowId(page, 0)}` });
    expect(dropped.location).toBe(walk.href('claims'));
    expect(await documentOf(walk)).not.toHaveProperty('claimsImport');
  });

  it('are dropped together only with a tick', async () => {
    const walk = await aWaitingWalk();
    const form = 'main form:has([name=isSure])';
    const refused = await visitor.submit(walk.href('claims/import/rows'), {}, form);
    expect(refused.errors[0]).toBe('Tick the box to drop the rows');
    await visitor.submit(walk.href('claims/import/rows'), { isSure: 'yes' }, form);
    expect(await documentOf(walk)).not.toHaveProperty('claimsImport');
  });

  it('are downloaded with what to do, corrected, and uploaded again in the place of those that waited', async () => {
    const walk = await aWaitingWalk();
    const file = await visitor.agent.get(walk.href('claims/import/rows.csv'));
    expect(file.headers['content-disposition']).toContain('filename=claims-to-correct.csv');
    const [header = [], ...rows] = parse(file.text, { bom: true }) as string[][];
    expect(header[0]).toBe('Row in your file');
    expect(header.at(-1)).toBe('What to do');
    expect(rows[0]?.at(-1)).toContain('RIN: Enter all 9 digits');
    const corrected = file.text.replace('46615719', '046615719').replace('13/13/2026', '8/13/2026');
    await upload(walk, Buffer.from(corrected));
    const document = await documentOf(walk);
    expect(document.claimLines.map(({ claimNumber }) => claimNumber)).toEqual(['CL1', 'CL3']);
    expect(document.claimsImport).toMatchObject({
      rows: [{ texts: { rin: '25755710' } }],
      summary: { replaced: 3 },
    });
  });

  it('start no formula in the file, and every look at them is in the audit log', async () => {
    const walk = await aWalk();
    await upload(walk, csv('=HYPERLINK("x"),Wren,046615719,8/5/2026,,CL1,12.50,0,29,'));
    const looks = async () =>
      (
        await pool().query(
          "SELECT 1 FROM audit_event WHERE complaint_id = $1 AND action = 'complaint.view'",
          [walk.id],
        )
      ).rowCount ?? 0;
    const before = await looks();
    const file = await visitor.agent.get(walk.href('claims/import/rows.csv'));
    expect(parse(file.text, { bom: true })[1]).toContain('\'=HYPERLINK("x")');
    await walk.get('claims/import/rows');
    expect(await looks()).toBe(before + 2);
  });

  it('are shown with what another window saved meanwhile, and what was typed here', async () => {
    const walk = await aWaitingWalk();
    const page = await walk.get('claims/import/rows');
    const { version } = Object.fromEntries(
      page
        .$('main form')
        .first()
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    await walk.answer('claims/import/rows', { [`row.${rowId(page, 0)}.rin`]: '046615719' });
    const late = await walk.answer('claims/import/rows', {
      version: version ?? '',
      [`row.${rowId(page, 1)}.rin`]: '777',
    });
    expect(late.status).toBe(409);
    expect(late.$(`[name="row.${rowId(page, 1)}.rin"]`).val()).toBe('777');
    expect((await documentOf(walk)).claimLines).toHaveLength(1);
  });
});

describe('The template', () => {
  it('has the headings, the plan’s name and its own hint, and is read back as empty', async () => {
    const walk = await aWalk();
    const text = await visitor.agent.get(walk.href('claims/template.csv'));
    expect(text.headers['content-disposition']).toContain('claims-meridian.csv');
    expect(text.text).toBe(`\uFEFF${HEADER}\r\n`);
    const book = await visitor.agent.get(walk.href('claims/template.xlsx')).buffer(true).parse(bytesOf);
    expect(book.headers['content-disposition']).toContain('claims-meridian.xlsx');
    const [claims, advice] = readSheets(book.body as Buffer);
    expect(claims?.rows[0]?.cells.map(({ text: heading }) => heading).join()).toBe(HEADER);
    const said = advice?.rows.map(({ cells }) => cells.map(({ text: words }) => words).join(' ')) ?? [];
    expect(said).toContain('Meridian Health Plan of Illinois');
    expect(said.join('\n')).toContain('RIN needed 9 digits');
    const bcchp = await aWalk();
    await saveDraft(bcchp.id, actor(representative), 1, { mcoCode: 'BCCHP' });
    const other = await visitor.agent.get(bcchp.href('claims/template.xlsx')).buffer(true).parse(bytesOf);
    expect(JSON.stringify(readSheets(other.body as Buffer)[1])).toContain('193450004656 was issued');
    const answer = await upload(walk, book.body as Buffer, 'claims-meridian.xlsx');
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('no claim in it');
  });
});
