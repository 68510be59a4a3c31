import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import { getComplaintFor } from '../../src/complaint/complaints.queries.ts';
import { readFiled } from '../../src/complaint/filed.queries.ts';
import { setClock } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { actor } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { sentMail } from '../support/mail.ts';
import { aRepresentative } from '../support/personas.ts';
import type { Visitor } from '../support/visitor.ts';
import { A_DISPUTE, beginDraft, CERTIFICATION, fileComplaint, walkThrough } from './walk.ts';

const app = testApp();
let representative: AccountProfile;
let visitor: Visitor;

beforeAll(async () => {
  setClock(Temporal.Instant.from('2026-10-05T15:00:00Z'));
  representative = await aRepresentative();
  visitor = await app.signInAs(representative);
});
afterAll(() => setClock(null));

describe('Filing a disputed claim', () => {
  it('leads from step to step, each in the indicator, to the check of all answers', async () => {
    const walk = await beginDraft(visitor);
    const ways: string[] = [];
    for (const [step, fields] of Object.entries(A_DISPUTE)) {
      const page = await walk.get(step);
      expect(page.$('.usa-step-indicator__total-steps').text()).toBe('of 9');
      ways.push((await walk.answer(step, fields)).location.replace(`/complaints/drafts/${walk.id}/`, ''));
    }
    expect(ways).toEqual([
      'plan?after=screening',
      'topic?after=plan',
      'prior-review?after=topic',
      'claims?after=prior-review',
      'story?after=claims',
      'files?after=story',
    ]);
    expect((await walk.get('files')).text).toContain('Continue without documents');
  });

  it('tells at once, after the dates are given, until when it may be filed', async () => {
    const { claims: _claims, story: _story, ...first } = A_DISPUTE;
    const walk = await walkThrough(visitor, first);
    const next = await walk.get('claims?after=prior-review');
    expect(next.text).toContain('You can file today, and until October 31, 2026. 26 days left.');
  });

  it('shows all answers before it is filed, each with a way to change it and to come back', async () => {
    const walk = await walkThrough(visitor, A_DISPUTE);
    const check = await walk.get('check');
    expect(check.text).toContain('Okafor, Wren');
    expect(check.text).toContain('$4,905.63 billed');
    expect(check.text).toContain('M-TRACK-77');
    const change = check
      .$('a:contains("Change")')
      .map((_at, link) => check.$(link).attr('href'))
      .get();
    expect(change).toContain(`${walk.href('plan')}?from=check`);
    const changed = await walk.answer('plan?from=check', {
      mcoCode: 'AETNA',
      'programCode.AETNA': 'HealthChoice',
    });
    expect(changed.location).toBe(walk.href('check'));
    expect((await walk.get('check')).text).toContain('Aetna Better Health of Illinois');
  });

  it('demands the three confirmations, and says who sees the representative’s name', async () => {
    const walk = await walkThrough(visitor, A_DISPUTE);
    const certify = await walk.get('certify');
    expect(certify.text).toContain('Meridian Health Plan of Illinois will see who you are');
    expect(certify.text).toContain(representative.name);
    const refused = await walk.answer('certify', { certification: ['hipaa'] });
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual(['Confirm all three statements']);
    expect(refused.$('input[value=hipaa]').attr('checked')).toBeDefined();
  });

  it('ends with the reference number, and what happens next by the clocks that now run', async () => {
    const walk = await walkThrough(visitor, A_DISPUTE);
    const filed = await visitor.follow(await walk.answer('certify', CERTIFICATION));
    const reference = filed.$('.confirmation__reference').text();
    expect(reference).toMatch(/^PC-2026-\d{6}-[0-9A-Z]$/);
    // Ten and fifteen business days from October 5, less Columbus Day.
    expect(filed.text).toContain('By October 20, 2026.');
    expect(filed.text).toContain('a first reply by October 27, 2026');
    expect(filed.text).toContain('30 days to answer');
    const letters = await sentMail(representative.email);
    expect(letters.some(({ subject }) => subject === `We have your complaint ${reference}`)).toBe(true);
  });

  it('keeps what was typed as it was meant: one day of service, digits of the RIN, cents', async () => {
    const reference = await fileComplaint(visitor);
    const { complaint } = await getComplaintFor(actor(representative), reference);
    const { claimLines, priorReview } = await readFiled(complaint);
    expect(claimLines).toHaveLength(1);
    expect(claimLines[0]).toMatchObject({
      rin: '046615719',
      serviceFrom: '2026-08-05',
      serviceTo: '2026-08-05',
      billedCents: 490_563,
    });
    expect(priorReview).toEqual({ filedOn: '2026-09-01', trackingNumber: 'M-TRACK-77' });
  });

  it('counts a missing tracking number by when and whom it was asked for', async () => {
    const reference = await fileComplaint(visitor, {
      ...A_DISPUTE,
      'prior-review': {
        ...A_DISPUTE['prior-review'],
        hasTrackingNumber: 'no',
        'noTrackingNumber.askedOn-month': '9',
        'noTrackingNumber.askedOn-day': '3',
        'noTrackingNumber.askedOn-year': '2026',
        'noTrackingNumber.askedWhom': 'Provider line',
      },
    });
    const page = await visitor.get(`/complaints/${reference}`);
    expect(page.text).toContain('None issued: asked Provider line on September 3, 2026');
    expect(page.text).not.toContain('M-TRACK-77');
  });

  it('writes every page that shows a member to the audit log before it is sent', async () => {
    const walk = await walkThrough(visitor, A_DISPUTE);
    const before = await viewsOf(walk.id);
    await walk.get('claims');
    await walk.get('check');
    expect((await viewsOf(walk.id)) - before).toBe(2);
  });
});

async function viewsOf(complaintId: string): Promise<number> {
  const sql = `SELECT count(*)::int AS count FROM audit_event WHERE action = 'complaint.view' AND complaint_id = $1`;
  const { rows } = await asOwner(app.ownerUrl(), sql, [complaintId]);
  return rows[0].count;
}
