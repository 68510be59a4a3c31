import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountProfile } from '../../src/accounts/accounts.queries.ts';
import type { Actor } from '../../src/complaint/actor.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { setClock } from '../../src/platform/clock.ts';
import { PDF } from '../attachments/sample-files.ts';
import { testApp } from '../support/app.ts';
import { actor, aFiledComplaint, aPresentedComplaint, aProposal } from '../support/complaints.ts';
import { asOwner } from '../support/database.ts';
import { aLiaison, anAnalyst, aRepresentative } from '../support/personas.ts';
import type { Page, Visitor } from '../support/visitor.ts';
import { uploadTo } from './upload.ts';

const app = testApp();
let representative: AccountProfile;
let visitor: Visitor;
let filer: Actor;
let staff: Actor;
let plan: Actor;

beforeAll(async () => {
  setClock(Temporal.Instant.from('2026-10-05T15:00:00Z'));
  representative = await aRepresentative();
  filer = actor(representative);
  staff = actor(await anAnalyst());
  plan = actor(await aLiaison());
  visitor = await app.signInAs(representative);
});
afterAll(() => setClock(null));

const href = ({ reference }: Performed, page = '') => `/complaints/${reference}${page}`;
const progress = (page: Page) =>
  page
    .$('.timeline--stages > li')
    .toArray()
    .map((stage) => page.$(stage).text().replace(/\s+/g, ' ').trim());

async function aReturned(): Promise<Performed> {
  const { complaintId, version } = await aFiledComplaint(filer);
  return perform('return', complaintId, staff, {
    version,
    missing: ['prior_review', 'document'],
    words: 'Please add the plan’s letter.',
  });
}

describe('The complaint’s page', () => {
  it('says who has it, until when and under which rule, and where it is on its way', async () => {
    const page = await visitor.get(href(await aFiledComplaint(filer)));
    expect(page.$('.holder').text().replace(/\s+/g, ' ')).toContain('HFS');
    expect(page.text).toContain('Present the complaint to the plan by October 20, 2026');
    expect(page.text).toContain('Rule: 89 Ill. Adm. Code 140.75(c)');
    expect(progress(page)).toEqual([
      'Filed (done) October 5, 2026',
      'HFS checks it, and presents it to Meridian Health Plan of Illinois by October 20, 2026',
      'Meridian Health Plan of Illinois answers',
      'It is settled, and you learn the outcome',
    ]);
    expect(page.text).toContain('Renata Alder filed the complaint');
    expect(page.title).not.toContain('Okafor');
  });

  it('is in the audit log before it is read', async () => {
    const { complaintId, ...filed } = await aFiledComplaint(filer);
    await visitor.get(href({ complaintId, ...filed }));
    const sql = `SELECT actor_id FROM audit_event WHERE action = 'complaint.view' AND complaint_id = $1`;
    const { rows } = await asOwner(app.ownerUrl(), sql, [complaintId]);
    expect(rows).toEqual([{ actor_id: representative.id }]);
  });

  it('shows the plan’s answer, its position in plain words, and what the plan wrote', async () => {
    const { complaintId, version, ...presented } = await aPresentedComplaint(filer, staff);
    const answered = await perform('propose', complaintId, plan, {
      version,
      ...aProposal('upheld', 'The claim came after our time limit.'),
    });
    const page = await visitor.get(href({ ...presented, ...answered }));
    expect(page.text).toContain('What Meridian Health Plan of Illinois answered');
    expect(page.text).toContain('Upheld. The plan stays with its decision.');
    expect(page.text).toContain('The claim came after our time limit.');
  });

  it('shows the outcome, and from which day a complaint that came too early can be filed', async () => {
    const { complaintId, version } = await aFiledComplaint(filer);
    const sql = `UPDATE complaint SET submitted_at = submitted_at - interval '30 days' WHERE id = $1`;
    await asOwner(app.ownerUrl(), sql, [complaintId]);
    const closed = await perform('close', complaintId, staff, {
      version,
      closureReason: 'FILED_TOO_EARLY',
      words: 'The plan still has time to answer.',
    });
    const page = await visitor.get(href(closed));
    expect(page.text).toContain("Outcome: Filed before the MCO's time to answer ran out");
    expect(page.text).toContain('The plan still has time to answer.');
    expect(page.text).toContain('It can be filed from September 25, 2026.');
    expect(page.$('a[href$="/moves/withdraw"]').length).toBe(0);
  });
});

describe('A complaint that HFS has returned', () => {
  it('shows what is missing, takes documents, and goes back with the answer', async () => {
    const returned = await aReturned();
    const page = await visitor.get(href(returned));
    expect(page.$('.tag--attention').text()).toBe('Needs information from you');
    expect(page.text).toContain('Proof that the plan had the issue before');
    expect(page.text).toContain('Please add the plan’s letter.');
    expect(page.text).toContain('by October 20, 2026');
    const upload = await uploadTo(visitor, href(returned, '/files'), [['letter.pdf', PDF]]);
    expect((await visitor.follow(upload)).text).toContain('The file is added.');
    const sent = await visitor.submit(href(returned, '/moves/resubmit'), {
      words: 'The letter is attached.',
    });
    expect(sent.location).toBe(href(returned));
    const after = await visitor.follow(sent);
    expect(after.text).toContain('Your information is sent to HFS.');
    expect(after.$('.tag--info').first().text()).toBe('HFS is checking it');
    expect(after.text).toContain('letter.pdf');
    expect(after.text).toContain('The letter is attached.');
  });

  it('wants words with the answer', async () => {
    const refused = await visitor.submit(href(await aReturned(), '/moves/resubmit'), { words: '  ' });
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual(['Write your answer to HFS']);
    expect(refused.text).toContain('What HFS needs from you');
  });

  it('takes documents as long as it is open, and none once it is closed', async () => {
    const filed = await aFiledComplaint(filer);
    expect((await uploadTo(visitor, href(filed, '/files'), [['later.pdf', PDF]])).status).toBe(303);
    expect((await visitor.get(href(filed))).text).toContain('later.pdf');
    await perform('withdraw', filed.complaintId, filer, { version: filed.version });
    expect((await visitor.get(href(filed, '/files'))).location).toBe(href(filed));
    expect((await uploadTo(visitor, href(filed, '/files'), [['letter.pdf', PDF]])).status).toBe(409);
  });

  it('gives back what was typed when HFS has closed it meanwhile', async () => {
    const returned = await aReturned();
    const form = await visitor.get(href(returned, '/moves/resubmit'));
    await perform('close', returned.complaintId, staff, {
      version: returned.version,
      closureReason: 'INCOMPLETE',
      words: 'Nothing came.',
    });
    const version = form.$('main input[name=version]').attr('value') ?? '';
    const late = await visitor.post(href(returned, '/moves/resubmit'), { version, words: 'Here it is.' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('closed the complaint');
    expect(late.$('#words').text()).toBe('Here it is.');
    expect(late.$('main form button').length).toBe(0);
  });
});

describe('Withdrawing', () => {
  it('is confirmed on a page of its own, and closes the complaint', async () => {
    const filed = await aFiledComplaint(filer);
    const form = await visitor.get(href(filed, '/moves/withdraw'));
    expect(form.text).toContain('A withdrawn complaint is closed.');
    const withdrawn = await visitor.follow(await visitor.submit(href(filed, '/moves/withdraw'), {}));
    expect(withdrawn.text).toContain('Your complaint is withdrawn.');
    expect(withdrawn.text).toContain('Outcome: Withdrawn by the provider');
    expect((await visitor.get(href(filed, '/moves/withdraw'))).location).toBe(href(filed));
    expect((await visitor.get(href(filed, '/filed'))).location).toBe(href(filed));
  });

  it('tells what the plan has answered meanwhile, and is done once that is seen', async () => {
    const presented = await aPresentedComplaint(filer, staff);
    const page = href({ ...presented }, '/moves/withdraw');
    const seen = await visitor.get(page);
    const { complaintId, version } = presented;
    await perform('propose', complaintId, plan, { version, ...aProposal('overturned', 'We pay.') });
    const conflict = await visitor.post(page, {
      version: seen.$('main input[name=version]').attr('value') ?? '',
    });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain('answered for Meridian');
    const again = await visitor.post(page, {
      version: conflict.$('main input[name=version]').attr('value') ?? '',
    });
    expect(again.status).toBe(303);
  });
});
