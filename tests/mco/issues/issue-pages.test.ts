import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/complaint/actor.ts';
import { getComplaintById } from '../../../src/complaint/complaints.queries.ts';
import { addStep, commentOnPlan } from '../../../src/complaint/issues/action-plan.ts';
import { settleAnswers } from '../../../src/complaint/issues/answer-all.ts';
import { insertAnswer } from '../../../src/complaint/issues/answers.queries.ts';
import { acceptPlan, closeIssue } from '../../../src/complaint/issues/manage.ts';
import { listSteps } from '../../../src/complaint/issues/steps.queries.ts';
import { type Performed, perform } from '../../../src/complaint/perform.ts';
import { today } from '../../../src/platform/clock.ts';
import { transaction } from '../../../src/platform/database/database.ts';
import { newId } from '../../../src/platform/identifier.ts';
import { anAnswer, anAskedIssue, anIssue, aStep } from '../../complaint/issues/support.ts';
import { testApp } from '../../support/app.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { actor, aFiledComplaint, aPresentedComplaint } from '../../support/complaints.ts';
import { asOwner } from '../../support/database.ts';
import type { Page, Visitor } from '../../support/visitor.ts';

const app = testApp();

let cast: Cast;
let filer: Actor;
let staff: Actor;
let plan: Actor;
let liaison: Visitor;
let otherLiaison: Visitor;

beforeAll(async () => {
  cast = await aCast();
  filer = actor(cast.representative);
  staff = actor(cast.analyst);
  plan = actor(cast.liaison);
  liaison = await app.signInAs(cast.liaison);
  otherLiaison = await app.signInAs(cast['other liaison']);
});

describe('An issue before the plan was asked', () => {
  it('is not in its list, not on its complaint’s page, and answers 404', async () => {
    const complaint = await aPresentedComplaint(filer, staff);
    const issue = await anIssue(staff, [complaint], { title: 'Not for the plan yet' });
    expect((await liaison.get('/mco/issues')).text).toContain('HFS asks for no action plan.');
    expect((await liaison.get(`/mco/issues/${issue.reference}`)).status).toBe(404);
    const page = await liaison.get(`/mco/complaints/${complaint.reference}`);
    expect(page.body).not.toContain('SI-');
  });
});

describe('An issue of which the plan was asked', () => {
  it('shows the complaints that were presented, and nothing of the others, not even their number', async () => {
    const unseen = await aFiledComplaint(filer);
    const seen = await aPresentedComplaint(filer, staff);
    const issue = await anAskedIssue(staff, [unseen, seen]);
    const page = await liaison.get(`/mco/issues/${issue.reference}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain(seen.reference);
    expect(page.body).not.toContain(unseen.reference);
    expect(factsOf(page)).toMatchObject({ Complaints: '1', Claims: '1', 'In dispute': '$120.50' });
    const listed = await liaison.get('/mco/issues');
    expect(listed.$('td[data-label=Complaints]').first().text()).toBe('1');
    const line = (await liaison.get(`/mco/complaints/${seen.reference}`)).$('.issue-line a');
    expect(line.attr('href')).toBe(`/mco/issues/${issue.reference}`);
  });

  it('does not exist for another plan, on any of its pages', async () => {
    const issue = await anAskedIssue(staff, [await aPresentedComplaint(filer, staff)]);
    const step = newId();
    await addStep(plan, issue.reference, step, aStep());
    for (const below of ['', '/steps/new', `/steps/${step}`, '/answer'])
      expect((await otherLiaison.get(`/mco/issues/${issue.reference}${below}`)).status).toBe(404);
    for (const below of ['/comments', '/steps/new', `/steps/${step}`, '/answer', '/answer/preview'])
      expect((await otherLiaison.post(`/mco/issues/${issue.reference}${below}`)).status).toBe(404);
    expect((await otherLiaison.get('/mco/issues')).text).not.toContain(issue.title);
  });

  it('A step of one issue is not found under another', async () => {
    const [one, other] = [await anAskedIssue(staff), await anAskedIssue(staff)];
    const step = newId();
    await addStep(plan, one.reference, step, aStep());
    expect((await liaison.get(`/mco/issues/${other.reference}/steps/${step}`)).status).toBe(404);
  });
});

describe('Writing the action plan', () => {
  it('takes steps with who sees to them and by when, changes them and removes them', async () => {
    const { id, reference } = await anAskedIssue(staff);
    const at = `/mco/issues/${reference}`;
    const missing = await liaison.submit(`${at}/steps/new`, {});
    expect(missing.errors).toEqual([
      'Write what is done',
      'Write who sees to it',
      'Enter the day by which it is done',
    ]);
    const given = { text: 'Mend the edit.', owner: 'Claims', ...date('dueOn', '2030-05-04') };
    expect((await liaison.submit(`${at}/steps/new`, given)).location).toBe(`${at}#plan`);
    const [step] = await listSteps(id);
    const href = `${at}/steps/${step?.id}`;
    const future = await liaison.submit(href, { ...date('doneOn', '2030-05-01') });
    expect(future.errors).toEqual(['The day on which it was done must be today or earlier']);
    expect((await liaison.submit(href, { owner: 'Claims operations' })).status).toBe(303);
    expect((await liaison.get(at)).$('#plan').text()).toContain('Claims operations');
    expect((await liaison.submit(href, {}, 'form[action$=remove]')).status).toBe(303);
    expect(await listSteps(id)).toEqual([]);
  });

  it('shows what a colleague changed meanwhile, and keeps what was typed', async () => {
    const { reference } = await anAskedIssue(staff);
    const step = newId();
    await addStep(plan, reference, step, aStep());
    const href = `/mco/issues/${reference}/steps/${step}`;
    const stale = { version: '1', owner: 'Mine' };
    await liaison.submit(href, { owner: 'Theirs' });
    const conflict = await liaison.submit(href, stale);
    expect(conflict.status).toBe(409);
    expect(conflict.$('input[name=owner]').attr('value')).toBe('Mine');
  });

  it('shows that HFS accepted it, and what HFS comments', async () => {
    const { reference } = await anAskedIssue(staff);
    await addStep(plan, reference, newId(), aStep());
    await acceptPlan(staff, reference, 1);
    await commentOnPlan(staff, reference, { id: newId(), words: 'Please tell us when it is done.' });
    const at = `/mco/issues/${reference}`;
    const page = await liaison.get(at);
    expect(page.text).toContain('Action plan accepted');
    expect(page.text).toContain('Please tell us when it is done.');
    expect((await liaison.submit(at, { words: 'We will.' })).status).toBe(303);
    const long = await liaison.submit(at, { words: 'Member 205-75-5710' });
    expect(long.status).toBe(422);
    expect((await liaison.get(at)).$('#comments').text()).toContain('We will.');
  });
});

describe('Answering all at once', () => {
  const answer = {
    position: 'overturned',
    words: 'The edit was wrong, and is gone.',
    citation: 'Provider agreement, section 4.2',
    action: 'We reprocess the claims.',
    ...date('payOn', today().add({ days: 10 }).toString()),
  };

  it('asks for all of it, warns that no member may be in it, and refuses what looks like one', async () => {
    const { reference } = await anAskedIssue(staff, [await aPresentedComplaint(filer, staff)]);
    const at = `/mco/issues/${reference}/answer`;
    expect((await liaison.get(at)).text).toContain('name no member, no claim and no provider');
    const empty = await liaison.submit(at, {});
    expect(empty.errors).toEqual([
      'Choose your finding',
      'Write your explanation',
      'Name the rule, the contract’s section or the policy behind it',
      'Write what you will do, or that you will do nothing',
    ]);
    const member = await liaison.submit(at, { ...answer, words: 'For RIN 205755710 we pay.' });
    expect(member.errors[0]).toContain('it looks like a RIN');
    const unpaid = await liaison.submit(at, { ...answer, ...date('payOn', '--') });
    expect(unpaid.errors).toEqual(['Enter the date by which you pay']);
    expect(unpaid.$('textarea[name=words]').text()).toBe(answer.words);
  });

  it('previews each, goes back with what was typed, answers, and says which one had moved on', async () => {
    const [first, moved] = [await aPresentedComplaint(filer, staff), await aPresentedComplaint(filer, staff)];
    const done = await answered(await aPresentedComplaint(filer, staff));
    const { reference } = await anAskedIssue(staff, [first, moved, done]);
    const at = `/mco/issues/${reference}/answer`;
    const preview = await liaison.submit(at, answer);
    expect(preview.status).toBe(200);
    expect(preview.title).toContain('Answer 2 complaints');
    expect(preview.text).toMatch(
      new RegExp(`Not answered with it.*${done.reference}.*It has been answered.`),
    );
    expect(statusOf(await complaintOf(first))).toBe('with_mco');
    const back = await liaison.post(`${at}/preview`, { ...sentBy(preview), change: 'yes' });
    expect(back.$('textarea[name=action]').text()).toBe(answer.action);

    await perform('withdraw', moved.complaintId, filer, { version: moved.version });
    const sent = sentBy(preview);
    const twice = await Promise.all([liaison.post(at, sent), liaison.post(at, sent)]);
    expect(new Set(twice.map(({ location }) => location)).size).toBe(1);
    const outcome = await liaison.follow(twice[0]);
    expect(outcome.text).toContain('1 complaint is answered. 1 is left: answer it by itself.');
    expect(outcome.text).toContain('Renata Alder withdrew the complaint.');
    expect(statusOf(await complaintOf(first))).toBe('proposed');
    expect((await otherLiaison.get(twice[0]?.location ?? '')).status).toBe(404);
    const page = await liaison.get(`/mco/issues/${reference}`);
    expect(page.text).toContain('answered 1 complaint at once; 1 was left');
    expect(page.$('a[href$="/answer"]')).toHaveLength(0);
  });

  it('says of what a cut left waiting that it is being answered, however long ago that was', async () => {
    const complaint = await aPresentedComplaint(filer, staff);
    const { complaintId, version } = complaint;
    const { id: issueId, reference } = await anAskedIssue(staff, [complaint]);
    const made = { id: newId(), issueId, madeById: cast.liaison.id };
    await transaction((tx) => insertAnswer(tx, made, anAnswer(), [{ complaintId, version }]));
    await asOwner(
      app.ownerUrl(),
      `UPDATE issue_answer SET made_at = now() - interval '2 hours' WHERE id = $1`,
      [made.id],
    );
    const at = `/mco/issues/${reference}/answers/${made.id}`;
    expect((await liaison.get(at)).text).toContain(
      'They are being answered. Load this page again in a minute.',
    );
    await settleAnswers();
    expect((await liaison.get(at)).text).toContain('1 complaint is answered.');
    expect((await liaison.get(`/mco/issues/${reference}`)).text).toContain('answered 1 complaint at once');
  });

  it('of a closed issue is not to be had', async () => {
    const issue = await anAskedIssue(staff, [await aPresentedComplaint(filer, staff)]);
    await closeIssue(staff, issue.reference, { version: issue.version, words: 'Over.' });
    expect((await liaison.get(`/mco/issues/${issue.reference}/answer`)).status).toBe(409);
    const page = await liaison.get(`/mco/issues/${issue.reference}`);
    expect(page.text).toContain('Over.');
    expect(page.$('main form')).toHaveLength(0);
  });
});

function date(name: string, iso: string): Record<string, string> {
  const [year = '', month = '', day = ''] = iso.split('-');
  return { [`${name}-month`]: month, [`${name}-day`]: day, [`${name}-year`]: year };
}

/** The hidden fields of the form that confirms. */
function sentBy(page: Page): Record<string, string[]> {
  const sent: Record<string, string[]> = {};
  for (const { name, value } of page.$('main form').serializeArray())
    if (name !== '_csrf') sent[name] = [...(sent[name] ?? []), value];
  return sent;
}

function factsOf(page: Page): Record<string, string> {
  const rows = page.$('aside .summary__row').toArray();
  return Object.fromEntries(
    rows.map((row) => [page.$(row).find('dt').text(), page.$(row).find('dd').text().trim()]),
  );
}

async function answered(complaint: Performed): Promise<Performed> {
  return perform('propose', complaint.complaintId, plan, {
    version: complaint.version,
    position: 'upheld',
    words: 'No.',
    action: 'Nothing.',
    citation: 'Section 1',
    payOn: undefined,
    rows: {},
  });
}

async function complaintOf({ complaintId }: Performed) {
  return (await getComplaintById(staff, complaintId)).complaint;
}

function statusOf({ status }: { readonly status: string }): string {
  return status;
}
