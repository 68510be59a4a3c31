import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { getComplaintById } from '../../src/complaint/complaints.queries.ts';
import { readFiled } from '../../src/complaint/filed.queries.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aFiledComplaint, aPresentedComplaint, aProposal } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { sentMail } from '../support/mail.ts';
import { type SampleComplaints, sampleComplaints } from '../support/sample-complaints.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();

let cast: Cast;
let filer: Actor;
let staff: Actor;
let filed: SampleComplaints['filed'];
let liaison: Visitor;
let otherLiaison: Visitor;

beforeAll(async () => {
  cast = await aCast();
  filer = actor(cast.representative);
  staff = actor(cast.analyst);
  filed = (await sampleComplaints(cast)).filed;
  liaison = await app.signInAs(cast.liaison);
  otherLiaison = await app.signInAs(cast['other liaison']);
});

describe('A plan', () => {
  it('sees of a complaint presented to it what was filed, by whom, and when its answer is due', async () => {
    const page = await liaison.get(pageOf(filed.presented.reference));
    for (const words of [
      'The claim was denied as late.',
      'Pay the claim.',
      'Okafor, Wren',
      'RIN 205755710',
      'M-TRACK-42',
      'Prairie Grove Clinic',
      'Renata Alder',
      '217-555-0142',
      'Answer with a written proposal by',
      '89 Ill. Adm. Code 140.75(d)',
    ]) {
      expect(page.text).toContain(words);
    }
    expect(page.$('.files__name').text()).toBe('explanation-of-payment.pdf');
  });

  it.each(['submitted', 'returned'] as const)(
    'finds nothing where a complaint is %s and was not presented, its files and its moves included',
    async (status) => {
      const { reference, file } = filed[status];
      for (const path of ['', `/files/${file}`, '/moves/propose']) {
        expect((await liaison.get(`${pageOf(reference)}${path}`)).status).toBe(404);
      }
      expect((await liaison.post(`${pageOf(reference)}/moves/propose`, PROPOSAL)).status).toBe(404);
    },
  );

  it('finds nothing of another plan’s complaint, however it asks', async () => {
    const { reference, file } = filed.presented;
    for (const path of ['', `/files/${file}`, '/moves/propose']) {
      expect((await otherLiaison.get(`${pageOf(reference)}${path}`)).status).toBe(404);
    }
    expect((await otherLiaison.post(`${pageOf(reference)}/moves/propose`, PROPOSAL)).status).toBe(404);
    expect((await otherLiaison.get(`/casework/complaints/${reference}`)).status).toBe(403);
    expect((await otherLiaison.get('/mco')).text).not.toContain(reference);
  });

  it('has its views and downloads in the log, with the plan’s person by name', async () => {
    const { reference, file, id } = filed.answered;
    await liaison.get(pageOf(reference));
    const download = await liaison.agent.get(`${pageOf(reference)}/files/${file}`);
    expect(download.status).toBe(200);
    const events =
      "SELECT action, actor_id FROM audit_event WHERE complaint_id = $1::uuid AND actor_role = 'liaison' ORDER BY id";
    const { rows } = await asOwner(app.ownerUrl(), events, [id]);
    expect(rows.map((row) => row.action)).toEqual([
      'complaint.propose',
      'complaint.view',
      'attachment.download',
    ]);
    expect(new Set(rows.map((row) => row.actor_id))).toEqual(new Set([cast.liaison.id]));
  });
});

describe('What a plan never reads', () => {
  it('is who works on it at HFS, what HFS and the representative wrote to each other, and the outcome', async () => {
    const complaint = await aReturnedAndClosedComplaint();
    const page = await liaison.get(pageOf(complaint.reference));
    for (const words of [
      'SECRET-REQUEST',
      'SECRET-ANSWER',
      'SECRET-OUTCOME',
      'Assigned to',
      'assigned the complaint',
      'asked the representative',
      'Partly resolved by the MCO',
      'Screening',
    ]) {
      expect(page.body).not.toContain(words);
    }
    expect(page.text).toContain('Anselm Birch closed the complaint');
    expect(page.text).toContain('OUR-POSITION');
  });

  it('is an earlier outcome, even once the Department has decided', async () => {
    const closed = await aReturnedAndClosedComplaint();
    const { reference, complaintId } = closed;
    const reopened = await perform('reopen', complaintId, actor(cast.supervisor), {
      version: closed.version,
      words: 'Anew.',
    });
    const { claimLines } = await readFiled((await getComplaintById(staff, complaintId)).complaint);
    const reviewed = await perform('request-review', complaintId, filer, {
      version: reopened.version,
      refused: claimLines.map(({ id }) => id),
      words: 'We do not agree.',
    });
    const first = await perform('inform', complaintId, filer, { version: reviewed.version, words: 'Ours.' });
    const both = await perform('inform', complaintId, actor(cast.liaison), {
      version: first.version,
      words: 'Theirs.',
    });
    const drafted = await perform('draft-decision', complaintId, staff, {
      version: both.version,
      closureReason: 'DECIDED_FOR_PROVIDER',
      words: 'The plan pays.',
    });
    await perform('decide', complaintId, actor(cast.supervisor), { version: drafted.version });
    const page = await liaison.get(pageOf(reference));
    expect(page.text).toContain('issued the decision: Department decision for the provider');
    expect(page.text).toContain('Anselm Birch closed the complaint');
    expect(page.text).not.toContain('Partly resolved by the MCO');
  });

  it('staff read on the case page, each field of it', async () => {
    const { reference } = await aReturnedAndClosedComplaint();
    const analyst = await app.signInAs(cast.analyst);
    const page = await analyst.get(`/casework/complaints/${reference}`);
    for (const words of [
      'SECRET-REQUEST',
      'SECRET-ANSWER',
      'SECRET-OUTCOME',
      'Sunniva Cedar',
      'OUR-POSITION',
    ]) {
      expect(page.text).toContain(words);
    }
    expect(page.text).toContain('Partly resolved by the MCO');
  });
});

const PROPOSAL = {
  version: '9',
  position: 'upheld',
  words: 'Our determination stands.',
  citation: 'Section 4',
  action: 'Nothing.',
};

describe('An answer of the plan', () => {
  it('goes to HFS and the representative with its position, and the inbox moves it to the answered ones', async () => {
    const complaint = await aPresentedComplaint(filer, staff);
    const page = pageOf(complaint.reference);
    const form = await liaison.get((await liaison.get(page)).$('.moves a[href$=propose]').attr('href') ?? '');
    expect(positionsOn(form)).toEqual(['overturned', 'partly_overturned', 'upheld']);
    const answer = {
      position: 'overturned',
      words: 'The claim is paid on December 1.',
      citation: 'Section 4',
      action: 'We pay.',
      'payOn-month': '12',
      'payOn-day': '1',
      'payOn-year': '2026',
    };
    const done = await liaison.submit(`${page}/moves/propose`, answer, 'main form.form');
    expect((await liaison.follow(done)).text).toContain(
      'Your proposal is sent to HFS and the representative.',
    );
    const now = await liaison.get(page);
    expect(now.text).toContain('Lars Fir answered for Meridian Health Plan of Illinois: Overturned');
    expect(now.text).toContain('The claim is paid on December 1.');
    expect((await liaison.get('/mco?tab=answered')).text).toContain(complaint.reference);
    expect((await liaison.get('/mco?tab=to-answer')).text).not.toContain(complaint.reference);
    const mails = await sentMail(cast.representative.email);
    const answered = `The plan has answered complaint ${complaint.reference}`;
    expect(mails.filter(({ subject }) => subject === answered)).toHaveLength(1);
  });

  it('without position or explanation is refused, and keeps what was typed', async () => {
    const complaint = await aPresentedComplaint(filer, staff);
    const form = `${pageOf(complaint.reference)}/moves/propose`;
    const refused = await liaison.submit(form, { words: 'We looked at it.' }, 'main form.form');
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual([
      'Choose your finding',
      'Name the rule, the contract’s section or the policy behind it',
      'Write what you will do, or that you will do nothing',
    ]);
    expect(refused.$('textarea[name=words]').text()).toBe('We looked at it.');
  });

  it('to a complaint that HFS closed meanwhile tells so, and gives back what was typed', async () => {
    const complaint = await aPresentedComplaint(filer, staff);
    await perform('close', complaint.complaintId, staff, {
      version: complaint.version,
      closureReason: 'RESOLVED_BY_MCO',
      words: 'Settled by telephone.',
    });
    const sent = { ...PROPOSAL, version: String(complaint.version) };
    const late = await liaison.post(`${pageOf(complaint.reference)}/moves/propose`, sent);
    expect(late.status).toBe(409);
    expect(late.text).toContain('Anselm Birch closed the complaint');
    expect(late.text).not.toContain('Settled by telephone.');
    expect(late.$('textarea[name=words]').text()).toBe(PROPOSAL.words);
    expect(late.$('main form.form button[type=submit]').length).toBe(0);
  });

  it.each(['present', 'return', 'close', 'assign', 'withdraw', 'reopen'])(
    'is all that a plan can do: %s is refused',
    async (move) => {
      const complaint = await aPresentedComplaint(filer, staff);
      const path = `${pageOf(complaint.reference)}/moves/${move}`;
      expect((await liaison.get(path)).status).toBe(403);
      const sent = { ...PROPOSAL, version: String(complaint.version), closureReason: 'DUPLICATE' };
      expect((await liaison.post(path, sent)).status).toBe(403);
      const { status } = (await getComplaintById(staff, complaint.complaintId)).complaint;
      expect(status).toBe('with_mco');
    },
  );

  it('is the plan’s alone: staff cannot give it in its place', async () => {
    const complaint = await aPresentedComplaint(filer, staff);
    const analyst = await app.signInAs(cast.analyst);
    const path = `/casework/complaints/${complaint.reference}/moves/propose`;
    expect((await analyst.post(path, { ...PROPOSAL, version: String(complaint.version) })).status).toBe(403);
  });
});

/** Returned, answered, assigned, presented, proposed and closed, each with words of its own. */
async function aReturnedAndClosedComplaint(): Promise<Performed> {
  const { complaintId, version } = await aFiledComplaint(filer);
  const plan = actor(cast.liaison);
  const returned = await perform('return', complaintId, staff, {
    version,
    missing: ['document'],
    words: 'SECRET-REQUEST',
  });
  const resubmitted = await perform('resubmit', complaintId, filer, {
    version: returned.version,
    words: 'SECRET-ANSWER',
  });
  const assigned = await perform('assign', complaintId, staff, {
    version: resubmitted.version,
    assignee: cast.supervisor.id,
  });
  const presented = await perform('present', complaintId, staff, {
    version: assigned.version,
    priorReviewConfirmed: true,
  });
  const proposed = await perform('propose', complaintId, plan, {
    version: presented.version,
    ...aProposal('upheld', 'OUR-POSITION'),
  });
  return perform('close', complaintId, staff, {
    version: proposed.version,
    closureReason: 'PARTLY_RESOLVED_BY_MCO',
    words: 'SECRET-OUTCOME',
  });
}

function pageOf(reference: string | null): string {
  return `/mco/complaints/${reference}`;
}

function positionsOn(page: Page): string[] {
  return page
    .$('input[name=position]')
    .toArray()
    .map((input) => input.attribs.value ?? '');
}
