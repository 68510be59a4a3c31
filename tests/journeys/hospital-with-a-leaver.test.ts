import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser, watchFaults } from '../support/browser.ts';
import { PASSWORD } from '../support/personas.ts';
import { newAlbum } from './support/album.ts';
import { choose, expectHeading, follow, press } from './support/controls.ts';
import { aDisputeFiled, fileDispute } from './support/filing-steps.ts';
import { lettersTo, letterTo } from './support/mailbox.ts';
import {
  acceptInvitation,
  at,
  DEMO,
  fillEnrollment,
  type Newcomer,
  registerConfirmed,
  signIn,
} from './support/people.ts';

const HOSPITAL = 'Saint Lucerne of the Wabash Regional Medical Center';
const ADMINISTRATOR: Newcomer = {
  name: 'Augusta Whitethorn',
  email: 'augusta.whitethorn@lucerne-wabash.example',
  organization: { name: HOSPITAL, type: 'General hospital', npi: '1805550112' },
};
const LEAVER = { name: 'Tobias Reedgrass', email: 'tobias.reedgrass@lucerne-wabash.example' };
const COLLEAGUE = {
  name: 'Wilhelmina Featherstonhaugh',
  email: 'wilhelmina.featherstonhaugh@lucerne-wabash.example',
};
const SITES = [
  {
    name: 'Behavioral Health Pavilion at Saint Lucerne',
    type: 'Psychiatric hospital',
    npi: '1805550120',
    county: 'Lawrence',
  },
  {
    name: 'Mount Carmel Rehabilitation',
    type: 'Rehabilitation hospital',
    npi: '1805550138',
    county: 'Wabash',
  },
] as const;
const THIRD_SITE = SITES[1];
const DISPUTE = aDisputeFiled(43);
const REASON = 'Tobias has left the hospital. Augusta takes over what he began.';

const browser = useBrowser();
const keep = newAlbum('hospital-with-a-leaver');
let administrator: Page;
let leaver: Page;
let colleague: Page;
let reference = '';

beforeAll(async () => {
  administrator = await (await browser.context()).newPage();
  leaver = await (await browser.context()).newPage();
  colleague = await (await browser.context()).newPage();
  const analyst = await (await browser.context()).newPage();
  await signIn(analyst, DEMO.analyst);
  await registerConfirmed(administrator, analyst, ADMINISTRATOR);
});

const complaintPage = () => at(`/complaints/${reference}`);

describe('A hospital with three sites', () => {
  it('is set up by its administrator, who adds the two others', async () => {
    const faults = watchFaults(administrator);
    for (const site of SITES) {
      await administrator.goto(at('/organization'));
      await follow(administrator, 'Add a site');
      await expectHeading(administrator, 'Add a site');
      await administrator.getByLabel('Name of the site').fill(site.name);
      await fillEnrollment(administrator, site);
      if (site === THIRD_SITE) await keep(administrator, 'third-site');
      await press(administrator, 'Save');
      await administrator.getByText(`${site.name} is added. Complaints can be filed for it.`).waitFor();
    }
    const table = administrator.getByRole('table', { name: 'Sites' });
    expect(await table.getByRole('row').count()).toBe(4);
    await keep(administrator, 'three-sites');
    expect(faults.take()).toEqual([]);
  });

  it('invites its people, who come by the mailed link', async () => {
    for (const person of [LEAVER, COLLEAGUE]) {
      await administrator.goto(at('/organization'));
      await follow(administrator, 'Invite somebody');
      await administrator.getByLabel('Their name').fill(person.name);
      await administrator.getByLabel('Their work e-mail address').fill(person.email);
      await choose(administrator, 'Member');
      if (person === COLLEAGUE) await keep(administrator, 'invite');
      await press(administrator, 'Invite');
      await administrator.getByText(`An invitation is mailed to ${person.email}.`).waitFor();
    }
    await keep(administrator, 'two-invited');
    await acceptInvitation(leaver, LEAVER, keep);
    await acceptInvitation(colleague, COLLEAGUE);
    await leaver.goto(at('/organization'));
    await expectHeading(leaver, HOSPITAL);
    expect(await leaver.getByRole('link', { name: 'Invite somebody' }).count()).toBe(0);
  });
});

describe('Somebody of it', () => {
  it('files for the third site, and says so before all else', async () => {
    reference = await fileDispute(leaver, DISPUTE, async (page) => {
      const sites = page.getByRole('group', { name: 'Which site is it about?' });
      expect(await sites.getByRole('radio').count()).toBe(3);
      await choose(sites, new RegExp(`^${THIRD_SITE.name}`));
      await keep(page, 'choice-of-site');
    });
    await letterTo(LEAVER.email, `We have your complaint ${reference}`);
    await leaver.goto(complaintPage());
    expect(await leaver.getByRole('main').innerText()).toContain(THIRD_SITE.npi);
    await keep(leaver, 'filed-for-the-site');
  });

  it('is alone with it, until they share it with a colleague', async () => {
    for (const page of [administrator, colleague])
      expect((await page.goto(complaintPage()))?.status()).toBe(404);
    await follow(leaver, /^Share/);
    await expectHeading(leaver, 'Who sees this complaint');
    await leaver.getByLabel('Share with').selectOption({ label: COLLEAGUE.name });
    await keep(leaver, 'share');
    await press(leaver, 'Share');
    await leaver.getByText('The complaint is shared').waitFor();
    const { link } = await letterTo(COLLEAGUE.email, `Complaint ${reference} is shared with you`);
    await colleague.goto(link);
    await expectHeading(colleague, reference);
    expect(await colleague.getByRole('main').innerText()).toContain(DISPUTE.whatHappened);
    await colleague.goto(at('/complaints'));
    await colleague.getByText(`Shared by ${LEAVER.name}`).waitFor();
    await keep(colleague, 'shared-with-me');
  });
});

describe('When they leave', () => {
  it('the administrator removes them, and they are signed out in the middle of what they do', async () => {
    await leaver.goto(`${complaintPage()}/messages`);
    await leaver.getByRole('main').getByRole('textbox').fill('I send this from home.');
    await administrator.goto(at('/organization'));
    await follow(administrator, LEAVER.name);
    await expectHeading(administrator, LEAVER.name);
    await keep(administrator, 'remove');
    await press(administrator, `Remove ${LEAVER.name}`);
    await administrator.getByText(`${LEAVER.name} is removed and signed out everywhere.`).waitFor();

    await leaver.getByRole('main').locator('form button[type=submit]').last().click();
    await expectHeading(leaver, 'Sign in to go on');
    await keep(leaver, 'signed-out');
  });

  it('they can do nothing any more, by no link and with no password', async () => {
    for (const path of ['/complaints', '/organization', `/complaints/${reference}`]) {
      await leaver.goto(at(path));
      await expectHeading(leaver, 'Sign in');
    }
    const receipt = await leaver.request.get(at(`/complaints/${reference}/receipt.pdf`), { maxRedirects: 0 });
    expect(receipt.headers()['content-type']).not.toContain('pdf');
    await leaver.getByLabel('E-mail address').fill(LEAVER.email);
    await leaver.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await press(leaver, 'Sign in');
    await leaver.getByRole('alert').first().waitFor();
    expect(await leaver.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
    await keep(leaver, 'sign-in-refused');
  });

  it('their complaint is handed over to the administrator, with a reason', async () => {
    const faults = watchFaults(administrator);
    await expectHeading(administrator, 'Hand complaints over');
    const row = administrator.getByRole('row', { name: reference });
    expect(await row.innerText()).toContain(`${LEAVER.name} (removed)`);
    await choose(administrator, reference, 'checkbox');
    await administrator
      .getByLabel('Who stands for them from now on')
      .selectOption({ label: ADMINISTRATOR.name });
    await administrator.getByLabel('Why').fill(REASON);
    await keep(administrator, 'hand-over');
    await press(administrator, 'Hand over');
    await administrator.getByText('The complaint is handed over.').waitFor();
    await keep(administrator, 'handed-over');
    expect(faults.take()).toEqual([]);
  });

  it('the administrator reads all of it, and why it is theirs', async () => {
    const { link } = await letterTo(ADMINISTRATOR.email, `Complaint ${reference} is yours now`);
    await administrator.goto(link);
    await expectHeading(administrator, reference);
    const words = await administrator.getByRole('main').innerText();
    for (const part of [DISPUTE.whatHappened, DISPUTE.member.lastName, THIRD_SITE.npi, REASON])
      expect(words).toContain(part);
    expect(words).toContain(
      `${ADMINISTRATOR.name} handed the complaint over from ${LEAVER.name} to ${ADMINISTRATOR.name}`,
    );
    await keep(administrator, 'reads-it');
    expect((await colleague.goto(complaintPage()))?.status()).toBe(404);
  });

  it('each is told what is theirs to know, and no mail holds more', async () => {
    await letterTo(LEAVER.email, `Complaint ${reference} is with a colleague now`);
    const subjects = ({ email }: Newcomer) =>
      lettersTo(email)
        .map(({ subject }) => subject)
        .sort();
    expect(subjects(LEAVER)).toEqual([
      `Complaint ${reference} is with a colleague now`,
      `We have your complaint ${reference}`,
      'Your account on the complaint portal',
    ]);
    expect(subjects(COLLEAGUE)).toEqual([
      `Complaint ${reference} is shared with you`,
      'Your account on the complaint portal',
    ]);
    expect(subjects(ADMINISTRATOR)).toEqual([
      `Complaint ${reference} is yours now`,
      'Confirm your e-mail address',
      'Your registration is confirmed',
    ]);
    for (const { text } of [LEAVER, COLLEAGUE, ADMINISTRATOR].flatMap(({ email }) => lettersTo(email)))
      for (const word of [DISPUTE.member.lastName, DISPUTE.claimNumbers[0], REASON, THIRD_SITE.name])
        expect(text).not.toContain(word);
  });
});
