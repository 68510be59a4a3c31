import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { receiveFile } from '../../src/attachments/receive-file.ts';
import type { Actor } from '../../src/complaint/actor.ts';
import type { ClaimsImport } from '../../src/complaint/claims-import/waiting.ts';
import { getComplaintById } from '../../src/complaint/complaints.queries.ts';
import type { DraftChanges } from '../../src/complaint/drafts.ts';
import { readFiled } from '../../src/complaint/filed.queries.ts';
import { CERTIFICATIONS } from '../../src/complaint/move-details.ts';
import { type Performed, perform } from '../../src/complaint/perform.ts';
import { today } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/identifier.ts';
import type { Cast } from './cast.ts';
import { aClaimLine, actor, aDispute, aDraft, aProposal } from './complaints.ts';

/** A draft or a complaint of the representative about Meridian, with the id of its one file. */
export interface SampleComplaint {
  readonly id: string;
  /** Empty for a draft. */
  readonly reference: string;
  readonly file: string;
}

export interface SampleComplaints {
  readonly drafts: Readonly<
    Record<'begun' | 'complete' | 'importing' | 'urgent' | 'tooEarly' | 'tooLate', SampleComplaint>
  >;
  readonly filed: Readonly<
    Record<'submitted' | 'returned' | 'presented' | 'answered' | 'closed', SampleComplaint>
  >;
}

export const SAMPLE_FILE = path.resolve(import.meta.dirname, '../samples/explanation-of-payment.pdf');

/** A complaint of the representative at every place of its life, made through the same doors that people use. */
export async function sampleComplaints(cast: Cast): Promise<SampleComplaints> {
  const filer = actor(cast.representative);
  return {
    drafts: {
      begun: await draftWithFile(filer, {}),
      complete: await draftWithFile(filer, disputeOf(45)),
      importing: await draftWithFile(filer, importing()),
      urgent: await draftWithFile(filer, urgent()),
      tooEarly: await draftWithFile(filer, disputeOf(10)),
      tooLate: await draftWithFile(filer, disputeOf(90)),
    },
    filed: await filedComplaints(cast),
  };
}

async function filedComplaints(cast: Cast): Promise<SampleComplaints['filed']> {
  const [filer, staff, plan] = [actor(cast.representative), actor(cast.analyst), actor(cast.liaison)];
  const file = (changes: DraftChanges) => fileComplaint(filer, changes);
  const submitted = await file(urgent());
  const returned = await file(disputeOf(41));
  await perform('return', returned.id, staff, {
    ...returned,
    missing: ['document'],
    words: 'Add the letter.',
  });
  const presented = await present(await file(disputeOf(42)), staff);
  const answered = await present(await file(disputeOf(43)), staff);
  await propose(answered, plan);
  const closed = await present(await file(disputeOf(44)), staff);
  const { version } = await propose(closed, plan);
  const words = 'The plan pays the claim with its next run.';
  await perform('close', closed.id, staff, { version, closureReason: 'RESOLVED_BY_MCO', words });
  return { submitted, returned, presented, answered, closed };
}

export type ReviewSamples = Readonly<Record<'drafted' | 'decided', SampleComplaint>>;

/** Of the representative's, one whose decision is drafted, and one that is decided. */
export async function reviewedComplaints(
  cast: Cast,
): Promise<Record<'drafted' | 'decided', SampleComplaint>> {
  const [filer, staff, plan] = [actor(cast.representative), actor(cast.analyst), actor(cast.liaison)];
  const people = { filer, staff, plan };
  const drafted = await present(await fileComplaint(filer, disputeOf(47)), staff);
  await review(drafted, people);
  const decided = await present(await fileComplaint(filer, disputeOf(46)), staff);
  const { version } = await review(decided, people);
  await perform('decide', decided.id, actor(cast.supervisor), { version });
  return { drafted, decided };
}

type Filed = SampleComplaint & { readonly version: number };

async function present(complaint: Filed, staff: Actor): Promise<Filed> {
  const { version } = await perform('present', complaint.id, staff, {
    version: complaint.version,
    priorReviewConfirmed: true,
  });
  return { ...complaint, version };
}

function propose({ id, version }: Filed, plan: Actor): Promise<Performed> {
  const words = 'The claims are paid with the next run.';
  return perform('propose', id, plan, { version, ...aProposal('overturned', words) });
}

/** Answered by the plan, refused, informed by both sides, and drafted. */
async function review(
  complaint: Filed,
  { filer, staff, plan }: { readonly filer: Actor; readonly staff: Actor; readonly plan: Actor },
): Promise<Performed> {
  const { id } = complaint;
  const upheld = await perform('propose', id, plan, { version: complaint.version, ...aProposal('upheld') });
  const { claimLines } = await readFiled((await getComplaintById(staff, id)).complaint);
  const refused = claimLines.map((line) => line.id);
  const words = 'We have sent all that we have.';
  const asked = await perform('request-review', id, filer, { version: upheld.version, refused, words });
  const half = await perform('inform', id, filer, { version: asked.version, words });
  const whole = await perform('inform', id, plan, { version: half.version, words });
  return perform('draft-decision', id, staff, {
    version: whole.version,
    closureReason: 'DECIDED_FOR_PROVIDER',
    words: 'The plan pays the claims.',
  });
}

async function fileComplaint(filer: Actor, changes: DraftChanges): Promise<Filed> {
  const draft = await draftWithFile(filer, changes);
  const { version, reference } = await perform('submit', draft.id, filer, {
    version: 1,
    certification: [...CERTIFICATIONS],
  });
  return { ...draft, reference: reference ?? '', version };
}

async function draftWithFile(filer: Actor, changes: DraftChanges): Promise<SampleComplaint> {
  const { id } = await aDraft(filer, changes);
  const target = { complaintId: id, side: 'provider', openIn: ['draft'], actor: filer } as const;
  const file = await receiveFile(
    target,
    'explanation-of-payment.pdf',
    Readable.from(readFileSync(SAMPLE_FILE)),
  );
  return { id, reference: '', file: file.id };
}

/** A disputed claim that was filed with the plan so many days ago. */
function disputeOf(days: number): DraftChanges {
  const filedOn = today().subtract({ days });
  const served = filedOn.subtract({ days: 20 }).toString();
  return aDispute({
    priorReview: { filedOn: filedOn.toString(), trackingNumber: `M-TRACK-${days}` },
    claimLines: [
      aClaimLine({ claimNumber: `CL26${days}`, serviceFrom: served, serviceTo: served }),
      aClaimLine({
        claimNumber: `CL27${days}`,
        serviceFrom: served,
        serviceTo: served,
        memberLastName: 'Haddad',
      }),
    ],
  });
}

/** A dispute with a row of a spreadsheet that is not right yet, and another spreadsheet of which no heading is known. */
function importing(): DraftChanges {
  const { document, ...columns } = disputeOf(46);
  const texts = {
    memberLastName: 'Okafor',
    memberFirstName: 'Wren',
    rin: '46615719',
    serviceFrom: '13/13/2026',
  };
  const cells = ['Okafor', '46615719', '8/5/2026'].map((text) => ({ text, kind: 'text' as const }));
  const claimsImport: ClaimsImport = {
    rows: [{ id: newId(), row: 7, texts, marks: {}, extra: ['called 2x'] }],
    table: {
      sheetName: null,
      isDelimited: true,
      rows: [{ number: 1, cells }],
      headerRow: null,
      otherSheets: [],
    },
  };
  return { ...columns, document: { ...document, claimsImport } };
}

function urgent(): DraftChanges {
  const needed = today().subtract({ days: 1 }).toString();
  return {
    ...aDispute(),
    topicCode: 'ACCESS_PRESCRIPTION',
    isUrgent: true,
    document: {
      screening: { program: 'managed-care' },
      priorReview: {
        filedOn: today().subtract({ days: 3 }).toString(),
        contact: 'Provider services, by telephone',
        answer: 'They promised to call back.',
      },
      claimLines: [aClaimLine({ serviceFrom: needed, serviceTo: needed })],
      story: {
        whatHappened: 'The prescription is rejected at the counter.',
        resolutionSought: 'Correct the formulary entry.',
        urgentReason: 'The member has had no insulin since yesterday.',
      },
    },
  };
}
