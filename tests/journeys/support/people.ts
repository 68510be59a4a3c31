import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { PASSWORD } from '../../support/personas.ts';
import { choose, expectHeading, follow, press } from './controls.ts';
import { letterTo } from './mailbox.ts';

/** The demonstration account of each role, and who they are. */
export const DEMO = {
  representative: 'representative@hospital.example',
  analyst: 'analyst@hfs.example',
  supervisor: 'supervisor@hfs.example',
  privacyOfficer: 'privacy@hfs.example',
  liaison: 'liaison@meridian.example',
  otherLiaison: 'liaison@bcchp.example',
} as const;

/** An address of the portal. */
export function at(path: string): string {
  return inject('portal').url + path;
}

/** Signs in by the page, wherever one is. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(at('/sign-in'));
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Sign in');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

export interface Newcomer {
  readonly name: string;
  readonly email: string;
}

/** Fills in the registration of a clinic's representative, and sends it. */
export async function register(page: Page, { name, email }: Newcomer): Promise<void> {
  await page.goto(at('/register'));
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Work e-mail address').fill(email);
  await page.getByLabel('Phone number').fill('217-555-0163');
  await page.getByLabel('Choose a password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Name of the organization').fill('Prairie Grove Clinic');
  await page.getByLabel('Type of provider').selectOption({ label: 'Physician' });
  await choose(page.getByRole('group', { name: /National Provider Identifier/ }), 'Yes');
  await page.getByLabel('NPI', { exact: true }).fill('1932104098');
  await page.getByLabel('County').selectOption('Sangamon');
  await choose(page.getByRole('group', { name: /billing agent/ }), 'No');
  await press(page, 'Register');
  await expectHeading(page, 'Check your e-mail');
}

/** Follows the link that was mailed, and gives the password again, which signs in. */
export async function confirmByMail(page: Page, { email }: Newcomer): Promise<void> {
  const { link } = await letterTo(email, 'Confirm your e-mail address');
  await page.goto(link);
  await page.getByLabel('Your password', { exact: true }).fill(PASSWORD);
  await press(page, 'Confirm and sign in');
  await expectHeading(page, 'My complaints');
}

/** HFS's analyst, who is signed in, confirms the registration that waits under this name. */
export async function confirmRegistration(analyst: Page, name = 'Prairie Grove Clinic'): Promise<void> {
  await analyst.goto(at('/casework/registrations'));
  await follow(analyst, name);
  await expectHeading(analyst, name);
  await press(analyst, 'Confirm the registration');
  await expectHeading(analyst, 'Registrations');
}
