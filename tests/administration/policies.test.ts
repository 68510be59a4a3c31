import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAuditEvents } from '../../src/audit/audit.queries.ts';
import { getComplaintById, readClocks } from '../../src/complaint/complaints.queries.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { now, setClock, today } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aFiledComplaint } from '../support/complaints.ts';
import type { Fields, Page, Visitor } from '../support/visitor.ts';

const app = testApp();
let cast: Cast;
let administrator: Visitor;

beforeAll(async () => {
  cast = await aCast();
  administrator = await app.signInAs(cast.administrator);
});

afterAll(() => setClock(null));

const DRAFT = '/administration/policies/draft';

function typed(changes: Fields = {}): Fields {
  const { month, day, year } = today().add({ days: 10 });
  return {
    'validFrom-month': String(month),
    'validFrom-day': String(day),
    'validFrom-year': String(year),
    'clocks.propose.days': '21',
    ...changes,
  };
}

/** The fields of a preview's form. */
function hidden(page: Page): Fields {
  const fields = page.$('main form').first().serializeArray();
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

async function dueAfter(filed: Performed): Promise<number> {
  const { complaintId, version } = filed;
  await perform('present', complaintId, actor(cast.analyst), { version, priorReviewConfirmed: true });
  const { complaint } = await getComplaintById(actor(cast.analyst), complaintId);
  const clock = (await readClocks(complaint)).find(({ kind }) => kind === 'propose');
  return clock ? clock.startedOn.until(clock.dueOn).days : Number.NaN;
}

describe('A draft of a policy', () => {
  it('begins with the rules of the newest version', async () => {
    const page = await administrator.get(DRAFT);
    expect(page.$('input[name="clocks.propose.days"]').attr('value')).toBe('30');
    expect(page.$('input[name="clocks.present.urgentDays"]').attr('value')).toBe('');
    expect(page.$('select[name="clocks.present.unit"] option[selected]').attr('value')).toBe('business');
    expect(page.$('input[name="filing.earlyAnswerOpens"]').is(':checked')).toBe(false);
    expect(page.text).toContain('An answer before the first filing day opens the window early');
  });

  it('is previewed as what differs, and can be changed with what was typed', async () => {
    const page = await administrator.submit(
      DRAFT,
      typed({ 'clocks.present.urgentDays': '3', 'filing.earlyAnswerOpens': 'yes' }),
    );
    const rows = page
      .$('tbody tr')
      .toArray()
      .map((row) => page.$(row).text().replace(/\s+/g, ' ').trim());
    expect(rows).toEqual([
      'An early answer opens the window no yes',
      'Present the complaint to the plan, urgent no different 3 business days',
      'Answer with a written proposal 30 calendar days 21 calendar days',
    ]);
    const again = await administrator.post(DRAFT, hidden(page));
    expect(again.$('input[name="clocks.propose.days"]').attr('value')).toBe('21');
    expect(again.$('input[name="filing.earlyAnswerOpens"]').is(':checked')).toBe(true);
  });

  it.each([
    [
      'days that are none',
      { 'clocks.propose.days': '0' },
      'Answer with a written proposal: Enter a whole number of days from 1 to 366',
      'clocks.propose.days',
    ],
    [
      'urgent days that are no number',
      { 'clocks.decide.urgentDays': 'soon' },
      'Decide the dispute: Enter a whole number of days from 1 to 366, or nothing',
      'clocks.decide.urgentDays',
    ],
    [
      'a window that closes before it opens',
      { 'filing.closesAfter': '10' },
      'The filing window must open before it closes',
      'filing.closesAfter',
    ],
    [
      'a first day that has begun',
      { 'validFrom-year': '2020' },
      'The first day must be after today: what was filed before it keeps its rules',
      'validFrom-year',
    ],
    [
      'no change',
      { 'clocks.propose.days': '30' },
      'Change at least one rule: this is the same as version 1',
      'clocks.propose.days',
    ],
  ])(
    'with %s is refused beside its field, and keeps what was typed',
    async (_what, changes, words, field) => {
      const fields = typed(changes);
      const page = await administrator.submit(DRAFT, fields);
      expect(page.status).toBe(422);
      expect(page.errors).toEqual([words]);
      expect(page.$('.usa-error-message')).toHaveLength(1);
      expect(page.$(`input[name="${field}"]`).attr('value')).toBe(fields[field]);
      const link = page.$('.error-summary__list a').attr('href') ?? '';
      expect(page.$(link)).toHaveLength(1);
    },
  );
});

describe('A new version', () => {
  it('is made once though its form is sent twice, and is in force from its first day alone', async () => {
    const [old, first] = [
      await aFiledComplaint(actor(cast.representative)),
      await aFiledComplaint(actor(cast.representative)),
    ];
    const form = hidden(await administrator.submit(DRAFT, typed()));
    const answers = await Promise.all([
      administrator.post('/administration/policies', form),
      administrator.post('/administration/policies', form),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await listAuditEvents({ action: 'policy.make' }, 5)).toHaveLength(1);
    expect(await dueAfter(first)).toBe(30);

    setClock(now().add({ hours: 24 * 11 }));
    expect(await dueAfter(await aFiledComplaint(actor(cast.representative)))).toBe(21);
    expect(await dueAfter(old)).toBe(30);
    setClock(null);
    // Days passed for the administrator's session, too.
    administrator = await app.signInAs(cast.administrator);
  });

  it('made from a version that another one follows already is refused', async () => {
    const form = { ...hidden(await administrator.submit(DRAFT, typed({ 'clocks.propose.days': '14' }))) };
    const answer = await administrator.post('/administration/policies', { ...form, base: '1' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Somebody made version 2 meanwhile');
  });

  it('is listed and read with what it changed', async () => {
    const list = await administrator.get('/administration/policies');
    expect(list.text).toMatch(/Version 2\s*To come/);
    expect(list.text).toMatch(/Version 1\s*In force/);
    const page = await administrator.get('/administration/policies/2');
    expect(page.text).toMatch(/Answer with a written proposal\s*30 calendar days\s*21 calendar days/);
  });

  it.each(['representative', 'analyst', 'supervisor', 'privacy officer', 'liaison'] as const)(
    'is not the %s’s to make',
    async (persona) => {
      const visitor = await app.signInAs(cast[persona]);
      expect((await visitor.get(DRAFT)).status).toBe(403);
      expect((await visitor.post('/administration/policies', typed())).status).toBe(403);
    },
  );
});
