import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { perform } from '../../src/complaint/perform.ts';
import { today } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { aClaimLine, actor, aDispute, aDraft, aFiledComplaint } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { sentMail } from '../support/mail.ts';
import { type SampleComplaints, sampleComplaints } from '../support/sample-complaints.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();

let cast: Cast;
let filer: Actor;
let staff: Actor;
let samples: SampleComplaints;
let visitor: Visitor;

beforeAll(async () => {
  cast = await aCast();
  filer = actor(cast.representative);
  staff = actor(cast.analyst);
  samples = await sampleComplaints(cast);
  visitor = await app.signInAs(cast.analyst);
});

describe('The case page', () => {
  it('shows what was filed: story, members, claims, prior review, provider and representative', async () => {
    const page = await pageOf(samples.filed.submitted.reference);
    for (const words of [
      'The prescription is rejected at the counter.',
      'The member has had no insulin since yesterday.',
      'Okafor, Wren',
      'RIN 205755710',
      'They promised to call back.',
      'Prairie Grove Clinic',
      '1234567893',
      'Renata Alder',
      '217-555-0142',
    ]) {
      expect(page.text).toContain(words);
    }
  });

  it('says who has it, until when, and under which rule', async () => {
    const page = await pageOf(samples.filed.presented.reference);
    const holder = page.$('.holder').text();
    expect(holder).toContain('Meridian Health Plan of Illinois');
    expect(holder).toContain('Answer with a written proposal by');
    expect(holder).toContain('89 Ill. Adm. Code 140.75(d)');
  });

  it('offers the moves that are open from where the complaint is, and no other', async () => {
    expect(movesOn(await pageOf(samples.filed.submitted.reference))).toEqual([
      'Present to the plan',
      'Return for information',
      'Assign',
      'Close the complaint',
    ]);
    expect(movesOn(await pageOf(samples.filed.answered.reference))).toEqual([
      'Ask the representative',
      'Ask the plan',
      'Assign',
      'Close the complaint',
    ]);
    expect(movesOn(await pageOf(samples.filed.closed.reference))).toEqual([]);
  });

  it('tells the history with its words, the newest first', async () => {
    const page = await pageOf(samples.filed.returned.reference);
    const titles = page
      .$('.timeline__title')
      .toArray()
      .map((each) => page.$(each).text());
    expect(titles).toEqual([
      'Anselm Birch asked the representative for information',
      'Renata Alder filed the complaint',
    ]);
    expect(page.$('.timeline').text()).toContain('A document');
    expect(page.$('.timeline').text()).toContain('Add the letter.');
  });

  it('lists the clocks in words, with due date, state and rule', async () => {
    const clocks = sectionOf(await pageOf(samples.filed.answered.reference), 'Clocks');
    expect(clocks).toContain('Present the complaint to the plan');
    expect(clocks).toContain('In time');
    expect(clocks).toContain('89 Ill. Adm. Code 140.75(c)');
  });

  it('lists the mails about it, and whether they went', async () => {
    const { reference } = await aFiledComplaint(filer);
    expect(sectionOf(await pageOf(reference), 'Mail')).toContain('Waiting to be sent');
    await sentMail();
    const mails = sectionOf(await pageOf(reference), 'Mail');
    expect(mails).toContain('Received');
    expect(mails).toContain('Renata Alder');
    expect(mails).toContain('Sent');
  });

  it('gives out its files', async () => {
    const { reference, file } = samples.filed.closed;
    const page = await pageOf(reference);
    const link = page.$('.files__name').attr('href') ?? '';
    expect(link).toBe(`/casework/complaints/${reference}/files/${file}`);
    const download = await visitor.agent.get(link);
    expect(download.status).toBe(200);
    expect(download.headers['content-disposition']).toContain('explanation-of-payment.pdf');
  });

  it.each(['0198c0de-0000-7000-8000-000000000001', 'no-file'])(
    'has nothing at the address of a file that is not its own: %s',
    async (file) => {
      const { reference } = samples.filed.closed;
      expect((await visitor.get(`/casework/complaints/${reference}/files/${file}`)).status).toBe(404);
      const other = samples.filed.submitted.file;
      expect((await visitor.get(`/casework/complaints/${reference}/files/${other}`)).status).toBe(404);
    },
  );

  it('does not exist for a draft, nor under a mistyped reference', async () => {
    const { id } = await aDraft(filer);
    expect((await visitor.get(`/casework/complaints/${id}`)).status).toBe(404);
    const mistyped = samples.filed.closed.reference.replace(/.$/, (check) => (check === '0' ? '1' : '0'));
    expect((await visitor.get(`/casework/complaints/${mistyped}`)).status).toBe(404);
  });

  it('has no part of the complaint in its title', async () => {
    const { reference } = samples.filed.submitted;
    expect((await pageOf(reference)).title).toBe(`Complaint ${reference} – Managed Care Complaint Portal`);
  });
});

describe('Screening', () => {
  it('says on which day of the window it was filed, and that nothing else looks odd', async () => {
    const claims = { claimLines: [aClaimLine({ claimNumber: 'ALONE1', rin: '300000001' })] };
    const { reference } = await aFiledComplaint(filer, aDispute(withNumber('M-ALONE-1', claims)));
    const screening = (await pageOf(reference)).$('.screening').text();
    expect(screening).toContain('Filed on day 40');
    expect(screening).toContain('No other complaint shares');
    expect(screening).not.toContain('Check');
  });

  it('warns that the plan’s answer had grown stale', async () => {
    const review = {
      filedOn: today().subtract({ days: 45 }).toString(),
      answeredOn: today().subtract({ days: 40 }).toString(),
      trackingNumber: 'M-STALE-1',
    };
    const { reference } = await aFiledComplaint(filer, aDispute({ priorReview: review }));
    expect((await pageOf(reference)).$('.screening').text()).toContain('judge whether it is in time');
  });

  it('compares a tracking number with what the plan’s numbers look like', async () => {
    const changes = { ...aDispute(withNumber('NOT-TWELVE')), mcoCode: 'BCCHP' };
    const { reference } = await aFiledComplaint(filer, changes);
    expect((await pageOf(reference)).$('.screening').text()).toContain(
      'Does not look like a number of Blue Cross Community Health Plans',
    );
  });

  it('says whom the provider asked for a tracking number that the plan never gave', async () => {
    const { trackingNumber, ...review } = aDispute().document?.priorReview ?? {};
    const asked = { askedOn: today().subtract({ days: 30 }).toString(), askedWhom: 'Ms. Lee' };
    const priorReview = { ...review, noTrackingNumber: asked };
    const { reference } = await aFiledComplaint(filer, aDispute({ priorReview }));
    expect((await pageOf(reference)).$('.screening').text()).toContain('None issued: asked Ms. Lee');
  });

  it('links a complaint with the same claim, and tells apart one with only the same member', async () => {
    const rin = '300000002';
    const first = await aFiledComplaint(filer, claims('SAME1', rin, 'M-1'));
    const other = await aFiledComplaint(filer, claims('OTHER', rin, 'M-2', 75));
    const sameDay = await aFiledComplaint(filer, claims('DAY', rin, 'M-4'));
    const second = await aFiledComplaint(filer, claims('same-1', rin, 'M-3'));
    const page = await pageOf(second.reference);
    const rows = page
      .$('.screening .summary__row')
      .toArray()
      .map((row) => page.$(row).text().replace(/\s+/g, ' '));
    expect(rows.find((row) => row.includes(first.reference ?? '-'))).toContain('Possible duplicate');
    expect(rows.find((row) => row.includes(first.reference ?? '-'))).toContain('claim number');
    expect(rows.find((row) => row.includes(other.reference ?? '-'))).toContain('Same member');
    const rowOfDay = rows.find((row) => row.includes(sameDay.reference ?? '-'));
    expect(rowOfDay).toContain('Possible duplicate');
    expect(rowOfDay).toContain('same member on the same day; ');
    expect(page.$(`.screening a[href="/casework/complaints/${first.reference}"]`).length).toBe(1);
  });
});

describe('What was looked at', () => {
  it('stands in the log before the page is sent, with who, from where and by which request', async () => {
    const { reference, complaintId } = await aFiledComplaint(filer);
    const page = await pageOf(reference);
    const { rows } = await eventsOf(complaintId, 'complaint.view');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      actor_id: cast.analyst.id,
      actor_name: 'Anselm Birch',
      actor_role: 'analyst',
      subject_id: complaintId,
      request_id: page.headers['x-request-id'],
    });
    expect(rows[0].address).toMatch(/^10\.0\./);
  });

  it('is shown on the case page, and all of it on a page of its own', async () => {
    const complaint = await aFiledComplaint(filer);
    await perform('assign', complaint.complaintId, staff, {
      version: complaint.version,
      assignee: cast.analyst.id,
    });
    await pageOf(complaint.reference);
    const page = await pageOf(complaint.reference);
    expect(page.$('.events').text()).toContain('Anselm Birch viewed the complaint');
    const events = await visitor.get(page.$('a[href$="/events"]').attr('href') ?? '');
    expect(events.text).toContain('Anselm Birch assigned the complaint');
    expect(events.text).toContain('assignee: Anselm Birch');
    expect(events.text).toContain('Renata Alder filed the complaint');
    expect(events.text).toContain('status: draft → submitted');
  });

  it('a download, too', async () => {
    const { reference, file, id } = samples.filed.answered;
    await visitor.agent.get(`/casework/complaints/${reference}/files/${file}`);
    const { rows } = await eventsOf(id, 'attachment.download');
    expect(rows).toMatchObject([{ actor_id: cast.analyst.id, subject_id: file }]);
  });

  it('a form that shows screening is a view, one that does not is none', async () => {
    const complaint = await aFiledComplaint(filer);
    const base = `/casework/complaints/${complaint.reference}/moves`;
    await visitor.get(`${base}/assign`);
    expect((await eventsOf(complaint.complaintId, 'complaint.view')).rows).toHaveLength(0);
    expect((await visitor.get(`${base}/present`)).text).toContain('Screening');
    expect((await eventsOf(complaint.complaintId, 'complaint.view')).rows).toHaveLength(1);
  });
});

function pageOf(reference: string | null): Promise<Page> {
  return visitor.get(`/casework/complaints/${reference}`);
}

function eventsOf(complaintId: string, action: string) {
  const events = 'SELECT * FROM audit_event WHERE complaint_id = $1::uuid AND action = $2 ORDER BY id';
  return asOwner(app.ownerUrl(), events, [complaintId, action]);
}

function movesOn(page: Page): string[] {
  return page
    .$('.moves a')
    .toArray()
    .map((link) => page.$(link).text());
}

function sectionOf(page: Page, heading: string): string {
  const section = page.$('section').filter((_at, each) => page.$(each).children('h2').text() === heading);
  return section.text().replace(/\s+/g, ' ');
}

/** The parts of a dispute whose tracking number is another. */
function withNumber(trackingNumber: string, parts: Parameters<typeof aDispute>[0] = {}) {
  const priorReview = { ...aDispute().document?.priorReview, trackingNumber };
  return { priorReview, ...parts };
}

function claims(claimNumber: string, rin: string, trackingNumber: string, daysAgo = 60) {
  const served = today().subtract({ days: daysAgo }).toString();
  const line = aClaimLine({ claimNumber, rin, serviceFrom: served, serviceTo: served });
  return aDispute(withNumber(trackingNumber, { claimLines: [line] }));
}
