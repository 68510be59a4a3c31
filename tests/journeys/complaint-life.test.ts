import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { today } from '../../src/platform/clock.ts';
import { useBrowser, watchFaults } from '../support/browser.ts';
import { newAlbum } from './support/album.ts';
import { choose, expectHeading, fillDate, follow, press } from './support/controls.ts';
import { readFigures } from './support/figures.ts';
import {
  aDisputeFiled,
  addDocuments,
  beginDispute,
  confirmAnswers,
  filedReference,
  tellClaims,
  tellDates,
} from './support/filing-steps.ts';
import { lettersTo, letterTo } from './support/mailbox.ts';
import { at, confirmByMail, confirmRegistration, DEMO, register, signIn } from './support/people.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../samples');
const FILES = ['claims-clean-25.csv', 'explanation-of-payment.pdf'] as const;
const NEWCOMER = { name: 'Thea Marigold', email: 'thea.marigold@prairie-grove.example' };
const DISPUTE = aDisputeFiled(40);
const EXPLANATION = 'Our intake had the wrong date of receipt. Both claims are paid with the next run.';
const OUTCOME = 'The plan agrees that the claims came in time, and pays both with its next run.';
/** What is protected, or says something of it; no letter holds any. */
const PROTECTED = [
  DISPUTE.member.lastName,
  DISPUTE.member.firstName,
  '046615719',
  ...DISPUTE.claimNumbers,
  'clearinghouse',
  'receipt',
  'next run',
];

const browser = useBrowser();
const keep = newAlbum('complaint-life');
let representative: Page;
let analyst: Page;
let liaison: Page;
let reference = '';
let receivedBefore = 0;
let closedAt = 0;

beforeAll(async () => {
  representative = await (await browser.context()).newPage();
  analyst = await (await browser.context()).newPage();
  liaison = await (await browser.context()).newPage();
});

describe('The life of a complaint', () => {
  it('begins with the public figures, which anybody reads', async () => {
    const page = await (await browser.context()).newPage();
    const faults = watchFaults(page);
    await page.goto(at('/'));
    await keep(page, 'home');
    await page.goto(at('/statistics'));
    await expectHeading(page, 'Public figures');
    await keep(page, 'figures');
    receivedBefore = (await readFigures()).received;
    expect(faults.take()).toEqual([]);
  });

  it('needs an account, which a newcomer opens in one sitting', async () => {
    await register(representative, NEWCOMER);
    await keep(representative, 'check-mail');
    await confirmByMail(representative, NEWCOMER);
    await keep(representative, 'no-complaints-yet');
    await representative.getByRole('button', { name: 'Sign out' }).click();
    await signIn(representative, NEWCOMER.email);
    await expectHeading(representative, 'My complaints');
  });

  it('waits for HFS to confirm who files, who is told by mail', async () => {
    await signIn(analyst, DEMO.analyst);
    await confirmRegistration(analyst);
    await letterTo(NEWCOMER.email, 'Your registration is confirmed');
  });

  it('is filed step by step, and once however often the last button is pressed', async () => {
    const faults = watchFaults(representative);
    await beginDispute(representative, keep);
    await tellDates(representative, DISPUTE, keep);
    await tellClaims(representative, DISPUTE, keep);
    await addDocuments(
      representative,
      FILES.map((name) => path.join(SAMPLES, name)),
      keep,
    );
    await confirmAnswers(representative, keep);
    await representative.getByRole('button', { name: 'File the complaint' }).dblclick();
    reference = await filedReference(representative);
    await keep(representative, 'filed');
    await representative.goBack();
    await representative.goto(at('/complaints'));
    expect(await representative.getByRole('link', { name: /^PC-/ }).allInnerTexts()).toEqual([reference]);
    expect(await representative.getByRole('heading', { name: 'Drafts' }).count()).toBe(0);
    await keep(representative, 'my-complaints');
    expect(faults.take()).toEqual([]);
  });

  it('tells its representative by when what happens, on the page and by mail', async () => {
    const letter = await letterTo(NEWCOMER.email, `We have your complaint ${reference}`);
    await representative.goto(letter.link);
    await representative.getByRole('heading', { name: 'Who has it now' }).waitFor();
    const words = await representative.getByRole('main').innerText();
    expect(words).toMatch(/HFS[\s\S]*by\s+[A-Z][a-z]+ \d+, \d{4}/);
    await keep(representative, 'as-filed');
  });

  it('is found in the queue by an analyst, who reads it and has its files byte by byte', async () => {
    await analyst.goto(at('/casework?tab=unassigned'));
    await keep(analyst, 'queue');
    await follow(analyst, reference);
    await expectHeading(analyst, reference);
    const words = await analyst.getByRole('main').innerText();
    expect(words).toContain(DISPUTE.whatHappened);
    expect(words).toContain(DISPUTE.member.lastName);
    expect(words).toContain(DISPUTE.claimNumbers[1]);
    await keep(analyst, 'case');
    for (const name of FILES) expect(await download(analyst, name)).toEqual(original(name));
  });

  it('is taken by the analyst, and presented to the plan', async () => {
    const faults = watchFaults(analyst);
    await press(analyst, 'Assign to me');
    await analyst.getByText('You have taken the complaint.').waitFor();
    await analyst.getByText('Suggested next move:').waitFor();
    await analyst.getByRole('complementary').getByRole('link', { name: 'Present to the plan' }).click();
    await choose(analyst, /^The plan had the issue before HFS/, 'checkbox');
    await keep(analyst, 'present');
    await press(analyst, 'Present to the plan');
    await analyst.getByText('The complaint is with the plan.').waitFor();
    await keep(analyst, 'presented');
    expect(faults.take()).toEqual([]);
  });

  it('is read and answered by the liaison of its plan', async () => {
    const faults = watchFaults(liaison);
    const { link } = await letterTo(DEMO.liaison, `Complaint ${reference} is presented to your plan`);
    await signIn(liaison, DEMO.liaison);
    await keep(liaison, 'inbox');
    await liaison.goto(link);
    await expectHeading(liaison, reference);
    expect(await liaison.getByRole('main').innerText()).toContain(NEWCOMER.name);
    await keep(liaison, 'plan-reads');
    for (const name of FILES) expect(await download(liaison, name)).toEqual(original(name));
    await follow(liaison, 'Answer with a proposal');
    await choose(liaison, /^Overturned/);
    await liaison.getByLabel('Your explanation').fill(EXPLANATION);
    await liaison.getByLabel('Under which rule').fill('Provider agreement, section 4.2');
    await liaison.getByLabel('What you will do').fill('We reprocess the claims.');
    await fillDate(liaison, /^Date of payment/, today().add({ days: 10 }).toString());
    await keep(liaison, 'proposal');
    await press(liaison, 'Answer with a proposal');
    await liaison.getByText('Your proposal is sent').waitFor();
    await keep(liaison, 'plan-answered');
    expect(faults.take()).toEqual([]);
  });

  it.each([
    ['the liaison of another plan', DEMO.otherLiaison, '/mco/complaints/'],
    ['another representative', DEMO.representative, '/complaints/'],
  ])('does not exist for %s', async (_who, email, base) => {
    const page = await (await browser.context()).newPage();
    await signIn(page, email);
    const answer = await page.goto(at(base + reference));
    expect(answer?.status()).toBe(404);
    await expectHeading(page, 'Page not found');
    await keep(page, 'not-found');
  });

  it('is closed by the analyst with a reason and in plain words', async () => {
    await analyst.goto(at(`/casework/complaints/${reference}`));
    expect(await analyst.getByRole('main').innerText()).toContain(EXPLANATION);
    await follow(analyst, 'Close the complaint');
    await choose(analyst, /^Resolved by the MCO in the provider/);
    await analyst.getByLabel('The outcome, in plain words').fill(OUTCOME);
    await keep(analyst, 'close');
    await press(analyst, 'Close the complaint');
    await analyst.getByText('The complaint is closed').waitFor();
    closedAt = Date.now();
    await keep(analyst, 'closed');
  });

  it('reaches its representative by a letter without anything protected, which leads to the outcome', async () => {
    const letter = await letterTo(NEWCOMER.email, `Complaint ${reference} is closed`);
    for (const word of PROTECTED) expect(`${letter.subject} ${letter.text}`).not.toContain(word);
    await representative.goto(letter.link);
    const outcome = representative.getByRole('region', { name: /^Outcome/ });
    expect(await outcome.innerText()).toContain(OUTCOME);
    await keep(representative, 'outcome');
  });

  it('has told each of them what is theirs to know, and nobody more', () => {
    const subjects = (email: string) =>
      lettersTo(email)
        .map(({ subject }) => subject)
        .filter((subject) => subject.includes(reference))
        .sort();
    expect(subjects(NEWCOMER.email)).toEqual([
      `Complaint ${reference} is closed`,
      `Complaint ${reference} is with the plan`,
      `The plan has answered complaint ${reference}`,
      `We have your complaint ${reference}`,
    ]);
    expect(subjects(DEMO.otherLiaison)).toEqual([]);
    expect(subjects(DEMO.representative)).toEqual([]);
    for (const letter of [...lettersTo(DEMO.liaison), ...lettersTo(DEMO.analyst)]) {
      for (const word of PROTECTED) expect(letter.text).not.toContain(word);
    }
  });

  it('is in the audit log with every view, download and change, for the privacy officer', async () => {
    const page = await (await browser.context()).newPage();
    await signIn(page, DEMO.privacyOfficer);
    await page.getByLabel('Complaint (reference)').fill(reference);
    await press(page, 'Filter');
    const words = (await page.getByRole('table').innerText()).replace(/\s+/g, ' ');
    for (const what of [
      'filed the complaint',
      'viewed the complaint',
      'downloaded a file',
      'assigned the complaint',
      'presented the complaint to the plan',
      'answered for the plan',
      'closed the complaint',
    ]) {
      expect(words).toContain(what);
    }
    for (const word of PROTECTED) expect(words).not.toContain(word);
    await keep(page, 'audit-log');
  });

  it('ends in the public figures', async () => {
    // They are counted once a minute at most.
    const figures = await vi.waitFor(
      async () => {
        const counted = await readFigures();
        if (Date.parse(counted.figuresAt) < closedAt) throw new Error(`Still of ${counted.figuresAt}`);
        return counted;
      },
      { timeout: 75_000, interval: 500 },
    );
    // Other journeys file at the same portal meanwhile.
    expect(figures.received).toBeGreaterThan(receivedBefore);
    const page = await (await browser.context()).newPage();
    await page.goto(at('/statistics'));
    expect(await page.getByRole('main').innerText()).toContain(String(figures.received));
    await keep(page, 'figures-changed');
  });
});

/** Follows the link of a file, and reads what the browser has saved. */
async function download(page: Page, name: string): Promise<Buffer> {
  const saved = page.waitForEvent('download');
  await follow(page, name);
  return readFileSync(await (await saved).path());
}

function original(name: string): Buffer {
  return readFileSync(path.join(SAMPLES, name));
}
