import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { NO_ALBUM } from './support/album.ts';
import { choose, expectHeading, follow, press } from './support/controls.ts';
import {
  aDisputeFiled,
  addDocuments,
  beginDispute,
  confirmAnswers,
  filedReference,
  tellClaims,
  tellDates,
} from './support/filing-steps.ts';
import { at, DEMO, signIn } from './support/people.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../samples/explanation-of-payment.pdf');
const DISPUTE = aDisputeFiled(41);

const browser = useBrowser();
let representative: Page;
let analyst: Page;
let reference = '';

beforeAll(async () => {
  representative = await (await browser.context({ javaScriptEnabled: false })).newPage();
  analyst = await (await browser.context({ javaScriptEnabled: false })).newPage();
});

describe('Without scripts', () => {
  it('a representative files a complaint with its documents, once though the last button is pressed twice', async () => {
    await signIn(representative, DEMO.representative);
    const before = await filedCount();
    await beginDispute(representative, NO_ALBUM);
    await tellDates(representative, DISPUTE, NO_ALBUM);
    await tellClaims(representative, DISPUTE, NO_ALBUM);
    await addDocuments(representative, [SAMPLE], NO_ALBUM);
    await confirmAnswers(representative, NO_ALBUM);
    await representative.getByRole('button', { name: 'File the complaint' }).dblclick();
    reference = await filedReference(representative);
    expect(await filedCount()).toBe(before + 1);
  });

  it('all that was typed and sent is in it', async () => {
    await representative.goto(at(`/complaints/${reference}`));
    const words = await representative.getByRole('main').innerText();
    expect(words).toContain(DISPUTE.whatHappened);
    expect(words).toContain(DISPUTE.claimNumbers[1]);
    expect(words).toContain('explanation-of-payment.pdf');
  });

  it('an analyst takes it, presents it, and is told what was forgotten', async () => {
    await signIn(analyst, DEMO.analyst);
    await analyst.goto(at('/casework?tab=unassigned'));
    await press(analyst, new RegExp(`^Assign to me.*${reference}`));
    await analyst.getByText(`${reference}: You have taken the complaint.`).waitFor();
    await analyst.goto(at(`/casework/complaints/${reference}/moves/present`));
    await press(analyst, 'Present to the plan');
    await analyst
      .getByRole('alert')
      .getByText('Confirm that the plan had the issue before HFS did')
      .waitFor();
    await choose(analyst, /^The plan had the issue before HFS/, 'checkbox');
    await press(analyst, 'Present to the plan');
    await analyst.getByText('The complaint is with the plan.').waitFor();
    await expectHeading(analyst, reference);
    await follow(analyst, 'All events of this complaint');
    await expectHeading(analyst, 'Who looked and who changed');
  });
});

async function filedCount(): Promise<number> {
  await representative.goto(at('/complaints'));
  return representative.getByRole('link', { name: /^PC-/ }).count();
}
