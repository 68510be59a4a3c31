import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/complaint/actor.ts';
import { addStep } from '../../../src/complaint/issues/action-plan.ts';
import { askPlan, editIssue } from '../../../src/complaint/issues/manage.ts';
import { today } from '../../../src/platform/clock.ts';
import { formatDate } from '../../../src/platform/dates.ts';
import { newId } from '../../../src/platform/identifier.ts';
import { anAskedIssue, anIssue, aStep, issueNow } from '../../complaint/issues/support.ts';
import { testApp } from '../../support/app.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { actor, aDispute, aFiledComplaint, aPresentedComplaint } from '../../support/complaints.ts';
import type { Fields, Visitor } from '../../support/visitor.ts';

const app = testApp();

let cast: Cast;
let filer: Actor;
let staff: Actor;
let liaison: Actor;
let analyst: Visitor;

beforeAll(async () => {
  cast = await aCast();
  filer = actor(cast.representative);
  staff = actor(cast.analyst);
  liaison = actor(cast.liaison);
  analyst = await app.signInAs(cast.analyst);
});

describe('The list of issues', () => {
  it('is reached from the head of every page, and says so where there is none', async () => {
    const page = await analyst.get('/casework/issues');
    expect(page.text).toContain('No issue is open.');
    expect(page.$('nav a[aria-current=page]').first().text()).toBe('Issues');
    expect((await analyst.get('/casework/issues?state=closed')).text).toContain('No issue was closed yet.');
  });

  it('counts the complaints and says what is due next; the filter keeps to one plan', async () => {
    const { reference } = await anAskedIssue(staff, [await aFiledComplaint(filer)]);
    await addStep(liaison, reference, newId(), aStep({ dueOn: today().subtract({ days: 1 }) }));
    await addStep(liaison, reference, newId(), aStep({ doneOn: today() }));
    const row = (await analyst.get('/casework/issues?plan=MERIDIAN')).$('tbody tr').first().text();
    expect(row.replace(/\s+/g, ' ')).toMatch(
      /Modifier 25 is ignored.*Meridian.*1.*to be accepted.*1 of 2 steps done.*Overdue/,
    );
    expect((await analyst.get('/casework/issues?plan=AETNA')).text).toContain('No open issue of this plan.');
  });
});

describe('Opening an issue', () => {
  it('needs a plan, a title and a cause, and takes nothing that looks like a member’s number', async () => {
    const page = await analyst.submit('/casework/issues/new', {
      title: '',
      cause: 'RIN 205755710 was denied.',
    });
    expect(page.status).toBe(422);
    expect(page.errors).toEqual([
      'Choose the plan',
      'Write a title',
      'Leave out the number of nine digits: nothing about a member or a claim belongs here, and it looks like a RIN',
    ]);
    expect(page.$('textarea[name=cause]').text()).toBe('RIN 205755710 was denied.');
  });

  it('leads to its page, where complaints are linked by reference number', async () => {
    const complaint = await aFiledComplaint(filer);
    const opened = await analyst.submit('/casework/issues/new', {
      plan: 'MERIDIAN',
      title: 'Roster updates are lost',
      cause: 'Since the August release.',
    });
    expect(opened.location).toMatch(/^\/casework\/issues\/SI-\d{4}-\d{4}$/);
    expect((await analyst.get(opened.location)).text).toContain('No complaint is linked yet.');
    const linked = await analyst.submit(
      opened.location,
      { references: complaint.reference ?? '' },
      'form[action$=links]',
    );
    expect(linked.status).toBe(303);
    const page = await analyst.get(opened.location);
    expect(page.$('#linked tbody tr').text()).toContain(complaint.reference);
    expect(page.text).toContain('Not yet: the plan does not see it');
  });

  it('from the page of a complaint has its plan, and links it at once', async () => {
    const complaint = await aFiledComplaint(filer);
    const base = `/casework/complaints/${complaint.reference}`;
    const chooser = await analyst.get(`${base}/issue`);
    const href = chooser.$('a:contains("Open a new issue")').attr('href') ?? '';
    const opened = await analyst.submit(href, { title: 'Edits ignore modifiers', cause: 'Since August.' });
    const page = await analyst.get(opened.location);
    expect(page.$('#linked').text()).toContain(complaint.reference);
    expect((await analyst.get(base)).$('.issue-line').text()).toContain('Edits ignore modifiers');
  });
});

describe('Linking', () => {
  it('a complaint from its page offers the open issues of its plan, and no others', async () => {
    const mine = await anIssue(staff, [], { title: 'Of this plan' });
    await anIssue(staff, [], { title: 'Of another plan', mcoCode: 'BCCHP' });
    const { reference } = await aFiledComplaint(filer);
    const page = await analyst.get(`/casework/complaints/${reference}/issue`);
    expect(page.text).toContain('Of this plan');
    expect(page.text).not.toContain('Of another plan');
    const done = await analyst.submit(`/casework/complaints/${reference}/issue`, { issue: mine.reference });
    expect(done.location).toBe(`/casework/complaints/${reference}`);
    const again = await analyst.get(`/casework/complaints/${reference}/issue`);
    expect(again.text).toContain('a complaint belongs to one open issue at most');
    expect(again.$('main form')).toHaveLength(0);
  });

  it('what is suggested is ticked; what is of another plan, or no number, is refused with all that was typed', async () => {
    const topic = { ...aDispute(), topicCode: 'DENIAL_COORDINATION' };
    const issue = await anIssue(staff, [await aFiledComplaint(filer)]);
    const suggested = await aFiledComplaint(filer);
    const foreign = await aFiledComplaint(filer, { ...topic, topicCode: 'DENIAL_CODING', mcoCode: 'BCCHP' });
    const at = `/casework/issues/${issue.reference}`;
    const refused = await analyst.submit(
      at,
      { complaints: suggested.complaintId, references: `${foreign.reference}` },
      'form[action$=links]',
    );
    expect(refused.status).toBe(422);
    expect(refused.errors.join()).toContain(`${foreign.reference} is about another plan`);
    expect(refused.$(`input[value="${suggested.complaintId}"]`).attr('checked')).toBeDefined();
    expect(refused.$('textarea[name=references]').text()).toBe(foreign.reference);
    const done = await analyst.submit(at, { complaints: suggested.complaintId }, 'form[action$=links]');
    expect(done.status).toBe(303);
    const empty = await analyst.submit(at, {}, 'form[action$=links]');
    expect(empty.errors).toEqual(['Tick a complaint, or enter a reference number']);
    const out = await analyst.post(`${at}/unlink`, { complaint: suggested.complaintId });
    expect(out.status).toBe(303);
    expect((await analyst.get(at)).$('#linked tbody tr')).toHaveLength(1);
  });
});

describe('Working on an issue', () => {
  it('asks the plan, reads its steps, comments, and accepts what it has read', async () => {
    const issue = await anIssue(staff, [await aPresentedComplaint(filer, staff)]);
    const at = `/casework/issues/${issue.reference}`;
    const past = await analyst.submit(`${at}/ask`, {
      'dueOn-month': '1',
      'dueOn-day': '1',
      'dueOn-year': '2020',
    });
    expect(past.errors).toEqual(['The day by which the plan answers must be today or later']);
    expect((await analyst.submit(`${at}/ask`, {})).location).toBe(at);
    expect((await analyst.get(at)).text).toContain('The plan has written no step yet.');
    await addStep(liaison, issue.reference, newId(), aStep());
    const stale = await analyst.get(at);
    await addStep(liaison, issue.reference, newId(), aStep({ text: 'Tell the providers.' }));
    const seen = stale.$('input[name=planVersion]').attr('value') ?? '';
    const early = await analyst.post(`${at}/accept`, { planVersion: seen });
    expect(early.status).toBe(409);
    expect(early.text).toContain('The plan changed its action plan after you opened it');
    expect((await analyst.submit(at, {}, 'form[action$=accept]')).status).toBe(303);
    const commented = await analyst.submit(at, { words: 'Thank you.' }, 'form[action$=comments]');
    expect(commented.status).toBe(303);
    const page = await analyst.get(at);
    expect(page.text).toContain('Action plan accepted');
    expect(page.$('#comments').text()).toContain('Thank you.');
  });

  it('changes the day by which the plan answers, takes it away again, and says so each time', async () => {
    const issue = await anIssue(staff, [await aPresentedComplaint(filer, staff)]);
    const at = `/casework/issues/${issue.reference}`;
    const by = today().add({ days: 20 });
    const day = { 'dueOn-month': by.month, 'dueOn-day': by.day, 'dueOn-year': by.year };
    const typed = Object.fromEntries(Object.entries(day).map(([name, value]) => [name, String(value)]));
    const none = Object.fromEntries(Object.keys(day).map((name) => [name, '']));
    const saved = async (fields: Fields) => {
      const done = await analyst.submit(`${at}/ask`, fields);
      return (await analyst.follow(done)).text;
    };
    expect(await saved(none)).toContain('is asked for an action plan');
    const changed = await saved(typed);
    expect(changed).toContain('The day is changed.');
    expect(changed).toContain(`changed the day by which HFS wants the action plan to ${formatDate(by)}`);
    const cleared = await saved(none);
    expect(cleared).toContain('The action plan has no day any more.');
    expect(cleared).toContain('took away the day by which HFS wanted the action plan');
    expect(cleared.split('asked the plan for an action plan').length - 1).toBe(1);
  });

  it('after a colleague’s change shows both, and takes the form when it is sent again', async () => {
    const { reference, cause } = await anIssue(staff);
    const at = `/casework/issues/${reference}/edit`;
    const mine = { title: 'Mine', cause, version: '1' };
    await editIssue(actor(cast.supervisor), reference, { version: 1, title: 'Theirs', cause });
    const conflict = await analyst.submit(at, mine);
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain('Theirs');
    expect(conflict.$('input[name=title]').attr('value')).toBe('Mine');
    expect(conflict.$('input[name=version]').attr('value')).toBe('2');
    expect((await analyst.submit(at, { title: 'Mine', cause })).status).toBe(303);
    expect((await issueNow(reference)).title).toBe('Mine');
  });

  it('closes it with words; a second click finds it closed, and its page offers no change', async () => {
    const { reference } = await anIssue(staff, [await aFiledComplaint(filer)]);
    const at = `/casework/issues/${reference}`;
    expect((await analyst.submit(`${at}/close`, { words: '' })).errors).toEqual(['Write how it ended']);
    const sent = { version: '1', words: 'The plan mended its system.' };
    const twice = await Promise.all([analyst.post(`${at}/close`, sent), analyst.post(`${at}/close`, sent)]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    const page = await analyst.get(at);
    expect(page.text).toContain('The plan mended its system.');
    expect(page.$('main form[action]:not([action=""])')).toHaveLength(0);
    expect((await analyst.get(`${at}/edit`)).status).toBe(409);
  });

  it('The representative finds nothing of it: not on the page of the complaint, and not by its address', async () => {
    const complaint = await aPresentedComplaint(filer, staff);
    const issue = await anIssue(staff, [complaint, await aFiledComplaint(filer)]);
    await askPlan(staff, issue.reference, { version: 1, dueOn: undefined });
    const representative = await app.signInAs(cast.representative);
    const page = await representative.get(`/complaints/${complaint.reference}`);
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('SI-');
    expect(page.body).not.toContain('ssue');
    for (const area of ['casework', 'mco'])
      expect((await representative.get(`/${area}/issues/${issue.reference}`)).status).toBe(403);
  });
});
