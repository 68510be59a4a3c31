import type { Page } from 'playwright-core';
import { today } from '../../../src/platform/clock.ts';
import { type Album, NO_ALBUM } from './album.ts';
import { choose, expectHeading, fillDate, follow, press } from './controls.ts';
import { at } from './people.ts';

/** A disputed claim about Meridian, as a person types it. */
export interface Dispute {
  /** When it was filed with the plan, YYYY-MM-DD. */
  readonly filedOn: string;
  readonly trackingNumber: string;
  readonly member: { readonly lastName: string; readonly firstName: string; readonly rin: string };
  readonly claimNumbers: readonly [string, string];
  readonly whatHappened: string;
  readonly resolutionSought: string;
}

export function aDisputeFiled(daysAgo: number): Dispute {
  return {
    filedOn: today().subtract({ days: daysAgo }).toString(),
    trackingNumber: `M-${daysAgo}-4711`,
    member: { lastName: 'Quillfeather', firstName: 'Ottoline', rin: '046 615 719' },
    claimNumbers: [`CL26${daysAgo}00037`, `CL26${daysAgo}00038`],
    whatHappened: 'Both claims were denied as late, though the clearinghouse took them within eleven days.',
    resolutionSought: 'Accept the clearinghouse report, and pay both claims.',
  };
}

/** Files a dispute from the list of complaints to the confirmation. Returns its reference number. */
export async function fileDispute(page: Page, dispute: Dispute, begin?: BeginAnswer): Promise<string> {
  await beginDispute(page, NO_ALBUM, begin);
  return finishDispute(page, dispute);
}

/** From the question of the dates to the confirmation, without documents. Returns the reference number. */
export async function finishDispute(page: Page, dispute: Dispute): Promise<string> {
  await tellDates(page, dispute, NO_ALBUM);
  await tellClaims(page, dispute, NO_ALBUM);
  await follow(page, 'Continue without documents');
  await confirmAnswers(page, NO_ALBUM);
  await press(page, 'File the complaint');
  return filedReference(page);
}

/** Answers what the first page asks of those who have several sites, or file for others. */
type BeginAnswer = (page: Page) => Promise<void>;

/** From the list of complaints to the question of the dates. */
export async function beginDispute(page: Page, keep: Album, begin?: BeginAnswer): Promise<void> {
  await page.goto(at('/complaints'));
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'File a complaint' })
    .click();
  await expectHeading(page, 'File a complaint');
  await begin?.(page);
  await keep(page, 'before-filing');
  await press(page, 'Start');
  await expectHeading(page, 'What is your complaint about?');
  await choose(page, /^Medicaid managed care/);
  await keep(page, 'screening');
  await press(page, 'Save and continue');
  await choose(page, /^Meridian/);
  await choose(page.getByRole('group', { name: 'Which program is the member in?' }), 'HealthChoice Illinois');
  await keep(page, 'plan');
  await press(page, 'Save and continue');
  await choose(page, 'Denied: timely filing');
  await keep(page, 'topic');
  await press(page, 'Save and continue');
  await expectHeading(page, 'Your dispute with the plan');
}

export async function tellDates(
  page: Page,
  { filedOn, trackingNumber }: Dispute,
  keep: Album,
): Promise<void> {
  await fillDate(page, /^When did you file the dispute/, filedOn);
  await choose(page.getByRole('group', { name: /tracking number for the dispute/ }), 'Yes');
  await page.getByLabel('Tracking number', { exact: true }).fill(trackingNumber);
  await choose(page.getByRole('group', { name: /answered your dispute/ }), 'No, not yet');
  await keep(page, 'dispute');
  await press(page, 'Save and continue');
}

/** The claims and the story, up to the page for documents. */
export async function tellClaims(page: Page, dispute: Dispute, keep: Album): Promise<void> {
  await expectHeading(page, 'Which claims are disputed?');
  const { member, claimNumbers, filedOn } = dispute;
  const first = page.getByRole('group', { name: 'Claim 1', exact: true });
  await first.getByLabel('Member’s last name').fill(member.lastName);
  await first.getByLabel('Member’s first name').fill(member.firstName);
  await first.getByLabel('RIN').fill(member.rin);
  await tellClaim(page, 1, claimNumbers[0], filedOn);
  await press(page, 'Add a claim of the same member');
  await tellClaim(page, 2, claimNumbers[1], filedOn);
  await keep(page, 'claims');
  await press(page, 'Save and continue');
  await page.getByLabel('What happened?').fill(dispute.whatHappened);
  await page.getByLabel('What would resolve it?').fill(dispute.resolutionSought);
  await keep(page, 'story');
  await press(page, 'Save and continue');
  await expectHeading(page, 'Add documents');
}

async function tellClaim(page: Page, number: number, claimNumber: string, filedOn: string): Promise<void> {
  const claim = page.getByRole('group', { name: `Claim ${number}`, exact: true });
  await claim.getByLabel('Plan’s claim number').fill(claimNumber);
  await claim.getByLabel('Amount billed').fill('1,765.19');
  await claim.getByLabel('Amount paid').fill('0.00');
  await claim.getByLabel('Reason code').fill('29');
  await fillDate(claim, 'First date of service', today().with({ day: 1 }).subtract({ months: 4 }).toString());
  await fillDate(claim, /^Date of the denial/, filedOn);
}

export async function addDocuments(page: Page, files: readonly string[], keep: Album): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles([...files]);
  await press(page, 'Upload');
  await page
    .getByText(files.length === 1 ? 'The file is added.' : `${files.length} files are added.`)
    .waitFor();
  await keep(page, 'documents');
  await follow(page, 'Continue');
}

/** From the check of all answers to the last button, with all three statements confirmed. */
export async function confirmAnswers(page: Page, keep: Album): Promise<void> {
  await expectHeading(page, 'Check your answers');
  await keep(page, 'check');
  await follow(page, 'Continue');
  await expectHeading(page, 'Confirm and file');
  for (const statement of [
    /^I follow the HIPAA/,
    /^I know that HFS shares/,
    /^This complaint is about one/,
  ]) {
    await choose(page, statement, 'checkbox');
  }
  await keep(page, 'confirm');
}

/** The reference number on the confirmation. */
export async function filedReference(page: Page): Promise<string> {
  await expectHeading(page, 'Your complaint is filed');
  const text = await page.getByRole('main').innerText();
  const [reference] = /PC-\d{4}-\d{6}-[0-9A-Z]/.exec(text) ?? [];
  if (!reference) throw new Error(`No reference number on the confirmation: ${text}`);
  return reference;
}
