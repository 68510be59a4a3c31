import { beforeAll, describe, expect, it } from 'vitest';
import { importEnrolled } from '../../src/accounts/organization/enrolled-import.ts';
import { OPERATOR } from '../../src/accounts/origin.ts';
import type { Actor } from '../../src/complaint/actor.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { testApp } from '../support/app.ts';
import { aCast, type Cast } from '../support/cast.ts';
import { aClaimLine, actor, aDispute, aFiledComplaint } from '../support/complaints.ts';
import type { Page, Visitor } from '../support/visitor.ts';

const app = testApp();

let cast: Cast;
let filer: Actor;
let staff: Actor;
let analyst: Visitor;

beforeAll(async () => {
  cast = await aCast();
  filer = actor(cast.representative);
  staff = actor(cast.analyst);
  analyst = await app.signInAs(cast.analyst);
});

describe('The suggested next move', () => {
  it('of a sound complaint is to present it, and leads to that form', async () => {
    const complaint = await filed('SOUND1');
    const { text, href } = suggestionOn(await caseOf(complaint));
    expect(text).toBe('Present to the plan');
    expect(href).toBe(`/casework/complaints/${complaint.reference}/moves/present`);
  });

  it('of one that repeats an open one is to close it, in a form that is filled in, for a person to send', async () => {
    const earlier = await filed('TWICE1');
    const repeat = await filed('TWICE1');
    const { text, href } = suggestionOn(await caseOf(repeat));
    expect(text).toBe('Close: Duplicate of another complaint');
    expect(suggestionOn(await caseOf(earlier)).text).toBe('Present to the plan');
    const form = await analyst.get(href);
    expect(form.$('input[name=closureReason][checked]').attr('value')).toBe('DUPLICATE');
    expect(form.$('input[name=duplicateOf]').attr('value')).toBe(earlier.reference);
    const done = await analyst.submit(href, { words: 'It repeats the other.' }, 'main form.form');
    expect(done.status).toBe(303);
  });

  it('of one that repeats a closed one is to present it: that one may have come before its time', async () => {
    const { complaintId, version } = await filed('TWICE2');
    await perform('close', complaintId, staff, {
      version,
      closureReason: 'NOT_REVIEWED_BY_MCO',
      words: 'Come back.',
    });
    expect(suggestionOn(await caseOf(await filed('TWICE2'))).text).toBe('Present to the plan');
  });

  it('is gone once the complaint is elsewhere', async () => {
    const complaint = await filed('GONE1');
    const { complaintId, version } = complaint;
    await perform('present', complaintId, staff, { version, priorReviewConfirmed: true });
    expect((await caseOf(complaint)).$('.screening__next').length).toBe(0);
  });
});

describe('The list of enrolled providers', () => {
  it('of which there is none says so, and speaks against nobody', async () => {
    expect(enrolledOn(await caseOf(await filed('LIST1')))).toContain(
      'No list of enrolled providers was imported',
    );
  });

  it('that lacks the provider suggests to close the complaint; one that has them fits', async () => {
    const complaint = await filed('LIST2');
    await importList('1679576722');
    const missing = await caseOf(complaint);
    expect(enrolledOn(missing)).toContain('Not in the list of enrolled providers Does not fit');
    expect(suggestionOn(missing)).toEqual({
      text: 'Close: Not from an enrolled Medicaid provider',
      href: `/casework/complaints/${complaint.reference}/moves/close?reason=NOT_AN_ENROLLED_PROVIDER`,
    });
    await importList('1234567893');
    const found = await caseOf(complaint);
    expect(enrolledOn(found)).toContain('In the list as Prairie Grove Clinic Fits');
    expect(suggestionOn(found).text).toBe('Present to the plan');
  });

  it('that says they had left it on the day of filing is for staff to weigh', async () => {
    const complaint = await filed('LIST3');
    await importList('1234567893', '2020-12-31');
    const page = await caseOf(complaint);
    expect(enrolledOn(page)).toContain('Not enrolled on the day of filing Check');
    expect(suggestionOn(page).text).toBe('Present to the plan');
  });
});

describe('A form that its address fills in', () => {
  it('has ticked what the address says is missing, and passes over what is none', async () => {
    const { reference } = await filed('FILL1');
    const address = `/casework/complaints/${reference}/moves/return?missing=document&missing=tracking_number&missing=money`;
    const page = await analyst.get(address);
    const ticked = page
      .$('input[name=missing][checked]')
      .toArray()
      .map((box) => page.$(box).attr('value'));
    expect(ticked).toEqual(['tracking_number', 'document']);
  });

  it.each(['reason=<script>', 'reason=DECIDED_FOR_PROVIDER', 'reason[]=x&duplicateOf=nonsense', 'missing='])(
    'with %s is as empty as without',
    async (query) => {
      const { reference } = await filed('FILL2');
      const page = await analyst.get(`/casework/complaints/${reference}/moves/close?${query}`);
      expect(page.status).toBe(200);
      expect(page.$('main form.form [checked]').length).toBe(0);
      expect(page.$('input[name=duplicateOf]').attr('value') ?? '').toBe('');
    },
  );

  it('keeps what was typed rather than what its address says, once it was sent', async () => {
    const { reference } = await filed('FILL3');
    const address = `/casework/complaints/${reference}/moves/return?missing=document`;
    const refused = await analyst.post(address, { version: '1', missing: 'member', words: '' });
    expect(refused.status).toBe(422);
    const ticked = refused
      .$('input[name=missing][checked]')
      .toArray()
      .map((box) => refused.$(box).attr('value'));
    expect(ticked).toEqual(['member']);
  });
});

function filed(claimNumber: string): Promise<Performed> {
  const document = aDispute().document;
  const priorReview = { ...document?.priorReview, trackingNumber: `T-${claimNumber}` };
  const changes = aDispute({ priorReview, claimLines: [aClaimLine({ claimNumber })] });
  return aFiledComplaint(filer, changes);
}

function importList(npi: string, activeTo: string | null = null) {
  const row = {
    hfsProviderId: '371234567',
    npi,
    name: 'Prairie Grove Clinic',
    providerTypeCode: '010',
    activeFrom: '2015-01-01',
    activeTo,
  };
  return importEnrolled([row], OPERATOR);
}

function caseOf({ reference }: Performed): Promise<Page> {
  return analyst.get(`/casework/complaints/${reference}`);
}

function suggestionOn(page: Page): { text: string; href: string } {
  const link = page.$('.screening__next a');
  return { text: link.text(), href: link.attr('href') ?? '' };
}

function enrolledOn(page: Page): string {
  const row = page
    .$('.screening .summary__row')
    .toArray()
    .find((each) => page.$(each).text().includes('Enrolled provider'));
  return row ? page.$(row).text().replace(/\s+/g, ' ').trim() : '';
}
