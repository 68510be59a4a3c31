import { beforeAll, describe, expect, it } from 'vitest';
import { type AccountProfile, getProfile } from '../../src/accounts/accounts.queries.ts';
import { readEnrolledFile } from '../../src/accounts/organization/enrolled-file.ts';
import { importEnrolled } from '../../src/accounts/organization/enrolled-import.ts';
import { decideRegistration } from '../../src/accounts/organization/registrations.ts';
import { OPERATOR } from '../../src/accounts/origin.ts';
import { confirmEmail, registerRepresentative } from '../../src/accounts/registration.ts';
import { listAuditEvents } from '../../src/audit/audit.queries.ts';
import { CERTIFICATIONS } from '../../src/complaint/move-details.ts';
import { perform } from '../../src/complaint/perform.ts';
import { testApp } from '../support/app.ts';
import { actor, aDraft } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { sentMail } from '../support/mail.ts';
import { anAnalyst, aRegistration, type RegistrationOverrides } from '../support/personas.ts';
import type { Visitor } from '../support/visitor.ts';

const app = testApp();
let staff: Visitor;

beforeAll(async () => {
  staff = await app.signInAs(await anAnalyst());
});

async function aNewcomer(overrides: RegistrationOverrides = {}): Promise<AccountProfile> {
  const outcome = await registerRepresentative(aRegistration(overrides), OPERATOR);
  if (outcome.kind !== 'registered') throw new Error('Registered before');
  await confirmEmail(outcome.linkId, OPERATOR);
  return getProfile(outcome.accountId);
}

const addressOf = ({ organizationId }: AccountProfile) => `/casework/registrations/${organizationId}`;
const subjects = async ({ email }: AccountProfile) => (await sentMail(email)).map(({ subject }) => subject);

describe('Somebody whose registration HFS has not confirmed', () => {
  it('writes a whole draft, and cannot file it', async () => {
    const newcomer = await aNewcomer();
    const visitor = await app.signInAs(newcomer);
    expect((await visitor.get('/complaints/new')).text).toContain(
      'has not confirmed the registration of Prairie',
    );
    const { id, version } = await aDraft(actor(newcomer));
    const check = await visitor.get(`/complaints/drafts/${id}/check`);
    expect(check.text).toContain('we mail you as soon as you can file it');
    expect(check.$('a[href$="/certify"]')).toHaveLength(0);
    expect((await visitor.get(`/complaints/drafts/${id}/certify`)).location).toContain('/check');
    const answer = await visitor.post(`/complaints/drafts/${id}/certify`, {
      version: String(version),
      certification: [...CERTIFICATIONS],
    });
    expect(answer.location).toContain('/check');
    await expect(
      perform('submit', id, actor(newcomer), { version, certification: [...CERTIFICATIONS] }),
    ).rejects.toThrow('has not confirmed');
  });

  it('files the same draft once it is confirmed, and is told by mail', async () => {
    const newcomer = await aNewcomer();
    const { id, version } = await aDraft(actor(newcomer));
    const answer = await staff.submit(addressOf(newcomer), {});
    expect(answer.location).toBe('/casework/registrations');
    expect(await subjects(newcomer)).toContain('Your registration is confirmed');
    const filed = await perform('submit', id, actor(newcomer), {
      version,
      certification: [...CERTIFICATIONS],
    });
    expect(filed.status).toBe('submitted');
    const [event] = await listAuditEvents({ action: 'organization.confirm' }, 1);
    expect(event).toMatchObject({ subjectId: newcomer.organizationId, actorRole: 'analyst' });
  });

  it('is told why it is not confirmed, and still cannot file', async () => {
    const newcomer = await aNewcomer();
    const refusal = `form[action$="/refuse"]`;
    const empty = await staff.submit(addressOf(newcomer), {}, refusal);
    expect(empty.errors).toEqual(['Write why it cannot be confirmed, and what to do']);
    const answer = await staff.submit(addressOf(newcomer), { reason: 'The NPI is another’s.' }, refusal);
    expect(answer.status).toBe(303);
    expect(await subjects(newcomer)).toContain('Your registration could not be confirmed');
    const { id } = await aDraft(actor(newcomer));
    const visitor = await app.signInAs(newcomer);
    expect((await visitor.get(`/complaints/drafts/${id}/check`)).text).toContain('could not confirm');
    expect((await staff.get(addressOf(newcomer))).text).toContain('The NPI is another’s.');
  });
});

describe('Deciding on a registration', () => {
  it('that was decided or changed after the page was opened shows it as it is now, and keeps what was written', async () => {
    const newcomer = await aNewcomer();
    await decideRegistration(newcomer.organizationId ?? '', { standing: 'confirmed' }, 0, OPERATOR);
    const late = await staff.post(`${addressOf(newcomer)}/refuse`, { version: '0', reason: 'Not enrolled.' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('changed or decided after you opened it');
    expect(late.$('textarea').text()).toContain('Not enrolled.');
    expect((await staff.post(`${addressOf(newcomer)}/confirm`, { version: 'x' })).status).toBe(409);
  });

  it('is helped by the list of enrolled providers', async () => {
    const site = {
      name: 'Oak Dental',
      npi: '1932104098',
      hfsProviderId: '019001122',
      providerTypeCode: '011',
    };
    const newcomer = await aNewcomer({ organization: site });
    expect((await staff.get(addressOf(newcomer))).text).toContain('No list was imported');
    await enroll('019001122,1932104098,OAK DENTAL PC,012,2020-01-01,');
    const page = await staff.get(addressOf(newcomer));
    expect(page.text).toContain('NPI 1932104098 Same in the list');
    expect(page.text).toContain('Dentist (011) In the list: Optometrist (012) Differs');
    expect(page.text).toContain('OAK DENTAL PC');
    await enroll('019001122,1932104098,OAK DENTAL PC,011,2020-01-01,2021-01-01');
    expect((await staff.get(addressOf(newcomer))).text).toContain('Not enrolled today');
    await enroll('1111111,,ELM,011,2020-01-01,');
    expect((await staff.get(addressOf(newcomer))).text).toContain('Not in the list of');
    const [event] = await listAuditEvents({ action: 'enrolled.import' }, 1);
    expect(event?.changes).toEqual({ lines: { before: '1', after: '1' } });
  });
});

async function enroll(...lines: string[]): Promise<void> {
  const header = 'hfs_provider_id,npi,name,provider_type_code,active_from,active_to';
  const file = readEnrolledFile([header, ...lines].join('\n'), new Set(['011', '012']));
  if (!file.ok) throw new Error(JSON.stringify(file.faults));
  await importEnrolled(file.rows, OPERATOR);
}

describe('The list of registrations', () => {
  it('pages through those that wait, the oldest first, without a gap or a repetition, and back', async () => {
    await asOwner(
      app.ownerUrl(),
      `WITH made AS (
         INSERT INTO organization (id, name, is_billing_agent, created_at)
         SELECT gen_random_uuid(), 'Waiting ' || n, false, timestamptz '2020-01-01' + make_interval(days => n / 3)
         FROM generate_series(1, 120) n RETURNING id)
       INSERT INTO account (id, email, name, role, status, organization_id, organization_role)
       SELECT gen_random_uuid(), id || '@example.org', 'Waiting', 'representative', 'active', id, 'administrator' FROM made`,
    );
    const seen: string[] = [];
    let address = '/casework/registrations';
    let page = await staff.get(address);
    for (;;) {
      seen.push(
        ...page
          .$('tbody th a')
          .toArray()
          .map((link) => page.$(link).attr('href') ?? ''),
      );
      const next = page.$('a[rel=next]').attr('href');
      if (!next) break;
      address = next;
      page = await staff.get(address);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(120);
    const back = await staff.get(page.$('a[rel=prev]').attr('href') ?? '');
    expect(back.$('tbody th a').first().attr('href')).toBe(
      seen[Math.floor((seen.length - 1) / 50) * 50 - 50],
    );
  });

  it('leaves out who has not confirmed an e-mail address', async () => {
    await registerRepresentative(
      aRegistration({ organization: { name: 'Never Confirmed Clinic' } }),
      OPERATOR,
    );
    const pages = await Promise.all(
      ['', '?tab=changed', '?tab=decided'].map((tab) => staff.get(`/casework/registrations${tab}`)),
    );
    for (const page of pages) expect(page.text).not.toContain('Never Confirmed Clinic');
  });
});
