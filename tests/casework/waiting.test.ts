import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRow } from '../../src/casework/queue-rows.view.ts';
import type { Actor } from '../../src/complaint/actor.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { listQueue } from '../../src/complaint/queue.queries.ts';
import { setClock, today } from '../../src/platform/clock.ts';
import { itIs } from '../complaint/support/passing-time.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aPresentedComplaint } from '../support/complaints.ts';
import { reviewedComplaints, type SampleComplaint } from '../support/sample-complaints.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();
const SUPERVISOR_TAB = '/casework?tab=supervisor';
let cast: Cast;
let filer: Actor;
let staff: Actor;
let plan: Actor;
let supervisor: Visitor;
let drafted: SampleComplaint;

beforeAll(async () => {
  itIs('2026-11-13');
  cast = await aCast();
  [filer, staff, plan] = [actor(cast.representative), actor(cast.analyst), actor(cast.liaison)];
  ({ drafted } = await reviewedComplaints(cast));
  supervisor = await app.signInAs(cast.supervisor);
});
afterAll(() => setClock(null));

type Named = Pick<Performed, 'reference'> | Pick<SampleComplaint, 'reference'>;
const textOf = (page: Page, selector: string) => page.$(selector).text().replace(/\s+/g, ' ').trim();
const rowOf = (page: Page, { reference }: Named) => textOf(page, `tr:contains("${reference}")`);
const caseOf = ({ reference }: Named) => supervisor.get(`/casework/complaints/${reference}`);
const holderOf = async (complaint: Named) => textOf(await caseOf(complaint), '.holder');

const references = (page: Page) =>
  page
    .$('tbody th a')
    .toArray()
    .map((link) => page.$(link).text());

describe('What waits for a supervisor', () => {
  it('are the requests for an extension and the drafts, in a list of their own', async () => {
    const { complaintId, version } = await aPresentedComplaint(filer, staff);
    const words = 'The records are in an archive.';
    const asked = await perform('request-extension', complaintId, plan, { version, words });
    const list = await supervisor.get(SUPERVISOR_TAB);
    expect(references(list).toSorted()).toEqual([asked.reference, drafted.reference].toSorted());
    expect(textOf(list, '.tabs')).toContain('Waiting for a supervisor 2');
    expect(rowOf(list, asked)).toContain('For a supervisor: request for an extension');
    expect(rowOf(list, drafted)).toContain('For a supervisor: draft of the decision');
    expect(await holderOf(asked)).toContain(
      'A supervisor decides the extension asked for on November 13, 2026.',
    );
    await perform('refuse-extension', complaintId, actor(cast.supervisor), {
      version: asked.version,
      words: 'There was time enough.',
    });
    expect(references(await supervisor.get(SUPERVISOR_TAB))).toEqual([drafted.reference]);
    expect(await holderOf(asked)).not.toContain('A supervisor');
  });

  it('ends with a draft that is sent back, and begins again with the next', async () => {
    expect(await holderOf(drafted)).toContain('The draft decision waits for a supervisor.');
    const version = Number(
      (await supervisor.get(`/casework/complaints/${drafted.reference}/moves/send-back`))
        .$('input[name=version]')
        .attr('value'),
    );
    const words = 'Name the rule.';
    const back = await perform('send-back', drafted.id, actor(cast.supervisor), { version, words });
    expect(references(await supervisor.get(SUPERVISOR_TAB))).toEqual([]);
    expect(await holderOf(drafted)).not.toContain('supervisor');
    await perform('draft-decision', drafted.id, staff, {
      version: back.version,
      closureReason: 'DECIDED_FOR_PROVIDER',
      words: 'The plan pays the claims, under 140.75.',
    });
    expect(references(await supervisor.get(SUPERVISOR_TAB))).toEqual([drafted.reference]);
  });
});

describe('What is owed beside the course of things', () => {
  it('is on the case page and in the queue: an answer to HFS, by either side', async () => {
    const { complaintId, version } = await aPresentedComplaint(filer, staff);
    const words = 'Which claim is it?';
    const half = await perform('ask-representative', complaintId, staff, { version, words });
    const asked = await perform('ask-plan', complaintId, staff, { version: half.version, words });
    const holder = await holderOf(asked);
    expect(holder).toContain(
      'The representative owes an answer to HFS’s question, due December 1, 2026, in 18 days.',
    );
    expect(holder).toContain(
      'Meridian Health Plan of Illinois owes an answer to HFS’s question, due December 1, 2026',
    );
    const row = rowOf(await supervisor.get('/casework?tab=open'), asked);
    expect(row).toContain('The representative answers HFS by Dec 1, 2026');
    expect(row).toContain('The plan answers HFS by Dec 1, 2026');
  });

  it('flags in the queue what the plan did not acknowledge in time, and not before', async () => {
    const { reference } = await aPresentedComplaint(filer, staff);
    expect(rowOf(await supervisor.get('/casework?tab=open'), { reference })).not.toContain('acknowledged');
    itIs('2026-12-01');
    supervisor = await app.signInAs(cast.supervisor);
    expect(rowOf(await supervisor.get('/casework?tab=open'), { reference })).toContain(
      'Not acknowledged: 14 days late',
    );
    expect(await holderOf({ reference })).toContain('has not acknowledged it: 14 days late.');
  });

  it('names both sides in one sentence while they send information', async () => {
    const { rows } = await listQueue({ kind: 'open' }, {}, 1);
    const [row] = rows;
    if (!row) throw new Error('The queue is empty');
    const given = { today: today(), accountId: cast.analyst.id };
    const { cells } = openRow({ ...row, status: 'department_review', dueOwner: 'both' }, given);
    expect(cells.at(-1)?.text).toBe('The representative and the plan');
  });
});

describe('What the plan gave back', () => {
  it('says so over the case page, with the day and the reason, until it is presented again', async () => {
    itIs('2026-11-24');
    supervisor = await app.signInAs(cast.supervisor);
    const { complaintId, version } = await aPresentedComplaint(filer, staff);
    const back = await perform('not-ours', complaintId, plan, { version, words: 'Not our member then.' });
    const alert = textOf(await caseOf(back), '.usa-alert--warning');
    expect(alert).toBe(
      'Meridian Health Plan of Illinois gave it back on November 24, 2026 Not our member then.',
    );
    await perform('present', complaintId, staff, { version: back.version, priorReviewConfirmed: true });
    expect((await caseOf(back)).text).not.toContain('gave it back on');
  });
});
