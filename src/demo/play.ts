import { Readable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import { receiveFile } from '../attachments/receive-file.ts';
import type { Actor } from '../complaint/actor.ts';
import { disputedCents } from '../complaint/claim-totals.ts';
import { getComplaintById } from '../complaint/complaints.queries.ts';
import type { ClaimLine, ComplaintDocument } from '../complaint/document.ts';
import { beginDraft, saveDraft } from '../complaint/drafts.ts';
import { CERTIFICATIONS } from '../complaint/move-details.ts';
import { recordOpenedByPlan } from '../complaint/opened.queries.ts';
import { type Performed, perform } from '../complaint/perform.ts';
import type { Position } from '../complaint/position.ts';
import type { TypedRow } from '../complaint/proposal.ts';
import { getReference } from '../complaint/reference.queries.ts';
import { listFilingSites } from '../complaint/sites.queries.ts';
import { auditView } from '../complaint/view-audit.queries.ts';
import { setClock, today, ZONE } from '../platform/clock.ts';
import { newId } from '../platform/identifier.ts';
import { centsToText } from '../platform/money.ts';
import { answerFor, resolvedWords } from './answers.ts';
import { earlierReference } from './demo.queries.ts';
import { demoFiles } from './files.ts';
import type { Event, Life } from './lives.ts';
import { demoClaimLines } from './members.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';

/** Who plays which part. */
export interface Cast {
  readonly representatives: readonly Actor[];
  readonly analyst: Actor;
  readonly supervisor: Actor;
  /** By plan; for plans without one, nobody answers. */
  readonly liaisons: ReadonlyMap<string, Actor>;
}

/** The clock shows ten in the morning of a past day, and a minute more for every move of that day. */
const START_HOUR = 10;

/** Plays one life through the same doors that users take, with the clock set back; what lies ahead of today is left. */
export async function playLife(
  life: Life,
  seed: number,
  cast: Cast,
  today: Temporal.PlainDate,
): Promise<void> {
  const filer = cast.representatives[life.representative];
  if (!filer) throw new Error('A demonstration complaint has no representative');
  const filedOn = today.subtract({ days: life.filedDaysAgo });
  try {
    setClockTo(filedOn, 0);
    const draft = await writeDraft(life, seed, filer, filedOn);
    if (life.isDraft) return;
    let performed = await perform('submit', draft.id, filer, {
      version: draft.version,
      certification: [...CERTIFICATIONS],
    });
    for (const [turn, event] of life.events.entries()) {
      const on = filedOn.add({ days: event.day });
      if (Temporal.PlainDate.compare(on, today) >= 0) return;
      setClockTo(on, turn + 1);
      performed = await playEvent(event, performed, { filer, life, cast, ...draft });
    }
  } finally {
    setClock(null);
  }
}

async function writeDraft(
  life: Life,
  seed: number,
  filer: Actor,
  filedOn: Temporal.PlainDate,
): Promise<Pick<Played, 'lines' | 'category'> & { id: string; version: number }> {
  const scenario: Scenario = SCENARIOS[life.scenario];
  const [site] = await listFilingSites(filer);
  const id = await beginDraft(filer, newId(), { siteId: site?.id });
  const document = await documentOf(life, scenario, seed, filedOn);
  const version = await saveDraft(id, filer, 0, {
    mcoCode: life.mcoCode,
    programCode: 'HealthChoice',
    topicCode: scenario.topicCode,
    isUrgent: scenario.isUrgent,
    document,
  });
  const target = { complaintId: id, side: 'provider', openIn: ['draft'], actor: filer } as const;
  for (const { name, text } of demoFiles(scenario, seed)) {
    await receiveFile(target, name, Readable.from([Buffer.from(text)]));
  }
  const { topics } = await getReference();
  const category = topics.find(({ code }) => code === scenario.topicCode)?.categoryCode ?? '';
  return { id, version, lines: document.claimLines, category };
}

async function documentOf(
  life: Life,
  scenario: Scenario,
  seed: number,
  filedOn: Temporal.PlainDate,
): Promise<ComplaintDocument> {
  const { topics } = await getReference();
  const isDispute = topics.find((topic) => topic.code === scenario.topicCode)?.disputedClaim ?? false;
  const askedOn = filedOn.subtract({ days: scenario.isUrgent ? 3 : 34 });
  const { whatHappened, resolutionSought, urgentReason } = scenario;
  return {
    screening: { program: 'managed-care' },
    priorReview: {
      filedOn: askedOn.toString(),
      ...(isDispute ? { trackingNumber: trackingNumber(life.mcoCode, askedOn, seed) } : {}),
      answeredOn: askedOn.add({ days: scenario.isUrgent ? 1 : 16 }).toString(),
      contact: 'Provider services, by telephone and letter',
      answer: 'The plan stood by its determination.',
    },
    claimLines: demoClaimLines(seed, life.claims, askedOn.subtract({ days: 20 }), scenario.carc),
    story: { whatHappened, resolutionSought, ...(urgentReason ? { urgentReason } : {}) },
  };
}

/** Blue Cross Community's numbers begin with the year and the day of the year on which they were given. */
function trackingNumber(mcoCode: string, on: Temporal.PlainDate, seed: number): string {
  if (mcoCode !== 'BCCHP') return `${mcoCode.slice(0, 2)}${700_000 + seed}`;
  return `${String(on.year).slice(2)}${String(on.dayOfYear).padStart(3, '0')}${String(seed).padStart(7, '0')}`;
}

interface Played {
  readonly filer: Actor;
  readonly life: Life;
  readonly cast: Cast;
  /** The claims of the complaint. */
  readonly lines: readonly ClaimLine[];
  /** What its topic belongs to. */
  readonly category: string;
}

async function playEvent(
  event: Event,
  { complaintId, version }: Performed,
  { filer, life, cast, lines, category }: Played,
): Promise<Performed> {
  const reader = () => readingLiaison(complaintId, liaisonOf(life.mcoCode, cast));
  switch (event.move) {
    case 'assign':
      return perform('assign', complaintId, cast.supervisor, {
        version,
        assignee: cast.analyst.accountId ?? newId(),
      });
    case 'present':
      return perform('present', complaintId, cast.analyst, { version, priorReviewConfirmed: true });
    case 'acknowledge':
      return perform('acknowledge', complaintId, await reader(), {
        version,
        contact: 'Provider disputes, 312-555-0147',
      });
    case 'accept':
      return perform('accept', complaintId, filer, { version });
    case 'request-extension':
      return perform('request-extension', complaintId, await reader(), {
        version,
        words: event.words,
      });
    case 'ask-plan':
      return perform('ask-plan', complaintId, cast.analyst, { version, words: event.words });
    case 'request-review':
      return perform('request-review', complaintId, filer, {
        version,
        words: event.words,
        refused: lines.flatMap(({ id, billedCents }) => (billedCents === undefined ? [] : [id])),
      });
    case 'inform':
      return perform('inform', complaintId, event.by === 'filer' ? filer : await reader(), {
        version,
        words: event.words,
      });
    case 'draft-decision':
      return perform('draft-decision', complaintId, cast.analyst, {
        version,
        closureReason: event.reason,
        words: event.words,
      });
    case 'decide':
      return perform('decide', complaintId, cast.supervisor, { version });
    case 'confirm-payment':
      return perform('confirm-payment', complaintId, await reader(), {
        version,
        amount: lines.reduce((sum, { billedCents = 0 }) => sum + billedCents, 0),
        paidOn: today(),
        paymentMethod: 'eft',
        trace: `TRN${String(lines.length).padStart(4, '0')}7781`,
      });
    case 'withdraw':
      return perform('withdraw', complaintId, filer, { version });
    case 'return':
      return perform('return', complaintId, cast.analyst, {
        version,
        missing: event.missing,
        words: event.words,
      });
    case 'resubmit':
      return perform('resubmit', complaintId, filer, { version, words: event.words });
    case 'reopen':
      return perform('reopen', complaintId, cast.supervisor, { version, words: event.words });
    case 'propose':
      return perform('propose', complaintId, await reader(), {
        version,
        position: event.position,
        words: event.words,
        ...proposalOf(event.position, lines),
        ...answerFor(category, event.position),
      });
    case 'close':
      return perform('close', complaintId, cast.analyst, {
        version,
        closureReason: event.reason,
        ...(event.reason === 'DUPLICATE' ? { duplicateOf: await earlierReference(complaintId) } : {}),
        ...(event.reason === 'REFERRED' ? { referredTo: 'the Illinois Department of Insurance' } : {}),
        words: (event.reason === 'RESOLVED_BY_MCO' ? resolvedWords(category) : null) ?? event.words,
      });
  }
}

/** Somebody of the plan, who has opened the complaint as its page has it opened. */
async function readingLiaison(complaintId: string, liaison: Actor): Promise<Actor> {
  const { complaint } = await getComplaintById(liaison, complaintId);
  await recordOpenedByPlan(complaint);
  await auditView(liaison, complaintId);
  return liaison;
}

/** Of a part, the first claim is paid, or half of the only one. */
function proposalOf(position: Position, lines: readonly ClaimLine[]) {
  const [first, ...others] = lines.filter(({ billedCents }) => billedCents !== undefined);
  const { billedCents = 0, paidCents = 0 } = first ?? {};
  const half = centsToText(Math.round(disputedCents({ billedCents, paidCents }) / 2));
  const paid: Pick<TypedRow, 'answer' | 'amount'> =
    others.length > 0 ? { answer: 'pay', amount: '' } : { answer: 'partly', amount: half };
  const rows: [string, TypedRow][] = [
    ...(first ? [[first.id, { ...paid, payOn: '' }] satisfies [string, TypedRow]] : []),
    ...others.map(({ id }): [string, TypedRow] => [id, { answer: 'uphold', amount: '', payOn: '' }]),
  ];
  return {
    rows: position === 'partly_overturned' ? Object.fromEntries(rows) : {},
    payOn: today().add({ days: 10 }),
    action: position === 'upheld' ? 'Nothing: the determination stands.' : 'We reprocess and pay.',
    citation: 'Provider agreement, section on claim payment',
  };
}

function liaisonOf(mcoCode: string, cast: Cast): Actor {
  const liaison = cast.liaisons.get(mcoCode);
  if (!liaison) throw new Error(`Nobody answers for ${mcoCode} in the demonstration`);
  return liaison;
}

/** Sets the clock to a past day, some minutes after it begins there. */
export function setClockTo(date: Temporal.PlainDate, turn: number): void {
  const time = new Temporal.PlainTime(START_HOUR, turn);
  setClock(date.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant());
}
