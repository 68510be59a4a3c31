import { beforeAll, describe, expect, it } from 'vitest';
import { listAuditEvents } from '../../../src/audit/audit.queries.ts';
import type { Actor } from '../../../src/complaint/actor.ts';
import { addStep, changeStep, commentOnPlan, removeStep } from '../../../src/complaint/issues/action-plan.ts';
import { changeIssue, getIssueFor } from '../../../src/complaint/issues/change-issue.ts';
import { listIssueEvents } from '../../../src/complaint/issues/events.queries.ts';
import { findIssueOf, listLinked, listSuggested } from '../../../src/complaint/issues/links.queries.ts';
import { linkComplaints, unlinkComplaint } from '../../../src/complaint/issues/links.ts';
import { listIssues } from '../../../src/complaint/issues/listed-issues.queries.ts';
import {
  acceptPlan,
  askPlan,
  closeIssue,
  editIssue,
  openIssue,
} from '../../../src/complaint/issues/manage.ts';
import { listSteps } from '../../../src/complaint/issues/steps.queries.ts';
import type { Performed } from '../../../src/complaint/perform.ts';
import { setLinkSecret } from '../../../src/notices/link-token.ts';
import { today } from '../../../src/platform/clock.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../src/platform/errors.ts';
import { newId } from '../../../src/platform/identifier.ts';
import { useKeys } from '../../support/app.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { actor, aDispute, aDraft, aFiledComplaint, aPresentedComplaint } from '../../support/complaints.ts';
import { asOwner, useDatabase } from '../../support/database.ts';
import { receiveMail, sentMail } from '../../support/mail.ts';
import { anAskedIssue, anIssue, aStep, issueNow } from './support.ts';

const database = useDatabase();
const keys = useKeys();

let cast: Cast;
let filer: Actor;
let analyst: Actor;
let supervisor: Actor;
let liaison: Actor;
let otherLiaison: Actor;

beforeAll(async () => {
  await keys.load();
  setLinkSecret('the secret of mailed links in tests');
  receiveMail();
  cast = await aCast();
  filer = actor(cast.representative);
  analyst = actor(cast.analyst);
  supervisor = actor(cast.supervisor);
  liaison = actor(cast.liaison);
  otherLiaison = actor(cast['other liaison']);
});

describe('Opening an issue', () => {
  it('gives it the next number of its own, a history and an audit event', async () => {
    const first = await anIssue(analyst);
    const second = await anIssue(analyst);
    expect(first.reference).toMatch(/^SI-\d{4}-\d{4}$/);
    expect(Number(second.reference.slice(-4))).toBe(Number(first.reference.slice(-4)) + 1);
    const [event] = await listIssueEvents(first.id, 'staff');
    expect(event).toMatchObject({ kind: 'open', actorName: 'Anselm Birch' });
    const [audit] = await listAuditEvents({ action: 'issue.open', actorId: cast.analyst.id }, 1);
    expect(audit?.subjectId).toBe(second.reference);
  });

  it('by the same form twice at once opens one', async () => {
    const form = { id: newId(), mcoCode: 'MERIDIAN', title: 'Twice', cause: 'A double click.' };
    const [one, other] = await Promise.all([openIssue(analyst, form), openIssue(analyst, form)]);
    expect(one).toBe(other);
    expect(await listIssueEvents(form.id, 'staff')).toHaveLength(1);
  });

  it('is not a plan’s to do, nor a representative’s', async () => {
    const form = { id: newId(), mcoCode: 'MERIDIAN', title: 'No', cause: 'No.' };
    for (const other of [liaison, filer, actor(cast.administrator)])
      await expect(openIssue(other, form)).rejects.toBeInstanceOf(Forbidden);
  });

  it('from a complaint that belongs to another opens nothing', async () => {
    const complaint = await aFiledComplaint(filer);
    const issue = await anIssue(analyst, [complaint]);
    const form = { id: newId(), mcoCode: 'MERIDIAN', title: 'Not opened', cause: 'Taken.' };
    await expect(openIssue(analyst, { ...form, complaintId: complaint.complaintId })).rejects.toThrow(
      `belongs to ${issue.reference} already`,
    );
    const open = await listIssues({ status: 'open', mcoCode: undefined, side: 'staff' }, 100);
    expect(open.map(({ title }) => title)).not.toContain('Not opened');
  });
});

describe('Linking complaints', () => {
  it('links several at once, and the history of the issue and the log of each complaint say so', async () => {
    const complaints = [await aFiledComplaint(filer), await aFiledComplaint(filer)];
    const issue = await anIssue(analyst, complaints);
    expect((await listLinked(issue.id)).map(({ reference }) => reference)).toEqual(numbers(complaints));
    const event = (await listIssueEvents(issue.id, 'staff')).at(-1);
    expect(event?.kind).toBe('link');
    expect(event?.facts.references).toEqual(numbers(complaints));
    const audit = await listAuditEvents({ complaintId: complaints[0]?.complaintId ?? '' }, 5);
    expect(audit[0]?.action).toBe('issue.link');
  });

  it('by reference number links the complaint that has it', async () => {
    const complaint = await aFiledComplaint(filer);
    const { id, reference } = await anIssue(analyst);
    const asked = { ids: [], references: [complaint.reference ?? ''] };
    expect(await linkComplaints(analyst, reference, asked)).toBe(1);
    expect(await linkComplaints(analyst, reference, asked)).toBe(0);
    expect(await listLinked(id)).toHaveLength(1);
  });

  it('of another plan is refused, and nothing else is linked with it', async () => {
    const own = await aFiledComplaint(filer);
    const others = await aFiledComplaint(filer, { ...aDispute(), mcoCode: 'BCCHP' });
    const { id, reference } = await anIssue(analyst);
    const asked = { ids: [own.complaintId, others.complaintId], references: [] };
    await expect(linkComplaints(analyst, reference, asked)).rejects.toThrow(
      `${others.reference} is about another plan`,
    );
    expect(await listLinked(id)).toEqual([]);
  });

  it('that is a draft is refused, as if it were not there', async () => {
    const draft = await aDraft(filer);
    const { id, reference } = await anIssue(analyst);
    await expect(
      linkComplaints(analyst, reference, { ids: [draft.id], references: [] }),
    ).rejects.toBeInstanceOf(Invalid);
    expect(await listLinked(id)).toEqual([]);
  });

  it('to two issues by two people at once: it belongs to one, and the other is told', async () => {
    const complaint = await aFiledComplaint(filer);
    const issues = [await anIssue(analyst), await anIssue(supervisor)];
    const asked = { ids: [complaint.complaintId], references: [] };
    const done = await Promise.allSettled([
      linkComplaints(analyst, issues[0]?.reference ?? '', asked),
      linkComplaints(supervisor, issues[1]?.reference ?? '', asked),
    ]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const linked = await Promise.all(issues.map(({ id }) => listLinked(id)));
    expect(linked.flat()).toHaveLength(1);
  });

  it('is ended, not deleted; and what was taken out may belong to another', async () => {
    const complaint = await aFiledComplaint(filer);
    const issue = await anIssue(analyst, [complaint]);
    await unlinkComplaint(supervisor, issue.reference, complaint.complaintId);
    await unlinkComplaint(supervisor, issue.reference, complaint.complaintId);
    expect(await listLinked(issue.id)).toEqual([]);
    expect((await listIssueEvents(issue.id, 'staff')).filter(({ kind }) => kind === 'unlink')).toHaveLength(
      1,
    );
    const other = await anIssue(analyst, [complaint]);
    expect((await findIssueOf(complaint.complaintId))?.reference).toBe(other.reference);
  });

  it('is not the plan’s to do', async () => {
    const complaint = await aPresentedComplaint(filer, analyst);
    const { reference } = await anAskedIssue(analyst);
    const asked = { ids: [complaint.complaintId], references: [] };
    await expect(linkComplaints(liaison, reference, asked)).rejects.toBeInstanceOf(Forbidden);
  });

  it('cannot be hidden from the history: the database refuses to change or delete an entry', async () => {
    const issue = await anIssue(analyst);
    for (const statement of ['UPDATE issue_event SET words = NULL', 'DELETE FROM issue_event'])
      await expect(
        asOwner(database.ownerUrl(), `${statement} WHERE issue_id = $1::uuid`, [issue.id]),
      ).rejects.toThrow('append-only');
    await expect(
      asOwner(database.ownerUrl(), `UPDATE issue SET mco_code = 'BCCHP' WHERE id = $1::uuid`, [issue.id]),
    ).rejects.toThrow('keeps its plan');
  });
});

describe('Suggestions', () => {
  it('are open complaints of the same plan and topic that belong to no issue, the newest first', async () => {
    const topic = { ...aDispute(), topicCode: 'DENIAL_CODING' };
    const linked = await aFiledComplaint(filer, topic);
    const issue = await anIssue(analyst, [linked]);
    const older = await aFiledComplaint(filer, topic);
    const newer = await aPresentedComplaint(filer, analyst, topic);
    await aFiledComplaint(filer, { ...topic, mcoCode: 'BCCHP' });
    await aFiledComplaint(filer, aDispute());
    await aDraft(filer, topic);
    const taken = await aFiledComplaint(filer, topic);
    await anIssue(analyst, [taken]);
    const suggested = await listSuggested(issue, 20);
    expect(suggested.map(({ reference }) => reference)).toEqual(numbers([newer, older]));
    expect(await listSuggested(issue, 1)).toHaveLength(1);
  });

  it('are none as long as nothing is linked, and not what was taken out again', async () => {
    const complaint = await aFiledComplaint(filer, { ...aDispute(), topicCode: 'DENIAL_ELIGIBILITY' });
    const stays = await aFiledComplaint(filer, { ...aDispute(), topicCode: 'DENIAL_ELIGIBILITY' });
    expect(await listSuggested(await anIssue(analyst), 20)).toEqual([]);
    const issue = await anIssue(analyst, [complaint, stays]);
    await unlinkComplaint(analyst, issue.reference, complaint.complaintId);
    expect(await listSuggested(issue, 20)).toEqual([]);
  });
});

describe('Who has an issue before them', () => {
  it('Before the plan is asked it does not exist for it, and never for another plan', async () => {
    const { reference, version } = await anIssue(analyst);
    await expect(getIssueFor(liaison, reference)).rejects.toBeInstanceOf(NotFound);
    await askPlan(analyst, reference, { version, dueOn: undefined });
    expect((await getIssueFor(liaison, reference)).side).toBe('plan');
    await expect(getIssueFor(otherLiaison, reference)).rejects.toBeInstanceOf(NotFound);
    const [audit] = await listAuditEvents({ action: 'issue.refuse-view' }, 1);
    expect(audit).toMatchObject({ actorId: cast['other liaison'].id, subjectId: reference });
  });

  it.each(['representative', 'colleague', 'administrator', 'privacy officer'] as const)(
    'for the %s it never exists, not to change it either',
    async (persona) => {
      const { reference } = await anAskedIssue(analyst);
      const nobody = actor(cast[persona]);
      await expect(getIssueFor(nobody, reference)).rejects.toBeInstanceOf(NotFound);
      const changed = changeIssue(nobody, reference, ['staff', 'plan'], async () => undefined);
      await expect(changed).rejects.toBeInstanceOf(NotFound);
    },
  );

  it('The plan is shown, and counts, only what was presented to it', async () => {
    const unseen = await aFiledComplaint(filer);
    const seen = await aPresentedComplaint(filer, analyst);
    const issue = await anAskedIssue(analyst, [unseen, seen]);
    const linked = await listLinked(issue.id, 'presented');
    expect(linked.map(({ reference }) => reference)).toEqual(numbers([seen]));
    const counted = async (side: 'staff' | 'plan') =>
      (await listIssues({ status: 'open', mcoCode: 'MERIDIAN', side }, 100)).find(
        ({ reference }) => reference === issue.reference,
      )?.complaints;
    expect(await counted('staff')).toBe(2);
    expect(await counted('plan')).toBe(1);
    expect(JSON.stringify(await listIssueEvents(issue.id, 'plan'))).not.toContain(unseen.reference);
  });

  it('Whoever was suspended does nothing more', async () => {
    const { reference, version } = await anIssue(analyst);
    await suspend(cast.supervisor.id, 'suspended');
    const edited = editIssue(supervisor, reference, { version, title: 'New', cause: 'New.' });
    await expect(edited).rejects.toThrow('Your access has ended');
    await suspend(cast.supervisor.id, 'active');
  });
});

describe('Changing an issue', () => {
  it('keeps in its history what was before', async () => {
    const issue = await anIssue(analyst);
    await editIssue(analyst, issue.reference, { version: 1, title: 'A better title', cause: issue.cause });
    const event = (await listIssueEvents(issue.id, 'staff')).at(-1);
    expect(event?.facts).toEqual({ titleBefore: 'Modifier 25 is ignored' });
    expect(await issueNow(issue.reference)).toMatchObject({ title: 'A better title', version: 2 });
  });

  it('by two people at once: one is first, and the other is told', async () => {
    const { reference, cause } = await anIssue(analyst);
    const done = await Promise.allSettled([
      editIssue(analyst, reference, { version: 1, title: 'One', cause }),
      editIssue(supervisor, reference, { version: 1, title: 'Other', cause }),
    ]);
    const refused = done.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(Conflict);
  });
});

describe('The action plan', () => {
  it('is asked of the plan once, by mail to its liaisons, and a double click asks no second time', async () => {
    const { id, reference, version } = await anIssue(analyst);
    const asked = { version, dueOn: today().add({ days: 14 }) };
    await Promise.all([askPlan(analyst, reference, asked), askPlan(analyst, reference, asked)]);
    expect((await listIssueEvents(id, 'plan')).map(({ kind }) => kind)).toEqual(['ask-plan']);
    const mail = (await sentMail()).filter(({ subject }) => subject.includes(reference));
    expect(mail.map(({ to }) => to.address)).toEqual([cast.liaison.email]);
    expect(mail[0]?.text).toContain(`/mco/issues/${reference}`);
    expect(mail[0]?.text).not.toContain('Modifier');
  });

  it('is written by the plan in steps; HFS gets one mail a day, and accepts what it has read', async () => {
    const { id, reference } = await anAskedIssue(analyst);
    const first = newId();
    await Promise.all([
      addStep(liaison, reference, first, aStep()),
      addStep(liaison, reference, first, aStep()),
    ]);
    await addStep(liaison, reference, newId(), aStep({ text: 'Tell the providers.' }));
    expect((await listSteps(id)).map(({ text }) => text)).toHaveLength(2);
    const mail = (await sentMail()).filter(({ subject }) =>
      subject.includes(`written on issue ${reference}`),
    );
    expect(mail.map(({ to }) => to.address)).toEqual([cast.analyst.email]);
    await expect(acceptPlan(analyst, reference, 1)).rejects.toBeInstanceOf(Conflict);
    await acceptPlan(analyst, reference, 2);
    expect((await issueNow(reference)).acceptedAt).not.toBeNull();
  });

  it('stays accepted when a step is done, and no longer when it promises something else', async () => {
    const { id, reference } = await anAskedIssue(analyst);
    const step = newId();
    await addStep(liaison, reference, step, aStep());
    await acceptPlan(analyst, reference, 1);
    await changeStep(liaison, reference, { id: step, version: 1 }, aStep({ doneOn: today() }));
    expect((await issueNow(reference)).acceptedAt).not.toBeNull();
    const later = aStep({ doneOn: today(), dueOn: today().add({ days: 90 }) });
    await changeStep(liaison, reference, { id: step, version: 2 }, later);
    expect((await issueNow(reference)).acceptedAt).toBeNull();
    const [listed] = await listSteps(id);
    expect(listed?.version).toBe(3);
  });

  it('A step that two liaisons change at once keeps one change, and tells the other', async () => {
    const { reference } = await anAskedIssue(analyst);
    const id = newId();
    await addStep(liaison, reference, id, aStep());
    const done = await Promise.allSettled([
      changeStep(liaison, reference, { id, version: 1 }, aStep({ text: 'One.' })),
      changeStep(liaison, reference, { id, version: 1 }, aStep({ text: 'Other.' })),
    ]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('A step that is removed is gone from the plan, and its words stay in the history', async () => {
    const issue = await anAskedIssue(analyst);
    const id = newId();
    await addStep(liaison, issue.reference, id, aStep());
    await removeStep(liaison, issue.reference, { id, version: 1 });
    await removeStep(liaison, issue.reference, { id, version: 1 });
    expect(await listSteps(issue.id)).toEqual([]);
    const events = await listIssueEvents(issue.id, 'staff');
    expect(events.filter(({ kind }) => kind === 'remove-step')).toHaveLength(1);
    expect(events.at(-1)?.words).toBe(aStep().text);
  });

  it('is the plan’s own to write, and another plan has none of it', async () => {
    const { reference } = await anAskedIssue(analyst);
    await expect(addStep(analyst, reference, newId(), aStep())).rejects.toBeInstanceOf(Forbidden);
    await expect(addStep(otherLiaison, reference, newId(), aStep())).rejects.toBeInstanceOf(NotFound);
    await expect(acceptPlan(liaison, reference, 0)).rejects.toBeInstanceOf(Forbidden);
  });

  it('is commented on by both sides; not before the plan was asked', async () => {
    const unasked = await anIssue(analyst);
    const words = 'When does the edit go?';
    await expect(commentOnPlan(analyst, unasked.reference, { id: newId(), words })).rejects.toBeInstanceOf(
      Conflict,
    );
    const issue = await anAskedIssue(analyst);
    const id = newId();
    await commentOnPlan(analyst, issue.reference, { id, words });
    await commentOnPlan(analyst, issue.reference, { id, words });
    await commentOnPlan(liaison, issue.reference, { id: newId(), words: 'Next week.' });
    const comments = (await listIssueEvents(issue.id, 'plan')).filter(({ kind }) => kind === 'comment');
    expect(comments.map((comment) => comment.words)).toEqual([words, 'Next week.']);
  });
});

describe('Closing an issue', () => {
  it('ends all change of it, tells the plan how, and lets its complaints belong to another', async () => {
    const complaint = await aPresentedComplaint(filer, analyst);
    const issue = await anAskedIssue(analyst, [complaint]);
    await closeIssue(supervisor, issue.reference, { version: issue.version, words: 'The edit is gone.' });
    const closed = await issueNow(issue.reference);
    expect(closed.status).toBe('closed');
    expect(await listLinked(issue.id)).toHaveLength(1);
    expect((await listIssueEvents(issue.id, 'plan')).at(-1)?.words).toBe('The edit is gone.');
    await expect(addStep(liaison, issue.reference, newId(), aStep())).rejects.toThrow('The issue is closed');
    const other = await anIssue(analyst, [complaint]);
    expect((await findIssueOf(complaint.complaintId))?.reference).toBe(other.reference);
  });
});

function numbers(complaints: readonly Performed[]): (string | null)[] {
  return complaints.map(({ reference }) => reference);
}

async function suspend(accountId: string, status: 'suspended' | 'active'): Promise<void> {
  await asOwner(database.ownerUrl(), `UPDATE account SET status = $2::"AccountStatus" WHERE id = $1::uuid`, [
    accountId,
    status,
  ]);
}
