import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../src/platform/clock.ts';
import { formatShortDate } from '../../src/platform/dates.ts';
import { useBrowser, watchFaults } from '../support/browser.ts';
import { newAlbum } from './support/album.ts';
import { expectHeading, fillDate, follow, pick, press } from './support/controls.ts';
import { aDisputeFiled, type Dispute, fileDispute, finishDispute } from './support/filing-steps.ts';
import { arrive, arrowTo, enter, pickByKeys, tabTo } from './support/keyboard.ts';
import { lettersTo, letterTo } from './support/mailbox.ts';
import { at, DEMO, type Newcomer, registerConfirmed, signIn } from './support/people.ts';

const AGENT_NAME = 'Quill & Tally Medical Billing and Reimbursement Services of Central Illinois';
const AGENT: Newcomer = {
  name: 'Ambrose Fennel',
  email: 'ambrose.fennel@quill-tally.example',
  organization: { name: AGENT_NAME, type: 'Physician', npi: '1805550211', isBillingAgent: true },
};
const CLINIC: Newcomer = {
  name: 'Isolde Bergamot',
  email: 'isolde.bergamot@bluestem.example',
  organization: { name: 'Bluestem Prairie Pediatrics', type: 'Physician', npi: '1805550229' },
};
const HOSPITAL: Newcomer = {
  name: 'Leopold Cowslip',
  email: 'leopold.cowslip@cache-river.example',
  organization: { name: 'Cache River Community Hospital', type: 'General hospital', npi: '1805550310' },
};
const LAST_DAY = today().add({ days: 90 });

const browser = useBrowser();
const keep = newAlbum('billing-agent');
let agent: Page;
let clinic: Page;
let hospital: Page;
const filed = { clinic: '', hospital: '' };
const dispute = {
  clinic: { ...aDisputeFiled(44), whatHappened: 'The vaccine was denied as not covered.' },
  hospital: { ...aDisputeFiled(45), whatHappened: 'The stay was paid at the rate of another year.' },
};

beforeAll(async () => {
  agent = await (await browser.context()).newPage();
  clinic = await (await browser.context()).newPage();
  hospital = await (await browser.context()).newPage();
  const analyst = await (await browser.context()).newPage();
  await signIn(analyst, DEMO.analyst);
  await registerConfirmed(agent, analyst, AGENT);
  await registerConfirmed(clinic, analyst, CLINIC);
  await registerConfirmed(hospital, analyst, HOSPITAL);
});

describe('A billing agent', () => {
  it('files nothing until a provider authorizes it, and reads who does that', async () => {
    await agent.goto(at('/complaints/new'));
    await agent.getByText('No provider has authorized your organization').waitFor();
    expect(await agent.getByRole('button', { name: 'Start' }).count()).toBe(0);
    await keep(agent, 'no-provider-yet');
  });

  it('is authorized by two providers, by one of them until a last day', async () => {
    const faults = watchFaults(clinic);
    await beginAuthorization(clinic);
    await keep(clinic, 'authorize');
    await press(clinic, 'Authorize');
    await clinic.getByText('The billing agent is authorized, and told by mail.').waitFor();
    await beginAuthorization(hospital);
    await fillDate(hospital, /^Last day/, LAST_DAY.toString());
    await press(hospital, 'Authorize');
    const given = hospital.getByRole('table', { name: 'Billing agents who file for you' });
    expect(await given.innerText()).toContain(formatShortDate(LAST_DAY));
    await keep(hospital, 'authorized-until');
    expect(faults.take()).toEqual([]);
  });

  it('reads for whom it files, by the link in its mail', async () => {
    const { link } = await letterTo(AGENT.email, 'A provider has authorized you');
    await agent.goto(link);
    const providers = agent.getByRole('table', { name: 'Providers for whom you file' });
    const words = await providers.innerText();
    for (const part of [CLINIC.organization?.name, HOSPITAL.organization?.name, formatShortDate(LAST_DAY)])
      expect(words).toContain(part);
    await keep(agent, 'providers');
  });

  it('files for the first without a mouse, up to the dates of the dispute', async () => {
    await agent.goto(at('/complaints'));
    await enter(agent, 'link', 'File a complaint');
    await arrive(agent, 'File a complaint');
    await pickByKeys(agent, 'For which provider do you file?', 'Bluestem');
    await keep(agent, 'choice-of-provider');
    await enter(agent, 'button', 'Start');
    await arrive(agent, 'What is your complaint about?');
    await tabTo(agent, 'radio', /^Medicaid managed care/);
    await agent.keyboard.press('Space');
    await agent.keyboard.press('Enter');
    await arrive(agent, 'Which plan is it about?');
    await arrowTo(agent, /^Aetna/, /^Meridian/);
    await arrowTo(agent, 'HealthChoice Illinois', 'HealthChoice Illinois');
    await agent.keyboard.press('Enter');
    await arrive(agent, 'What is the topic?');
    await arrowTo(agent, 'Denied: medical necessity', 'Denied: timely filing');
    await agent.keyboard.press('Enter');
    await expectHeading(agent, 'Your dispute with the plan');
    filed.clinic = await finishDispute(agent, dispute.clinic);
    await keep(agent, 'filed');
  });

  it('files for the second as everybody does', async () => {
    filed.hospital = await fileDispute(agent, dispute.hospital, (page) =>
      pick(page.getByLabel('For which provider do you file?'), 'Cache River'),
    );
  });

  it('finds both among its complaints, each with the provider for whom it is', async () => {
    await agent.goto(at('/complaints'));
    for (const [reference, { organization }] of [
      [filed.clinic, CLINIC],
      [filed.hospital, HOSPITAL],
    ] as const)
      expect(await agent.getByRole('row', { name: reference }).innerText()).toContain(
        `For ${organization?.name}`,
      );
    await keep(agent, 'complaints-of-two');
  });

  it('is alone with them: the provider sees who stands for its complaint, and nothing that is in it', async () => {
    expect((await clinic.goto(at(`/complaints/${filed.clinic}`)))?.status()).toBe(404);
    await clinic.goto(at('/organization/complaints'));
    const row = clinic.getByRole('row', { name: filed.clinic });
    expect(await row.innerText()).toMatch(new RegExp(`${AGENT.name}\\s+${AGENT_NAME}`));
    await keep(clinic, 'held-by-the-agent');
  });
});

describe('A provider that ends it', () => {
  it('is told what that means, and names who takes over', async () => {
    await clinic.goto(at('/organization'));
    await follow(clinic, AGENT_NAME);
    await expectHeading(clinic, AGENT_NAME);
    await clinic.getByText('It has 1 complaint or draft').waitFor();
    await clinic
      .getByLabel('Who stands for its complaints and drafts from now on')
      .selectOption({ label: CLINIC.name });
    await keep(clinic, 'end-it');
    await press(clinic, 'End it now');
    await expectHeading(clinic, CLINIC.organization?.name ?? '');
    await keep(clinic, 'ended');
  });

  it('takes the complaint out of the agent’s sight at once, and nothing else', async () => {
    expect((await agent.goto(at(`/complaints/${filed.clinic}`)))?.status()).toBe(404);
    await keep(agent, 'not-theirs-any-more');
    const file = await agent.request.get(at(`/complaints/${filed.clinic}/complaint.pdf`));
    expect(file.status()).toBe(404);
    await agent.goto(at('/complaints'));
    expect(await agent.getByRole('link', { name: /^PC-/ }).allInnerTexts()).toEqual([filed.hospital]);
    await agent.goto(at('/complaints/new'));
    const choices = await agent
      .getByLabel('For which provider do you file?')
      .getByRole('option')
      .allInnerTexts();
    expect(choices.filter((text) => text.startsWith('Bluestem'))).toEqual([]);
  });

  it('has the complaint among its own, and reads it', async () => {
    await clinic.goto(at('/complaints'));
    await follow(clinic, filed.clinic);
    await expectHeading(clinic, filed.clinic);
    const words = await clinic.getByRole('main').innerText();
    for (const part of [dispute.clinic.whatHappened, AGENT.name, CLINIC.name]) expect(words).toContain(part);
    await keep(clinic, 'read-by-the-provider');
  });

  it('has the agent told by mail, which says nothing of what the complaint is about', async () => {
    await letterTo(AGENT.email, 'A provider has ended its authorization');
    const letters = [AGENT, CLINIC, HOSPITAL].flatMap(({ email }) => lettersTo(email));
    for (const { text } of letters)
      for (const word of protectedIn(dispute.clinic)) expect(text).not.toContain(word);
    expect(
      lettersTo(HOSPITAL.email)
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(['Confirm your e-mail address', 'Your registration is confirmed']);
  });
});

/** The page where a provider authorizes a billing agent, with the agent chosen. */
async function beginAuthorization(provider: Page): Promise<void> {
  await provider.goto(at('/organization'));
  await follow(provider, 'Authorize a billing agent');
  await expectHeading(provider, 'Authorize a billing agent');
  await pick(provider.getByLabel('Billing agent', { exact: true }), AGENT_NAME);
}

function protectedIn({ member, claimNumbers, whatHappened }: Dispute): string[] {
  return [member.lastName, member.firstName, ...claimNumbers, whatHappened];
}
