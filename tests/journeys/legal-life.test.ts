import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { runClockRound } from '../../src/complaint/clock-round.ts';
import { oweWarnings } from '../../src/complaint/warnings.ts';
import { useBrowser } from '../support/browser.ts';
import { actor, aDispute, aFiledComplaint } from '../support/complaints.ts';
import { sentMail } from '../support/mail.ts';
import { newAlbum } from './support/album.ts';
import { choose, expectHeading, fillDate, follow, press } from './support/controls.ts';
import { aDisputeFiled, fileDispute } from './support/filing-steps.ts';
import { useOwnPortal } from './support/own-portal.ts';
import { at } from './support/people.ts';

const browser = useBrowser();
const portal = useOwnPortal(browser, '2026-04-01');

const AREAS = {
  representative: '/complaints',
  analyst: '/casework/complaints',
  liaison: '/mco/complaints',
} as const;

/** The dates are those of the trade's own table for a complaint that is filed on April 1, 2026. */
describe('A complaint that the Department decides', () => {
  const keep = newAlbum('legal-life');
  let reference = '';

  it('is filed on April 1, to be presented by April 15', async () => {
    const page = await portal.as('representative');
    reference = await fileDispute(page, aDisputeFiled(42));
    await page.getByText('By April 15, 2026.').waitFor();
  });

  it('is presented on its last day, and the plan acknowledges it', async () => {
    portal.moveTo('2026-04-15');
    await present(await portal.as('analyst'), reference);
    const page = await openAs('liaison', reference);
    await page.getByText('May 15, 2026').first().waitFor();
    await keep(page, 'presented');
    await follow(page, 'Acknowledge');
    await page.getByLabel('Who works on it').fill('Mira Lund, 312-555-0101');
    await keep(page, 'acknowledge');
    await press(page, 'Acknowledge');
    await page.getByText('The complaint is acknowledged.').waitFor();
  });

  it('is answered on the last day: one claim is paid in part, the other is upheld', async () => {
    portal.moveTo('2026-05-15');
    const page = await openAs('liaison', reference);
    await follow(page, 'Answer with a proposal');
    await choose(page, /^Partly overturned/);
    await page
      .getByLabel('Your explanation')
      .fill('The first claim was within the time limit for half of its lines.');
    await page.getByLabel('Under which rule').fill('Provider agreement, section 4.2');
    await page.getByLabel('What you will do').fill('We reprocess the first claim.');
    await press(page, 'Answer with a proposal');
    await page.getByRole('alert').getByRole('link').first().waitFor();
    await keep(page, 'proposal-with-errors');
    await fillDate(page, /^Date of payment/, '2026-05-29');
    const answers = page.getByRole('combobox', { name: /^Answer for claim/ });
    await answers.first().selectOption({ label: 'Pay in part' });
    await page
      .getByRole('textbox', { name: /^Amount for claim/ })
      .first()
      .fill('900.00');
    await answers.nth(1).selectOption({ label: 'Uphold' });
    await keep(page, 'proposal');
    await press(page, 'Answer with a proposal');
    await page.getByText('Your proposal is sent to HFS and the representative.').waitFor();
    await keep(page, 'proposed');
  });

  it('is refused by its representative on the last day for it, claim by claim', async () => {
    portal.moveTo('2026-06-14');
    const page = await openAs('representative', reference);
    await page.getByText('ask for a Department review until June 14, 2026').waitFor();
    for (const words of ['Pays in part', '$900.00', 'Upheld'])
      expect(await page.getByRole('main').innerText()).toContain(words);
    await keep(page, 'your-answer');
    await follow(page, 'Ask for a Department review');
    await page.getByLabel('Why you do not accept it').fill('Both claims came within the time limit.');
    await press(page, 'Ask for a Department review');
    await page.getByText('Choose at least one claim whose answer you do not accept').first().waitFor();
    for (const claim of await page.getByRole('checkbox').all())
      await page.locator(`label[for="${await claim.getAttribute('id')}"]`).click();
    await keep(page, 'ask-for-review');
    await press(page, 'Ask for a Department review');
    await page.getByText('The Department reviews your complaint.').waitFor();
    await page.getByText('July 14, 2026').first().waitFor();
    await keep(page, 'in-review');
  });

  it('gets the information of both sides on the last day for it', async () => {
    portal.moveTo('2026-07-14');
    for (const side of ['representative', 'liaison'] as const) {
      const page = await openAs(side, reference);
      await follow(page, 'Send information for the review');
      await page.getByLabel('What the Department should know').fill(`Nothing to add, says the ${side}.`);
      await press(page, 'Send information for the review');
      await page.getByText('Your information is sent to HFS.').waitFor();
    }
    const page = await openAs('representative', reference);
    await page.getByText('by August 13, 2026').first().waitFor();
  });

  it('is decided on the last day: drafted by an analyst, sent back, and issued by a supervisor', async () => {
    portal.moveTo('2026-08-13');
    const analyst = await openAs('analyst', reference);
    await draftDecision(analyst, 'The plan pays both claims. FIRST');
    const supervisor = await openAs('supervisor', reference);
    await keep(supervisor, 'draft-read');
    await follow(supervisor, 'Send the draft back');
    await supervisor.getByLabel('What to mend').fill('Name the rule.');
    await press(supervisor, 'Send the draft back');
    await analyst.reload();
    await analyst.getByRole('heading', { name: /^Sent back by/ }).waitFor();
    await draftDecision(analyst, 'Under 140.75(d), the plan pays both claims. SECOND', 'Change the draft');
    await supervisor.goto(at(`${AREAS.analyst}/${reference}`));
    await follow(supervisor, 'Issue the decision');
    await keep(supervisor, 'issue');
    await press(supervisor, 'Issue the decision');
    await supervisor.getByText('The decision is issued, and the complaint is closed.').waitFor();
  });

  it('reaches both sides as a page and as a letter, and nobody else', async () => {
    for (const side of ['representative', 'liaison'] as const) {
      const page = await openAs(side, reference);
      const words = await page.getByRole('main').innerText();
      expect(words).toContain('Department decision for the provider');
      expect(words).toContain('SECOND');
      expect(words).not.toMatch(/FIRST|Name the rule/);
      const letter = await page.request.get(at(`${AREAS[side]}/${reference}/decision.pdf`));
      expect(letter.headers()['content-type']).toBe('application/pdf');
      await keep(page, `decided-${side}`);
    }
    for (const [other, area] of [
      ['other representative', AREAS.representative],
      ['other liaison', AREAS.liaison],
    ] as const) {
      const page = await portal.as(other);
      for (const path of ['', '/decision.pdf'])
        expect((await page.request.get(at(`${area}/${reference}${path}`))).status()).toBe(404);
    }
    const told = (await sentMail()).filter(({ subject }) => subject.includes(reference));
    const { representative, liaison, supervisor } = portal.cast();
    expect(new Set(told.map(({ to }) => to.address))).toEqual(
      new Set([representative.email, liaison.email, supervisor.email]),
    );
    for (const { text } of told) expect(text).not.toMatch(/Thistlewood|SECOND|900/);
  });
});

describe('A complaint that the plan resolves', () => {
  const keep = newAlbum('resolved-and-paid');
  let reference = '';

  it('is answered in full: the plan names one date, and no claim by itself', async () => {
    portal.moveTo('2026-09-01');
    reference = await fileDispute(await portal.as('representative'), aDisputeFiled(45));
    await present(await portal.as('analyst'), reference);
    const page = await openAs('liaison', reference);
    await follow(page, 'Answer with a proposal');
    await choose(page, /^Overturned/);
    await page.getByLabel('Your explanation').fill('We read the report wrongly.');
    await page.getByLabel('Under which rule').fill('Provider agreement, section 4.2');
    await page.getByLabel('What you will do').fill('We pay both claims.');
    await fillDate(page, /^Date of payment/, '2026-09-15');
    await press(page, 'Answer with a proposal');
    await page.getByText('$3,530.38').first().waitFor();
  });

  it('is accepted, and closed as resolved in the provider’s favor', async () => {
    const page = await openAs('representative', reference);
    await follow(page, 'Accept the proposal');
    await keep(page, 'accept');
    await press(page, 'Accept the proposal');
    await page.getByText('You have accepted the proposal, and the complaint is closed.').waitFor();
    await keep(page, 'accepted');
  });

  it('is paid later, which is another figure than what was proposed', async () => {
    portal.moveTo('2026-09-16');
    const page = await openAs('liaison', reference);
    await follow(page, 'Confirm a payment');
    await page.getByLabel('Amount paid').fill('3,530.38');
    await fillDate(page, 'Date of the payment', '2026-09-15');
    await choose(page, 'Electronic funds transfer');
    await page.getByLabel(/trace number/).fill('TRN0912');
    await keep(page, 'confirm-payment');
    await press(page, 'Confirm a payment');
    await page.getByText('The payment is confirmed.').waitFor();
    const list = await portal.as('representative');
    await list.goto(at('/complaints?tab=closed'));
    const row = list.getByRole('row', { name: reference });
    expect(await row.innerText()).toMatch(/\$3,530\.38\s+\$3,530\.38 proposed/);
    await keep(list, 'recovered');
  });
});

describe('A complaint that its representative lets run out', () => {
  const keep = newAlbum('lapsed');
  let reference = '';

  it('is answered by the plan, and its representative is told by when to answer', async () => {
    portal.moveTo('2026-10-01');
    reference = await fileDispute(await portal.as('representative'), aDisputeFiled(43));
    await present(await portal.as('analyst'), reference);
    await uphold(await openAs('liaison', reference));
    const page = await openAs('representative', reference);
    await page.getByText('ask for a Department review until October 31, 2026').waitFor();
  });

  it('warns of the end 10, 5 and 1 days before, each once', async () => {
    for (const day of ['2026-10-20', '2026-10-21', '2026-10-22', '2026-10-26', '2026-10-30', '2026-10-31']) {
      portal.moveTo(day);
      await passTime();
    }
    const { representative } = portal.cast();
    const subject = `Something is due from you on complaint ${reference}`;
    const warned = (await sentMail(representative.email)).filter((mail) => mail.subject === subject);
    expect(warned).toHaveLength(3);
  });

  it('is closed the day after, and says why', async () => {
    portal.moveTo('2026-11-01');
    await passTime();
    const page = await openAs('representative', reference);
    await page.getByText('No Department review was requested in time').first().waitFor();
    await keep(page, 'closed-by-time');
    const plan = await openAs('liaison', reference);
    await plan.getByText('as time had run out').waitFor();
    expect(await plan.getByRole('main').innerText()).not.toContain('No Department review was requested');
  });

  it('is opened again by a supervisor, with its whole time anew', async () => {
    const supervisor = await openAs('supervisor', reference);
    await follow(supervisor, 'Reopen');
    await supervisor.getByLabel('Why it is reopened').fill('The representative was in hospital.');
    await press(supervisor, 'Reopen');
    await passTime();
    const page = await openAs('representative', reference);
    await page.getByText('ask for a Department review until December 1, 2026').waitFor();
  });
});

describe('An urgent complaint', () => {
  const keep = newAlbum('urgent-life');
  let reference = '';

  it('stands before all others, and the supervisor hears of it at half time', async () => {
    portal.moveTo('2026-11-02');
    reference = await fileUrgent();
    const analyst = await portal.as('analyst');
    await analyst.goto(at('/casework?tab=open'));
    const first = analyst.getByRole('link', { name: /^PC-/ }).first();
    expect(await first.innerText()).toBe(reference);
    // The day between is Election Day, a holiday of the State.
    portal.moveTo('2026-11-04');
    await passTime();
    const { supervisor } = portal.cast();
    const told = (await sentMail(supervisor.email)).map(({ subject }) => subject);
    expect(told).toContain(`Half of the time on urgent complaint ${reference} is over`);
  });

  it('is acknowledged by the plan within a business day, and answered within five', async () => {
    await present(await portal.as('analyst'), reference);
    const page = await openAs('liaison', reference);
    const clocks = page.getByRole('table', { name: 'Clocks' });
    expect(await clocks.innerText()).toMatch(/Acknowledge the complaint[\s\S]*Nov 5, 2026/);
    expect(await clocks.innerText()).toMatch(/written proposal[\s\S]*Nov 12, 2026/);
    await keep(page, 'to-acknowledge');
  });
});

/** What the portal does by itself as time goes by. */
async function passTime(): Promise<void> {
  await runClockRound();
  await oweWarnings();
}

async function fileUrgent(): Promise<string> {
  const { reference } = await aFiledComplaint(actor(portal.cast().representative), {
    ...aDispute({
      story: {
        whatHappened: 'The pharmacy rejects the prescription.',
        resolutionSought: 'Cover it.',
        urgentReason: 'The member has been without it since yesterday.',
      },
    }),
    topicCode: 'ACCESS_PRESCRIPTION',
    isUrgent: true,
  });
  return reference ?? '';
}

async function uphold(liaison: Page): Promise<void> {
  await follow(liaison, 'Answer with a proposal');
  await choose(liaison, /^Upheld/);
  await liaison.getByLabel('Your explanation').fill('The claims came after our time limit.');
  await liaison.getByLabel('Under which rule').fill('Provider agreement, section 4.2');
  await liaison.getByLabel('What you will do').fill('Nothing.');
  await press(liaison, 'Answer with a proposal');
  await liaison.getByText('Your proposal is sent to HFS and the representative.').waitFor();
}

async function openAs(
  person: 'representative' | 'analyst' | 'supervisor' | 'liaison',
  reference: string,
): Promise<Page> {
  const page = await portal.as(person);
  const area = person === 'supervisor' ? AREAS.analyst : AREAS[person];
  await page.goto(at(`${area}/${reference}`));
  await expectHeading(page, reference);
  return page;
}

async function present(analyst: Page, reference: string): Promise<void> {
  await analyst.goto(at(`${AREAS.analyst}/${reference}/moves/present`));
  await choose(analyst, /^The plan had the issue/, 'checkbox');
  await press(analyst, 'Present to the plan');
  await analyst.getByText('The complaint is with the plan.').waitFor();
}

async function draftDecision(analyst: Page, words: string, label = 'Draft the decision'): Promise<void> {
  await follow(analyst, label);
  await choose(analyst, /^Department decision for the provider/);
  const text = analyst.getByLabel('The decision');
  expect(await text.inputValue()).not.toBe('');
  await text.fill(words);
  await press(analyst, label);
  await analyst.getByText('The draft waits for a supervisor.').waitFor();
}
