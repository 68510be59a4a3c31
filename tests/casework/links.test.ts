import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { getComplaintById } from '../../src/complaint/complaints.queries.ts';
import { listLinks } from '../../src/complaint/links.queries.ts';
import { linkComplaints } from '../../src/complaint/links.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { prisma } from '../../src/platform/database/database.ts';
import { Conflict } from '../../src/platform/errors.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { actor, aFiledComplaint, aPresentedComplaint } from '../support/complaints.ts';
import { sentMail } from '../support/mail.ts';
import type { Visitor } from '../support/visitor.ts';
import { urgentChanges } from './complaints.ts';

const app = testApp();

let cast: Cast;
let filer: Actor;
let staff: Actor;
let supervisor: Actor;
let analyst: Visitor;
let representative: Visitor;
let liaison: Visitor;

beforeAll(async () => {
  cast = await aCast();
  filer = actor(cast.representative);
  staff = actor(cast.analyst);
  supervisor = actor(cast.supervisor);
  analyst = await app.signInAs(cast.analyst);
  representative = await app.signInAs(cast.representative);
  liaison = await app.signInAs(cast.liaison);
});

const WHY = 'Both are about the same remittance.';

describe('Linking two complaints', () => {
  it('shows on both their pages how they belong together, why, and by whom', async () => {
    const [one, other] = [await aFiledComplaint(filer), await aFiledComplaint(filer)];
    const sent = { reference: referenceOf(other).toLowerCase(), kind: 'duplicate', words: WHY };
    const done = await analyst.submit(linksOf(one), sent, FORM);
    expect((await analyst.follow(done)).text).toContain('The two are linked.');
    const [own, others] = [await caseOf(one), await caseOf(other)];
    expect(own).toContain(`Duplicate of ${referenceOf(other)}`);
    expect(others).toContain(`Repeated by ${referenceOf(one)}`);
    for (const text of [own, others]) expect(text).toContain(`${WHY} Linked by Anselm Birch`);
    const officer = await app.signInAs(cast['privacy officer']);
    const logs = [
      own,
      (await analyst.get(`/casework/complaints/${one.reference}/events`)).text,
      (await officer.get(`/administration/audit?complaint=${one.reference}`)).text,
    ];
    for (const text of logs) expect(text).toContain(`with: ${referenceOf(other)}`);
  });

  it('as a duplicate speaks against presenting it, and closing it as one is what is suggested', async () => {
    const other = await aFiledComplaint(filer);
    await perform('close', other.complaintId, staff, {
      version: other.version,
      closureReason: 'FEE_FOR_SERVICE',
      words: 'Call HFS.',
    });
    const one = await aFiledComplaint(filer, urgentChanges());
    const link = { kind: 'duplicate', reference: referenceOf(other), words: WHY } as const;
    await linkComplaints(one.complaintId, link, staff);
    const page = await analyst.get(`/casework/complaints/${one.reference}`);
    const screening = page.$('.screening').text().replace(/\s+/g, ' ');
    expect(screening).toContain(`Duplicates Linked as a duplicate of ${other.reference} Check`);
    expect(screening).not.toContain('No other complaint shares');
    expect(page.$('.screening__next a').text()).toBe('Close: Duplicate of another complaint');
    expect(page.$('.screening__next a').attr('href')).toContain(`duplicateOf=${other.reference}`);
  });

  it('of the same matter reads the same from both sides', async () => {
    const [one, other] = await linked('same_matter');
    expect(await caseOf(one)).toContain(`Same matter as ${referenceOf(other)}`);
    expect(await caseOf(other)).toContain(`Same matter as ${referenceOf(one)}`);
  });

  it('is seen neither by the representative nor by the plan, and moves nothing', async () => {
    const one = await aPresentedComplaint(filer, staff);
    const other = await aFiledComplaint(filer);
    await linkComplaints(
      one.complaintId,
      { kind: 'same_matter', reference: referenceOf(other), words: WHY },
      staff,
    );
    for (const page of [
      await representative.get(`/complaints/${one.reference}`),
      await liaison.get(`/mco/complaints/${one.reference}`),
    ]) {
      expect(page.status).toBe(200);
      expect(page.body).not.toContain(WHY);
      expect(page.body).not.toContain(referenceOf(other));
    }
    expect((await complaintOf(one)).version).toBe(one.version);
  });

  it.each([
    [
      'nothing at all',
      {},
      [
        'Enter the reference of the other complaint',
        'Choose how they belong together',
        'Write why they belong together',
      ],
    ],
    ['what is no reference', { reference: 'nonsense' }, ['Enter a reference number like PC-2026-000123-K']],
    [
      'a mistyped reference',
      { reference: 'PC-2026-000001-0' },
      ['Check the reference number: at least one character is mistyped'],
    ],
  ])('with %s is refused, and what was typed is kept', async (_, changes, errors) => {
    const complaint = await aFiledComplaint(filer);
    const typed = Object.keys(changes).length === 0 ? {} : { kind: 'same_matter', words: WHY, ...changes };
    const refused = await analyst.submit(linksOf(complaint), typed, FORM);
    expect(refused.status).toBe(422);
    expect(refused.errors).toEqual(errors);
    if ('words' in typed) expect(refused.$('textarea[name=words]').text()).toBe(WHY);
  });

  it('with itself is refused', async () => {
    const complaint = await aFiledComplaint(filer);
    const sent = { reference: referenceOf(complaint), kind: 'duplicate', words: WHY };
    const refused = await analyst.submit(linksOf(complaint), sent, FORM);
    expect(refused.errors).toEqual(['Enter another complaint: this is its own reference']);
  });

  it('twice, from either side, is refused; by two people at once, one makes it', async () => {
    const [one, other] = await linked('same_matter');
    const sent = { reference: referenceOf(one), kind: 'same_matter', words: WHY };
    const refused = await analyst.submit(linksOf(other), sent, FORM);
    expect(refused.errors).toEqual(['The two are linked as the same matter already.']);
    const [a, b] = [await aFiledComplaint(filer), await aFiledComplaint(filer)];
    const results = await Promise.allSettled([
      linkComplaints(a.complaintId, { kind: 'duplicate', reference: referenceOf(b), words: WHY }, staff),
      linkComplaints(b.complaintId, { kind: 'duplicate', reference: referenceOf(a), words: WHY }, supervisor),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await listLinks(a.complaintId)).length).toBe(1);
  });

  it('is ended and not deleted; once ended it may be made anew', async () => {
    const [one, other] = await linked('same_matter');
    await analyst.submit(linksOf(other), {}, 'form[action$="/end"]');
    expect(await caseOf(one)).not.toContain('Same matter as');
    const page = await analyst.get(linksOf(one));
    expect(page.text).toContain('Links that were ended');
    expect(page.text).toContain('ended by Anselm Birch');
    await linkComplaints(
      one.complaintId,
      { kind: 'same_matter', reference: referenceOf(other), words: WHY },
      staff,
    );
    expect((await listLinks(one.complaintId)).length).toBe(2);
  });

  it('that was ended already, or is another complaint’s, is not ended again', async () => {
    const [one] = await linked('same_matter');
    const stranger = await aFiledComplaint(filer);
    const [link] = await listLinks(one.complaintId);
    expect((await analyst.post(`${linksOf(stranger)}/${link?.id}/end`)).status).toBe(409);
    expect((await analyst.post(`${linksOf(one)}/${link?.id}/end`)).status).toBe(303);
    expect((await analyst.post(`${linksOf(one)}/${link?.id}/end`)).status).toBe(409);
    expect((await analyst.post(`${linksOf(one)}/nonsense/end`)).status).toBe(404);
  });

  it('is for HFS alone, and both complaints’ logs name who did it', async () => {
    const [one, other] = await linked('duplicate');
    for (const visitor of [representative, liaison]) {
      expect((await visitor.get(linksOf(one))).status).toBe(403);
      expect((await visitor.post(linksOf(one), {})).status).toBe(403);
    }
    for (const { complaintId } of [one, other]) {
      const where = { complaintId, action: 'complaint.link', actorId: cast.analyst.id };
      expect(await prisma().auditEvent.count({ where })).toBe(1);
    }
  });

  it('keeps why it was made under the complaint’s key', async () => {
    const [one] = await linked('duplicate');
    const [link] = await prisma().complaintLink.findMany({ where: { fromId: one.complaintId } });
    expect(Buffer.from(link?.words ?? []).toString('latin1')).not.toContain('remittance');
  });
});

describe('Closing as a duplicate', () => {
  const words = 'It repeats an earlier one.';

  it('asks of which, closes it and links the two in one', async () => {
    const [earlier, repeat] = [await aFiledComplaint(filer), await aFiledComplaint(filer)];
    const form = `${pageOf(repeat)}/moves/close`;
    const refused = await analyst.submit(form, { closureReason: 'DUPLICATE', words }, 'main form.form');
    expect(refused.errors).toEqual(['Enter the reference of the complaint that it repeats']);
    expect(refused.$('#duplicateOf').attr('name')).toBe('duplicateOf');
    const sent = { closureReason: 'DUPLICATE', duplicateOf: referenceOf(earlier), words };
    const done = await analyst.submit(form, sent, 'main form.form');
    expect(done.status).toBe(303);
    expect((await complaintOf(repeat)).status).toBe('closed');
    expect(await caseOf(repeat)).toContain(`Duplicate of ${referenceOf(earlier)}`);
    expect(await caseOf(earlier)).toContain(`Repeated by ${referenceOf(repeat)}`);
  });

  it('does not tell the representative which, whose it may not be', async () => {
    const earlier = await aFiledComplaint(actor(cast['other representative']));
    const repeat = await aFiledComplaint(filer);
    await closeAs(repeat, earlier, staff);
    const page = await representative.get(`/complaints/${repeat.reference}`);
    expect(page.text).toContain('Duplicate of another complaint');
    expect(page.body).not.toContain(referenceOf(earlier));
  });

  it.each([
    ['itself', (own: Performed) => referenceOf(own), 'Enter another complaint: this is its own reference'],
    ['what is no reference', () => 'the first one', 'Enter a reference number like PC-2026-000123-K'],
  ])('of %s is refused, and nothing changes', async (_, duplicateOf, problem) => {
    const complaint = await aFiledComplaint(filer);
    const sent = { closureReason: 'DUPLICATE', duplicateOf: duplicateOf(complaint), words };
    const refused = await analyst.submit(`${pageOf(complaint)}/moves/close`, sent, 'main form.form');
    expect(refused.errors).toEqual([problem]);
    expect(await complaintOf(complaint)).toMatchObject({ status: 'submitted', version: complaint.version });
    expect(await listLinks(complaint.complaintId)).toEqual([]);
  });

  it('of one that is a duplicate of this one is refused', async () => {
    const [one, other] = await linked('duplicate');
    const sent = { closureReason: 'DUPLICATE', duplicateOf: referenceOf(one), words };
    const refused = await analyst.submit(`${pageOf(other)}/moves/close`, sent, 'main form.form');
    expect(refused.errors).toEqual(['That complaint is itself linked as a duplicate of this one']);
  });

  it('that is linked so already leaves that link as it is', async () => {
    const [one, other] = await linked('duplicate');
    await closeAs(one, other, staff);
    expect((await listLinks(one.complaintId)).map((link) => link.words)).toEqual([WHY]);
  });

  it('each of the other, by two people at once, closes one of them', async () => {
    const [one, other] = [await aFiledComplaint(filer), await aFiledComplaint(filer)];
    const results = await Promise.allSettled([closeAs(one, other, staff), closeAs(other, one, supervisor)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const statuses = [(await complaintOf(one)).status, (await complaintOf(other)).status];
    expect(statuses.toSorted()).toEqual(['closed', 'submitted']);
    expect((await listLinks(one.complaintId)).length).toBe(1);
  });

  it('with a form that is out of date links nothing', async () => {
    const [earlier, repeat] = [await aFiledComplaint(filer), await aFiledComplaint(filer)];
    const { version } = repeat;
    await perform('assign', repeat.complaintId, supervisor, { version, assignee: cast.supervisor.id });
    await expect(closeAs(repeat, earlier, staff)).rejects.toBeInstanceOf(Conflict);
    expect(await listLinks(repeat.complaintId)).toEqual([]);
  });

  it('for another reason does not mind what was typed before it was chosen', async () => {
    const complaint = await aFiledComplaint(filer);
    const sent = {
      closureReason: 'FEE_FOR_SERVICE',
      duplicateOf: 'nonsense',
      referredTo: 'The court',
      words,
    };
    const done = await analyst.submit(`${pageOf(complaint)}/moves/close`, sent, 'main form.form');
    expect(done.status).toBe(303);
    expect(await listLinks(complaint.complaintId)).toEqual([]);
    expect(await caseOf(complaint)).not.toContain('The court');
  });

  function closeAs(repeat: Performed, earlier: Performed, by: Actor): Promise<Performed> {
    const duplicateOf = referenceOf(earlier);
    const { complaintId, version } = repeat;
    return perform('close', complaintId, by, { version, closureReason: 'DUPLICATE', duplicateOf, words });
  }
});

describe('Closing as referred', () => {
  const given = { closureReason: 'REFERRED', words: 'They decide on this.' };

  it('asks where to, and tells the representative on the page and in the history, and by mail only that it is closed', async () => {
    const complaint = await aPresentedComplaint(filer, staff);
    const form = `${pageOf(complaint)}/moves/close`;
    const refused = await analyst.submit(form, given, 'main form.form');
    expect(refused.errors).toEqual(['Enter the agency or office to which it is referred']);
    expect(refused.$('textarea[name=words]').text()).toBe(given.words);
    const referredTo = 'the  Department of Insurance';
    await analyst.submit(form, { ...given, referredTo }, 'main form.form');
    const page = await representative.get(`/complaints/${complaint.reference}`);
    expect(page.$('.outcome').text()).toContain('Referred to the Department of Insurance');
    expect(page.$('.timeline').text()).toContain('Referred to the Department of Insurance');
    expect((await sentMail()).filter((mail) => mail.text.includes('Insurance'))).toEqual([]);
  });

  it('does not tell the plan', async () => {
    const complaint = await aPresentedComplaint(filer, staff);
    const { complaintId, version } = complaint;
    await perform('close', complaintId, staff, {
      version,
      ...given,
      referredTo: 'the Department of Insurance',
    });
    const page = await liaison.get(`/mco/complaints/${complaint.reference}`);
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('Department of Insurance');
  });
});

const FORM = 'form.form';

async function linked(kind: 'same_matter' | 'duplicate'): Promise<[Performed, Performed]> {
  const [one, other] = [await aFiledComplaint(filer), await aFiledComplaint(filer)];
  await linkComplaints(one.complaintId, { kind, reference: referenceOf(other), words: WHY }, staff);
  return [one, other];
}

function referenceOf({ reference }: Performed): string {
  return reference ?? '';
}

function pageOf({ reference }: Performed): string {
  return `/casework/complaints/${reference}`;
}

function linksOf(complaint: Performed): string {
  return `${pageOf(complaint)}/links`;
}

async function caseOf(complaint: Performed): Promise<string> {
  return (await analyst.get(pageOf(complaint))).text;
}

async function complaintOf({ complaintId }: Performed) {
  return (await getComplaintById(staff, complaintId)).complaint;
}
