import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { NARROW, useBrowser } from '../support/browser.ts';
import { newAlbum } from './support/album.ts';
import { expectHeading } from './support/controls.ts';
import {
  aDisputeFiled,
  beginDispute,
  confirmAnswers,
  filedReference,
  tellDates,
} from './support/filing-steps.ts';
import { enter, hasFocus, tabTo, typeInto } from './support/keyboard.ts';
import { DEMO, signIn } from './support/people.ts';

const browser = useBrowser();
const keep = newAlbum('claims-in-bulk');
const SAMPLES = path.resolve(import.meta.dirname, '../samples');

describe('A clerk with forty denials in a workbook', () => {
  it('files them without a mouse and without typing a claim again', async () => {
    const page = await (await browser.context()).newPage();
    await signIn(page, DEMO.representative);
    await beginDispute(page, keep);
    await tellDates(page, aDisputeFiled(45), keep);
    await expectHeading(page, 'Which claims are disputed?');
    await keep(page, 'ways');
    await enter(page, 'link', 'Upload a file');

    await expectHeading(page, 'Upload claims');
    await keep(page, 'upload');
    await tabTo(page, 'button', 'Choose a file');
    // The window in which a file is chosen is the system's own.
    const workbook = path.join(SAMPLES, 'claims-as-billing-offices-send-them-40.xlsx');
    await page.getByLabel('Choose a file').setInputFiles(workbook);
    await enter(page, 'button', 'Upload');

    await expectHeading(page, 'Rows that need you');
    expect(await page.getByRole('main').innerText()).toContain('39 of 40 rows are in. 1 needs you.');
    expect(await hasFocus(page.getByRole('alert').first())).toBe(true);
    await keep(page, 'rows');
    await enter(page, 'button', /^Use 059058219/);

    await expectHeading(page, 'Which claims are disputed?');
    await page.getByText('1 row is in. None waits any more.').waitFor();
    expect(await page.getByText('1 to 20 of 40').count()).toBe(1);
    await enter(page, 'link', 'Go to the end of the list');
    await enter(page, 'button', 'Save and continue');
    await expectHeading(page, 'What went wrong');
    await typeInto(page, 'What happened?', 'All of these were denied for the same reason.');
    await typeInto(page, 'What would resolve it?', 'Pay them.');
    await enter(page, 'button', 'Save and continue');
    await expectHeading(page, 'Add documents');
    await enter(page, 'link', 'Continue without documents');
    await confirmAnswers(page, keep);
    await enter(page, 'button', 'File the complaint');
    expect(await filedReference(page)).toMatch(/^PC-/);
  });

  it('reads on a telephone what is wrong in the rows, and says what the columns hold', async () => {
    const page = await (await browser.context({ viewport: NARROW })).newPage();
    await signIn(page, DEMO.representative);
    await beginDispute(page, keep);
    await tellDates(page, aDisputeFiled(45), keep);
    await page.getByRole('link', { name: 'Upload a file' }).click();
    await page.getByLabel('Choose a file').setInputFiles(path.join(SAMPLES, 'claims-with-errors-12.csv'));
    await page.getByRole('button', { name: 'Upload' }).click();
    await expectHeading(page, 'Rows that need you');
    await keep(page, 'rows-narrow');

    await page.getByRole('main').getByRole('link', { name: 'upload that file' }).click();
    await page.getByRole('link', { name: 'Paste from a spreadsheet' }).click();
    await page
      .getByLabel('Cells')
      .fill(
        ['Surname\tGiven\tIdent\tServed\tNr\tAsked', 'Li\tAnne\t046 615 719\t8/5/2026\tCL77\t$12.50'].join(
          '\n',
        ),
      );
    await page.getByRole('button', { name: 'Read the cells' }).click();
    await expectHeading(page, 'What do the columns hold?');
    await keep(page, 'columns-narrow');
    await page.getByLabel('What is in column C?').selectOption('RIN');
    await page.getByLabel('What is in column D?').selectOption('Date of service from');
    await page.getByLabel('What is in column E?').selectOption('MCO claim number');
    await page.getByLabel('What is in column F?').selectOption('Billed amount');
    await page.getByRole('button', { name: 'Read the claims' }).click();
    await expectHeading(page, 'Rows that need you');
    expect(await page.getByRole('main').innerText()).toContain('1 of 1 row is in. 10 need you.');
  });
});
