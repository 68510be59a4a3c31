import { beforeAll, describe, expect, it } from 'vitest';
import { listAuditEvents } from '../../src/audit/audit.queries.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import type { Visitor } from '../support/visitor.ts';

const app = testApp();
const PAGE = '/administration/plans/MERIDIAN';
let cast: Cast;
let administrator: Visitor;

beforeAll(async () => {
  cast = await aCast();
  administrator = await app.signInAs(cast.administrator);
});

describe('What the portal says of a plan', () => {
  it('is changed by an administrator, stands in the list and in the log, and reaches who asks whether they may file', async () => {
    const saved = await administrator.submit(
      PAGE,
      { disputePhone: '312-555-0147', disputeWindowDays: '60', trackingNumberHint: 'It begins with ME.' },
      'main form.form',
    );
    const list = await administrator.follow(saved);
    expect(list.text).toContain('What the portal says of Meridian Health Plan of Illinois is saved.');
    expect(list.text).toMatch(/312-555-0147 60 days It begins with ME\./);
    const [event] = await listAuditEvents({ action: 'plan.change' }, 1);
    expect(Object.keys(event?.changes ?? {})).toEqual(
      expect.arrayContaining(['disputePhone', 'disputeWindowDays', 'trackingNumberHint']),
    );
    const answer = await app
      .visitor()
      .get('/check?plan=MERIDIAN&issue=claim&filedOn-month=1&filedOn-day=2&filedOn-year=2026');
    expect(answer.text).toContain('takes a dispute within 60 days of its determination');
    expect(answer.text).toContain('For disputes, call it at 312-555-0147.');
  });

  it('that is sent unchanged leaves no trace', async () => {
    const before = (await listAuditEvents({ action: 'plan.change' }, 50)).length;
    await administrator.submit(PAGE, {}, 'main form.form');
    expect(await listAuditEvents({ action: 'plan.change' }, 50)).toHaveLength(before);
  });

  it.each([
    [{ disputePhone: 'call us' }, 'Enter a telephone number, like 312-555-0147'],
    [{ disputeWindowDays: '0' }, 'Enter a number of days from 1 to 1,000, or leave it empty'],
    [{ disputeWindowDays: 'sixty' }, 'Enter a number of days from 1 to 1,000, or leave it empty'],
  ] as const)('with %j is refused beside its field, and what was typed is kept', async (sent, message) => {
    const refused = await administrator.submit(PAGE, sent, 'main form.form');
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual([message]);
    const [name, value] = Object.entries(sent)[0] ?? [];
    expect(refused.$(`[name=${name}]`).attr('value')).toBe(value);
  });

  it('is nobody else’s to change, and a plan that is not known has no page', async () => {
    for (const person of ['analyst', 'supervisor', 'liaison', 'representative'] as const)
      expect((await (await app.signInAs(cast[person])).get(PAGE)).status).toBe(403);
    expect((await administrator.get('/administration/plans/NOBODY')).status).toBe(404);
  });
});
