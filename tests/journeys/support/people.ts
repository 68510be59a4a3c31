import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { PASSWORD } from '../../support/personas.ts';
import { type Album, NO_ALBUM } from './album.ts';
import { choose, expectHeading, follow, press } from './controls.ts';
import { letterTo } from './mailbox.ts';

/** The demonstration account of each role, and who they are. */
export const DEMO = {
  representative: 'representative@hospital.example',
  pharmacist: 'representative@pharmacy.example',
  analyst: 'analyst@hfs.example',
  supervisor: 'supervisor@hfs.example',
  privacyOfficer: 'privacy@hfs.example',
  liaison: 'liaison@meridian.example',
  otherLiaison: 'liaison@bcchp.example',
} as const;

let ownUrl: string | null = null;

/** From now on the journey is about a portal in the test's own process. */
export function setOwnPortal(url: string): void {
  ownUrl = url;
}

/** An address of the portal. */
export function at(path: string): string {
  return (ownUrl ?? inject('portal').url) + path;
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
  /** A clinic, unless it is said otherwise. */
  readonly organization?: RegisteredOrganization;
}

interface RegisteredOrganization {
  readonly name: string;
  readonly type: string;
  readonly npi: string;
  readonly isBillingAgent?: true;
}

const CLINIC: RegisteredOrganization = { name: 'Prairie Grove Clinic', type: 'Physician', npi: '1932104098' };

/** Fills in the registration of a representative and their organization, and sends it. */
export async function register(page: Page, { name, email, organization = CLINIC }: Newcomer): Promise<void> {
  await page.goto(at('/register'));
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Work e-mail address').fill(email);
  await page.getByLabel('Phone number').fill('217-555-0163');
  await page.getByLabel('Choose a password', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Name of the organization').fill(organization.name);
  await fillEnrollment(page, { ...organization, county: 'Sangamon' });
  await choose(
    page.getByRole('group', { name: /billing agent/ }),
    organization.isBillingAgent ? /^Yes/ : /^No/,
  );
  await press(page, 'Register');
  await expectHeading(page, 'Check your e-mail');
}

/** Fills in how a site is enrolled, at the registration or later. */
export async function fillEnrollment(
  page: Page,
  { type, npi, county }: { readonly type: string; readonly npi: string; readonly county: string },
): Promise<void> {
  await page.getByLabel('Type of provider').selectOption({ label: type });
  await choose(page.getByRole('group', { name: /National Provider Identifier/ }), 'Yes');
  await page.getByLabel('NPI', { exact: true }).fill(npi);
  await page.getByLabel('County').selectOption(county);
}

/** Registers somebody, follows the mailed link, and has HFS's analyst, who is signed in, confirm the organization. */
export async function registerConfirmed(page: Page, analyst: Page, newcomer: Newcomer): Promise<void> {
  await register(page, newcomer);
  await confirmByMail(page, newcomer);
  await confirmRegistration(analyst, newcomer.organization?.name);
}

/** Follows the link of an invitation, chooses the password, and signs in. */
export async function acceptInvitation(
  page: Page,
  { email }: Newcomer,
  keep: Album = NO_ALBUM,
): Promise<void> {
  const { link } = await letterTo(email, 'Your account on the complaint portal');
  await page.goto(link);
  await keep(page, 'invited');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(page, 'Set the password');
  await expectHeading(page, 'Sign in');
  await signIn(page, email);
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
