import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { getComplaintById } from '../../src/complaint/complaints.queries.ts';
import type { Move } from '../../src/complaint/lifecycle.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { today } from '../../src/platform/clock.ts';
import { formatDate } from '../../src/platform/dates.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aDispute, aFiledComplaint, aPresentedComplaint, aProposal } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { sentMail } from '../support/mail.ts';
import type { Fields, Visitor } from '../support/visitor.ts';
import { urgentChanges } from './complaints.ts';

const app = testApp();

let cast: Cast;
let filer: Actor;
let staff: Actor;
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  cast = await aCast();
  filer = actor(cast.representative);
  staff = actor(cast.analyst);
  for (const persona of ['representative', 'analyst', 'supervisor', 'privacy officer', 'liaison'] as const) {
    visitors.set(persona, await app.signInAs(cast[persona]));
  }
});

/** What each move of staff is given, but for the version. */
function detailsOf(move: Move): Fields {
  switch (move) {
    case 'present':
      return { priorReviewConfirmed: 'yes' };
    case 'return':
      return { missing: ['document', 'member'], words: 'Send the letter of the plan.' };
    case 'close':
      return { closureReason: 'FEE_FOR_SERVICE', words: 'The member was in fee-for-service then.' };
    case 'assign':
      return { assignee: cast.supervisor.id };
    default:
      return { words: 'The plan did not pay as it said.' };
  }
}

describe('A move that is not open any more', () => {
  it.each([
    ['http://127.0.0.1/casework?tab=mine', '/casework?tab=mine'],
    ['https://evil.example/sign-in', '/'],
    ['http://127.0.0.1//evil.example', '/'],
    ['nonsense', '/'],
  ])('leads whoever comes from %s to %s', async (referer, href) => {
    const { reference } = await aPresentedComplaint(filer, staff);
    const answer = await visitors
      .get('analyst')
      ?.agent.get(`/casework/complaints/${reference}/moves/present`)
      .set({ Referer: referer, Host: '127.0.0.1' });
    expect(answer?.status).toBe(409);
    expect(answer?.text).toContain(`href="${href}"`);
    expect(answer?.text).not.toContain('evil.example');
  });
});

describe('A move of staff, sent as a form', () => {
  it.each([
    ['present', 'with_mco', 'The complaint is with the plan.'],
    ['return', 'returned', 'The complaint is returned to the representative.'],
    ['assign', 'submitted', 'The complaint is assigned.'],
    ['close', 'closed', 'The complaint is closed, and the representative is told.'],
  ] as const)('%s: leaves the complaint %s and says what was done', async (move, status, banner) => {
    const complaint = await aFiledComplaint(filer);
    const analyst = visitorFor('analyst');
    const done = await analyst.submit(formOf(complaint, move), detailsOf(move), 'main form.form');
    expect(done.location).toBe(pageOf(complaint));
    expect((await analyst.follow(done)).text).toContain(banner);
    expect((await complaintNow(complaint)).status).toBe(status);
  });

  it.each([
    ['representative', 'present', 403],
    ['liaison', 'present', 403],
    ['privacy officer', 'present', 403],
    ['representative', 'close', 403],
    ['liaison', 'close', 403],
    ['analyst', 'withdraw', 403],
    ['analyst', 'propose', 403],
    ['supervisor', 'resubmit', 403],
    ['analyst', 'nonsense', 404],
  ] as const)('by the %s: %s is refused with %i, and nothing changes', async (persona, move, status) => {
    const complaint = await aFiledComplaint(filer);
    const details = { version: String(complaint.version), priorReviewConfirmed: 'yes', words: 'Words.' };
    const answer = await visitorFor(persona).post(formOf(complaint, move), details);
    expect(answer.status).toBe(status);
    expect(await complaintNow(complaint)).toMatchObject({ status: 'submitted', version: complaint.version });
  });

  it('Reopening is a supervisor’s: an analyst is told so, and the complaint goes back to where it was', async () => {
    const presented = await aPresentedComplaint(filer, staff);
    const closed = await perform('close', presented.complaintId, staff, {
      version: presented.version,
      closureReason: 'RESOLVED_BY_MCO',
      words: 'Paid.',
    });
    const refused = await visitorFor('analyst').get(formOf(closed, 'reopen'));
    expect(refused).toMatchObject({ status: 403 });
    expect(refused.text).toContain('Only a supervisor can do this.');
    const supervisor = visitorFor('supervisor');
    await supervisor.submit(formOf(closed, 'reopen'), detailsOf('reopen'), 'main form.form');
    expect((await complaintNow(closed)).status).toBe('with_mco');
  });

  it('Without what it needs it is refused with each field named, and what was typed is kept', async () => {
    const complaint = await aFiledComplaint(filer);
    const form = formOf(complaint, 'return');
    const refused = await visitorFor('analyst').submit(form, { words: 'Half a sentence' }, 'main form.form');
    expect(refused.status).toBe(422);
    expect(refused.title).toMatch(/^Error: /);
    expect(refused.errors).toEqual(['Choose at least one thing that is missing']);
    expect(refused.$('textarea[name=words]').text()).toBe('Half a sentence');
    expect((await complaintNow(complaint)).status).toBe('submitted');
  });

  it('A form for a move that the complaint has passed says that it has moved on', async () => {
    const complaint = await aPresentedComplaint(filer, staff);
    const page = await visitorFor('analyst').get(formOf(complaint, 'present'));
    expect(page.status).toBe(409);
    expect(page.text).toContain('cannot be done as the complaint stands now');
  });

  it('Nobody can be given a complaint who does not work at HFS', async () => {
    const complaint = await aFiledComplaint(filer);
    const version = String(complaint.version);
    const given = { version, assignee: cast.liaison.id };
    const refused = await visitorFor('analyst').post(formOf(complaint, 'assign'), given);
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual(['Choose someone who works at HFS']);
  });
});

describe('The form that presents a complaint', () => {
  it.each([
    ['AETNA', 1],
    ['MERIDIAN', 0],
  ])('warns that nobody of the plan can sign in, if that is so: %s, %i times', async (mcoCode, times) => {
    const complaint = await aFiledComplaint(filer, { ...aDispute(), mcoCode });
    const { text } = await visitorFor('analyst').get(formOf(complaint, 'present'));
    expect(text.split('Nobody of this plan can sign in').length - 1).toBe(times);
    expect(text.split('the time to answer runs all the same').length - 1).toBe(times);
  });
});

describe('Closing', () => {
  it('at intake offers the reasons for closing at once, and says what follows', async () => {
    const complaint = await aFiledComplaint(filer);
    const page = await visitorFor('analyst').get(formOf(complaint, 'close'));
    const offered = reasonsOn(
      page
        .$('input[name=closureReason]')
        .toArray()
        .map((each) => each.attribs),
    );
    expect(offered).toContain('NOT_REVIEWED_BY_MCO');
    expect(offered).not.toContain('RESOLVED_BY_MCO');
    expect(offered).not.toContain('DECIDED_FOR_PROVIDER');
    expect(page.text).toContain('Ineligible: closed at once');
    expect(page.text).toContain('The plan never sees the complaint');
  });

  it('after the plan had it offers what became of it, and no ineligible reason but a duplicate', async () => {
    const complaint = await aPresentedComplaint(filer, staff);
    const page = await visitorFor('analyst').get(formOf(complaint, 'close'));
    const offered = reasonsOn(
      page
        .$('input[name=closureReason]')
        .toArray()
        .map((each) => each.attribs),
    );
    expect(offered).toEqual([
      'DUPLICATE',
      'RESOLVED_BY_MCO',
      'PARTLY_RESOLVED_BY_MCO',
      'MCO_POSITION_ACCEPTED',
      'REFERRED',
      'WITHDRAWN',
    ]);
    expect(page.text).not.toContain('closed at once');
  });

  it('for a reason that is not offered is refused, and the choice is linked from the summary', async () => {
    const complaint = await aFiledComplaint(filer);
    const sent = { closureReason: 'DECIDED_FOR_PROVIDER', words: 'Decided.' };
    const refused = await visitorFor('analyst').submit(formOf(complaint, 'close'), sent, 'main form.form');
    expect(refused.errors).toEqual(['Choose a reason that fits where the complaint is']);
    const link = refused.$('.error-summary__list a').attr('href');
    expect(refused.$(`input${link}`).attr('name')).toBe('closureReason');
  });

  it('as too early is neither offered nor taken where the window had opened, and says when', async () => {
    const complaint = await aFiledComplaint(filer);
    const opened = formatDate(today().subtract({ days: 40 }).add({ days: 30 }));
    const page = await visitorFor('analyst').get(formOf(complaint, 'close'));
    expect(page.$('input[value=FILED_TOO_EARLY], input[value=FILED_TOO_LATE]').length).toBe(0);
    const refused = await closeAs(complaint, 'FILED_TOO_EARLY');
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual([
      `Choose another reason: its window opened on ${opened}, before it was filed`,
    ]);
  });

  it('as too early is offered where it was, with the date from which it can be filed', async () => {
    const complaint = await aFiledComplaint(filer);
    const sql = `UPDATE complaint SET submitted_at = submitted_at - interval '30 days' WHERE id = $1`;
    await asOwner(app.ownerUrl(), sql, [complaint.complaintId]);
    const opened = formatDate(today().subtract({ days: 40 }).add({ days: 30 }));
    const page = await visitorFor('analyst').get(formOf(complaint, 'close'));
    expect(page.$('#closureReason-FILED_TOO_EARLY').parent().text()).toContain(opened);
    expect(await closeAs(complaint, 'FILED_TOO_EARLY')).toMatchObject({ status: 303 });
  });

  it.each(['FILED_TOO_EARLY', 'FILED_TOO_LATE'])(
    'as %s is neither offered nor taken for a topic without a filing window, and no date is named',
    async (reason) => {
      const complaint = await aFiledComplaint(filer, urgentChanges());
      const page = await visitorFor('analyst').get(formOf(complaint, 'close'));
      expect(page.$(`input[value=${reason}]`).length).toBe(0);
      expect(page.text).not.toContain('It can be filed from');
      const refused = await closeAs(complaint, reason);
      expect(refused.errors).toEqual(['Choose another reason: this topic has no filing window']);
    },
  );

  it('as without a review is refused as long as one may be asked for, and says until when', async () => {
    const { complaintId, version, ...presented } = await aPresentedComplaint(filer, staff);
    expect((await closeAs({ ...presented, complaintId, version }, 'NO_REVIEW_REQUESTED')).status).toBe(422);
    const plan = actor(cast.liaison);
    const answered = await perform('propose', complaintId, plan, { version, ...aProposal('upheld') });
    const until = formatDate(today().add({ days: 30 }));
    const page = await visitorFor('analyst').get(formOf(answered, 'close'));
    expect(page.$('input[value=NO_REVIEW_REQUESTED]').length).toBe(0);
    const refused = await closeAs(answered, 'NO_REVIEW_REQUESTED');
    expect(refused.errors).toEqual([
      `Choose another reason: the representative may ask for a Department review until ${until}`,
    ]);
  });

  it('tells the outcome by mail to the representative alone, and in full on the case page', async () => {
    const complaint = await aPresentedComplaint(filer, staff);
    const words = 'The plan pays the claim with its next run.';
    const given = { closureReason: 'RESOLVED_BY_MCO', words };
    await visitorFor('analyst').submit(formOf(complaint, 'close'), given, 'main form.form');
    const page = await visitorFor('analyst').get(pageOf(complaint));
    expect(page.$('.outcome').text()).toContain('Resolved by the MCO in the provider');
    expect(page.$('.outcome').text()).toContain(words);
    const mails = await sentMail();
    expect(mails.filter((mail) => mail.text.includes(words))).toEqual([]);
    expect(mails.some((mail) => mail.subject === `Complaint ${complaint.reference} is closed`)).toBe(true);
  });
});

describe('Two people on one complaint', () => {
  it('The second sees what the first did, keeps what they typed, and can send it again', async () => {
    const complaint = await aFiledComplaint(filer);
    const typed = { missing: ['document'], words: 'I had nearly finished this.' };
    const version = String(complaint.version);
    await visitorFor('supervisor').post(formOf(complaint, 'assign'), { version, assignee: cast.analyst.id });
    const conflict = await visitorFor('analyst').post(formOf(complaint, 'return'), { version, ...typed });
    expect(conflict.status).toBe(409);
    expect(conflict.$('[role=alert]').text()).toContain('Sunniva Cedar assigned the complaint');
    expect(conflict.$('textarea[name=words]').text()).toBe(typed.words);
    expect(conflict.$('input[value=document]').attr('checked')).toBeDefined();
    const newVersion = conflict.$('main form.form input[name=version]').attr('value') ?? '';
    expect(Number(newVersion)).toBe(complaint.version + 1);
    const again = await visitorFor('analyst').post(formOf(complaint, 'return'), {
      version: newVersion,
      ...typed,
    });
    expect(again.status).toBe(303);
    expect((await complaintNow(complaint)).status).toBe('returned');
  });

  it('A second one whose move is no longer open gets back what they typed, without the button', async () => {
    const complaint = await aFiledComplaint(filer);
    const version = String(complaint.version);
    await visitorFor('supervisor').post(formOf(complaint, 'present'), { version, ...detailsOf('present') });
    const late = await visitorFor('analyst').post(formOf(complaint, 'return'), {
      version,
      ...detailsOf('return'),
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain('presented the complaint to Meridian Health Plan of Illinois');
    expect(late.$('textarea[name=words]').text()).toBe('Send the letter of the plan.');
    expect(late.$('main form.form button[type=submit]').length).toBe(0);
    expect((await complaintNow(complaint)).status).toBe('with_mco');
  });

  it('Of two who send at the same moment, one is told', async () => {
    const complaint = await aFiledComplaint(filer);
    const sent = { version: String(complaint.version), ...detailsOf('present') };
    const answers = await Promise.all(
      ['analyst', 'supervisor'].map((persona) =>
        visitorFor(persona).post(formOf(complaint, 'present'), sent),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  });
});

describe('A form sent twice in a moment', () => {
  it('makes its move once, and leads on both times', async () => {
    const complaint = await aFiledComplaint(filer);
    const sent = { version: String(complaint.version), ...detailsOf('return') };
    const answers = await Promise.all(
      [1, 2].map(() => visitorFor('analyst').post(formOf(complaint, 'return'), sent)),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const { history } = await complaintNow(complaint);
    expect(history.filter(({ move }) => move === 'return').length).toBe(1);
  });
});

describe('“Assign to me” on the case page', () => {
  it('takes the complaint with one click, and is gone once it is one’s own', async () => {
    const complaint = await aFiledComplaint(filer, aDispute());
    const analyst = visitorFor('analyst');
    await analyst.submit(pageOf(complaint), {}, '.moves form');
    expect((await complaintNow(complaint)).assigneeId).toBe(cast.analyst.id);
    expect((await analyst.get(pageOf(complaint))).$('.moves form').length).toBe(0);
  });
});

function closeAs(complaint: Performed, closureReason: string) {
  const version = String(complaint.version);
  return visitorFor('analyst').post(formOf(complaint, 'close'), { version, closureReason, words: 'Closed.' });
}

function visitorFor(persona: string): Visitor {
  const visitor = visitors.get(persona);
  if (!visitor) throw new Error(`No ${persona} has signed in`);
  return visitor;
}

function pageOf({ reference }: Performed): string {
  return `/casework/complaints/${reference}`;
}

function formOf(complaint: Performed, move: string): string {
  return `${pageOf(complaint)}/moves/${move}`;
}

async function complaintNow({ complaintId }: Performed) {
  return (await getComplaintById(staff, complaintId)).complaint;
}

function reasonsOn(inputs: readonly Record<string, string>[]): string[] {
  return inputs.map((input) => input.value ?? '');
}
