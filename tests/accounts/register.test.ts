import { describe, expect, it } from 'vitest';
import { findAccountByEmail, getProfile } from '../../src/accounts/accounts.queries.ts';
import { registerRepresentative } from '../../src/accounts/registration.ts';
import { listAuditEvents } from '../../src/audit/audit.queries.ts';
import { ACCOUNT_MAIL_BY_EMAIL } from '../../src/web/rate-limits.ts';
import { testApp } from '../support/app.ts';
import { mailedPath, sentMail } from '../support/mail.ts';
import { aRegistration, aRepresentative, PASSWORD } from '../support/personas.ts';
import type { Fields, Page } from '../support/visitor.ts';

const app = testApp();

const NO_NAME = 'Enter your name in letters, without numbers or web addresses';

let people = 0;

/** What a person types who registers, right in every field. */
function typed(overrides: Fields = {}): Fields & { readonly email: string } {
  people += 1;
  return {
    name: 'Noor Hawthorn',
    email: `noor-${people}@example.org`,
    phone: '(217) 555-0199 ext 4',
    password: PASSWORD,
    organizationName: 'Hawthorn Home Care',
    providerType: '010',
    hasNpi: 'yes',
    npi: '1245 319 599',
    hfsProviderId: '',
    county: 'Sangamon',
    isBillingAgent: 'no',
    ...overrides,
  };
}

function register(fields: Fields): Promise<Page> {
  return app.visitor().submit('/register', fields);
}

describe('Registering', () => {
  it('makes an account that is shut until its owner follows the link and gives the password', async () => {
    const fields = typed();
    const visitor = app.visitor();
    const answer = await visitor.submit('/register', fields);
    const next = await visitor.follow(answer);
    expect(next.text).toContain(fields.email);
    expect(await findAccountByEmail(fields.email)).toMatchObject({
      status: 'unconfirmed',
      role: 'representative',
    });
    await expect(app.signInAs(fields)).rejects.toThrow('could not sign in');

    const confirmed = await visitor.submit(await mailedPath(fields.email), { password: PASSWORD });
    expect([confirmed.status, confirmed.location]).toEqual([303, '/complaints']);
    expect((await visitor.get('/account')).text).toContain('Hawthorn Home Care');
    await app.signInAs(fields);
  });

  it('keeps what was typed in the form in which identifiers are compared', async () => {
    const fields = typed({
      name: ' Noor  J.R. Hawthorn, M.D. ',
      email: 'Noor.Capital@Example.ORG',
      hfsProviderId: '036-112345',
    });
    await register(fields);
    const account = await findAccountByEmail('noor.capital@example.org');
    const profile = await getProfile(account?.id ?? '');
    expect(profile.name).toBe('Noor J.R. Hawthorn, M.D.');
    expect(profile.phone).toBe('217-555-0199 ext. 4');
    expect(profile.organization).toMatchObject({
      isBillingAgent: false,
      sites: [{ npi: '1245319599', hfsProviderId: '036112345', county: 'Sangamon' }],
    });
  });

  it('takes an atypical provider by its HFS provider ID, and ignores an NPI that was typed first', async () => {
    const fields = typed({ hasNpi: 'no', npi: '12', hfsProviderId: '371234567001' });
    expect((await register(fields)).status).toBe(303);
    const account = await findAccountByEmail(fields.email);
    const { organization } = await getProfile(account?.id ?? '');
    expect(organization).toMatchObject({ sites: [{ npi: null, hfsProviderId: '371234567001' }] });
  });

  it('says beside each field what is missing, in the order of the form', async () => {
    const page = await register({});
    expect(page.status).toBe(422);
    expect(page.errors).toEqual([
      'Enter your name',
      'Enter your work e-mail address',
      'Enter a phone number',
      'Choose a password',
      'Enter the name of your organization',
      'Select the type of provider',
      'Say whether your organization has an NPI',
      'Select the county',
      'Say whether your organization is a billing agent',
    ]);
    expect(page.$('#county-error').text()).toContain('Select the county');
  });

  it.each([
    ['a name that is a message', { name: 'Win at evil.example' }, NO_NAME],
    ['a name that is an address', { name: 'http://evil' }, NO_NAME],
    ['an NPI with a mistyped digit', { npi: '1245319598' }, 'Check the NPI: at least one digit is mistyped'],
    ['no NPI where there is one', { npi: '' }, 'Enter the NPI'],
    ['no identifier at all', { hasNpi: 'no' }, 'Enter the HFS provider ID'],
    ['a short provider ID', { hfsProviderId: '123' }, 'Enter an HFS provider ID of 7 to 12 digits'],
    [
      'a phone number without area code',
      { phone: '555-0199' },
      'Enter a phone number with its area code, like 217-555-0142',
    ],
    ['a county that is none', { county: 'Orange' }, 'Select the county'],
    ['a provider type that is none', { providerType: 'zzz' }, 'Select the type of provider'],
    ['a short password', { password: 'fourteen chars' }, 'Enter a password of at least 15 characters'],
    [
      'a password with the organization in it',
      { password: 'hawthornhomecare1' },
      'Enter a password without your name, your e-mail address or your organization in it',
    ],
  ])(
    'refuses %s, and keeps everything else that was typed but the password',
    async (_what, wrong: Fields, text) => {
      const page = await register(typed(wrong));
      expect(page.status).toBe(422);
      expect(page.errors).toEqual([text]);
      expect(page.$('#organizationName').attr('value')).toBe('Hawthorn Home Care');
      expect(page.$('#county option[selected]').attr('value')).toBe(wrong.county ? undefined : 'Sangamon');
      expect(page.$('#password').attr('value')).toBe('');
      expect(page.body).not.toContain(PASSWORD);
    },
  );

  it('groups the types of provider as the public figures do', async () => {
    const page = await app.visitor().get('/register');
    const groups = page.$('#providerType optgroup').toArray();
    expect(groups.map((group) => page.$(group).attr('label'))).toContain('Hospitals');
    expect(page.$('#county option')).toHaveLength(104);
  });

  it('tells browsers what each field is for', async () => {
    const page = await app.visitor().get('/register');
    const purposes = ['name', 'email', 'phone', 'password', 'organizationName'].map((id) =>
      page.$(`#${id}`).attr('autocomplete'),
    );
    expect(purposes).toEqual(['name', 'email', 'tel', 'new-password', 'organization']);
  });
});

describe('Registering an address that has an account', () => {
  it('reads the same, changes nothing, and tells the owner by mail alone', async () => {
    const owner = await aRepresentative({ name: 'Olga Larch' });
    const [known, unknown] = [typed({ email: owner.email }), typed()];
    const answers = await Promise.all([known, unknown].map(readAnswer));
    expect(answers[0]).toBe(answers[1]);
    expect(await getProfile(owner.id)).toMatchObject({ name: 'Olga Larch', status: 'active' });
    const subjects = (await sentMail(owner.email)).map(({ subject }) => subject);
    expect(subjects).toContain('You already have an account');
    await app.signInAs(owner);
  });

  it('starts anew where the address was never confirmed, and keeps one organization', async () => {
    const first = typed({ organizationName: 'Mistyped Clinic' });
    await register(first);
    await register(
      typed({
        email: first.email,
        organizationName: 'Well Typed Clinic',
        password: 'quiet lakes under amber skies',
      }),
    );
    const account = await findAccountByEmail(first.email);
    expect((await getProfile(account?.id ?? '')).organization?.name).toBe('Well Typed Clinic');
    const link = await mailedPath(first.email);
    expect((await app.visitor().submit(link, { password: PASSWORD })).status).toBe(422);
    expect((await app.visitor().submit(link, { password: 'quiet lakes under amber skies' })).status).toBe(
      303,
    );
    const events = await listAuditEvents({ actorId: account?.id ?? '' }, 10);
    expect(events.map((event) => event.action).reverse()).toEqual([
      'account.register',
      'account.register-again',
      'account.confirm-email',
      'account.sign-in',
    ]);
  });

  it('gives one account to two who register it at the same moment', async () => {
    const registration = aRegistration();
    const origin = { requestId: null, address: null };
    const outcomes = await Promise.all([1, 2, 3].map(() => registerRepresentative(registration, origin)));
    const ids = outcomes.map((outcome) => (outcome.kind === 'registered' ? outcome.accountId : null));
    expect(new Set(ids).size).toBe(1);
  });

  it('fills nobody’s mailbox', async () => {
    const fields = typed();
    for (let time = 0; time < ACCOUNT_MAIL_BY_EMAIL.points; time += 1) {
      expect((await register(fields)).status).toBe(303);
    }
    expect((await register(fields)).status).toBe(429);
    expect(await sentMail(fields.email)).toHaveLength(ACCOUNT_MAIL_BY_EMAIL.points);
  });
});

/** The answer and the page after it, without what differs from one visitor to the next. */
async function readAnswer(fields: Fields & { readonly email: string }): Promise<string> {
  const visitor = app.visitor();
  const answer = await visitor.submit('/register', fields);
  const page = await visitor.follow(answer);
  return `${answer.status} ${answer.location} ${page.status} ${page.text.replaceAll(fields.email, '')}`;
}
