import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addBusinessDays, businessCalendar } from '../../src/complaint/business-days.ts';
import { today } from '../../src/platform/clock.ts';
import { formatDate } from '../../src/platform/dates.ts';
import { useBrowser, watchFaults } from '../support/browser.ts';
import { PASSWORD } from '../support/personas.ts';
import { newAlbum } from './support/album.ts';
import { expectHeading, follow } from './support/controls.ts';
import { countEffort, type Effort } from './support/effort.ts';
import { filedReference } from './support/filing-steps.ts';
import { arrive, arrowTo, enter, skipToMain, tabTo, tick, typeDate, typeInto } from './support/keyboard.ts';
import { letterTo } from './support/mailbox.ts';
import { at, DEMO, signIn } from './support/people.ts';

const REASON = 'The last insulin pen is empty tonight.';
const MEMBER = { lastName: 'Thistlewood', firstName: 'Orla', rin: '205755710' };
const HOLIDAYS = path.resolve(import.meta.dirname, '../../prisma/reference/holidays.csv');

const browser = useBrowser();
const keep = newAlbum('urgent-prescription');
let reference = '';
let filedOn = today();
let effort: Effort;

/** The date that is so many business days from the day of filing. */
function businessDaysOn(count: number): string {
  const dates = readFileSync(HOLIDAYS, 'utf8').match(/^\d{4}-\d{2}-\d{2}/gm) ?? [];
  const calendar = businessCalendar(dates.map((date) => Temporal.PlainDate.from(date)));
  return formatDate(addBusinessDays(filedOn, count, calendar));
}

describe('A pharmacist with a prescription that cannot wait', () => {
  it('signs in and files it as urgent, without a mouse', async () => {
    const page = await (await browser.context()).newPage();
    const faults = watchFaults(page);
    const effortSoFar = await countEffort(page);
    await signInByKeys(page);
    await tellPlanAndTopic(page);
    await tellWhatThePlanWasAsked(page);
    await nameMember(page);
    await tellWhyItCannotWait(page);
    await confirmByKeys(page);
    reference = await filedReference(page);
    effort = await effortSoFar();

    const words = await page.getByRole('main').innerText();
    expect(words).toContain('It is expedited');
    expect(words).toContain(`a first reply by ${businessDaysOn(2)}, within 2 business days`);
    expect(words).toContain('5 business days to answer');
    await keep(page, 'filed');
    expect(faults.take()).toEqual([]);
  });

  it('passes few pages and fields on the way, and few keys between them', () => {
    expect(effort.pages).toEqual([
      'Sign in',
      'My complaints',
      'File a complaint',
      'What is your complaint about?',
      'Which plan is it about?',
      'What is the topic?',
      'What the plan was asked',
      'Which members is it about?',
      'What went wrong',
      'Check your answers',
      'Confirm and file',
      'Your complaint is filed',
    ]);
    expect(effort.fields).toBeLessThanOrEqual(24);
    expect(effort.steps).toBeLessThanOrEqual(70);
  });

  it('has it confirmed by mail, without a word of what it is about', async () => {
    const { text } = await letterTo(DEMO.pharmacist, `We have your complaint ${reference}`);
    for (const word of [MEMBER.lastName, MEMBER.rin, 'insulin', 'rescription'])
      expect(text).not.toContain(word);
  });

  it('is before everything that is not urgent in the queue, where the analyst sees why', async () => {
    const page = await (await browser.context()).newPage();
    await signIn(page, DEMO.analyst);
    await page.goto(at('/casework?tab=unassigned'));
    const rows = await page.getByRole('main').getByRole('rowheader').allInnerTexts();
    const place = rows.findIndex((row) => row.includes(reference));
    expect(rows.slice(0, place + 1).filter((row) => !/urgent/i.test(row))).toEqual([]);
    expect(place).toBeGreaterThanOrEqual(0);
    await keep(page, 'queue');
    await follow(page, reference);
    await expectHeading(page, reference);
    const words = await page.getByRole('main').innerText();
    expect(words).toContain(REASON);
    expect(words).toContain(businessDaysOn(2));
    await keep(page, 'case');
  });
});

async function signInByKeys(page: Page): Promise<void> {
  await page.goto(at('/sign-in'));
  await arrive(page, 'Sign in');
  await typeInto(page, 'E-mail address', DEMO.pharmacist);
  await typeInto(page, 'Password', PASSWORD);
  await page.keyboard.press('Enter');
  await expectHeading(page, 'My complaints');
  await enter(page, 'link', 'File a complaint');
}

async function tellPlanAndTopic(page: Page): Promise<void> {
  await arrive(page, 'File a complaint');
  await enter(page, 'button', 'Start');
  await arrive(page, 'What is your complaint about?');
  await tabTo(page, 'radio', /^Medicaid managed care/);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await arrive(page, 'Which plan is it about?');
  await arrowTo(page, /^Aetna/, /^Meridian/);
  await arrowTo(page, 'HealthChoice Illinois', 'HealthChoice Illinois');
  await page.keyboard.press('Enter');
  await arrive(page, 'What is the topic?');
  await tabTo(page, 'searchbox', 'Find a topic');
  await page.keyboard.type('prescr');
  await arrowTo(page, /^Prescription drug/, /^Prescription drug/);
  await keep(page, 'topic');
  await page.keyboard.press('Enter');
}

async function tellWhatThePlanWasAsked(page: Page): Promise<void> {
  await arrive(page, 'What the plan was asked');
  await typeDate(page, today().toString());
  await typeInto(page, 'With whom did you raise it?', 'Pharmacy help desk');
  await arrowTo(page, 'Yes', 'No, not yet');
  await keep(page, 'prior-review');
  await page.keyboard.press('Enter');
}

async function nameMember(page: Page): Promise<void> {
  await arrive(page, 'Which members is it about?');
  await typeInto(page, 'Member’s last name', MEMBER.lastName);
  await typeInto(page, 'Member’s first name', MEMBER.firstName);
  await typeInto(page, 'RIN', MEMBER.rin);
  await typeDate(page, today().toString());
  await keep(page, 'member');
  await page.keyboard.press('Enter');
}

async function tellWhyItCannotWait(page: Page): Promise<void> {
  await arrive(page, 'What went wrong');
  await arrowTo(page, 'Yes, it is urgent', 'Yes, it is urgent');
  await typeInto(page, 'Why can it not wait?', REASON);
  await typeInto(page, 'What happened?', 'The plan rejects the claim at the counter: refill too soon.');
  await typeInto(page, 'What would resolve it?', 'An override today.');
  await keep(page, 'urgent');
  await enter(page, 'button', 'Save and continue');
}

async function confirmByKeys(page: Page): Promise<void> {
  await expectHeading(page, 'Check your answers');
  await keep(page, 'check');
  await skipToMain(page);
  await enter(page, 'link', 'Continue');
  await arrive(page, 'Confirm and file');
  for (const statement of [/^I follow the HIPAA/, /^I know that HFS/, /^This complaint is about one/])
    await tick(page, statement);
  filedOn = today();
  await page.keyboard.press('Enter');
}
