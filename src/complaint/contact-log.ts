import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { today } from '../platform/clock.ts';
import { transaction } from '../platform/database/database.ts';
import { formatDate, isAfter, isBefore } from '../platform/dates.ts';
import { Invalid, NotFound } from '../platform/errors.ts';
import { formChoice, formDate, formText, optionalFormText } from '../platform/form-fields.ts';
import { isId } from '../platform/identifier.ts';
import type { Actor } from './actor.ts';
import type { ComplaintSeen } from './complaints.queries.ts';
import { type Attempt, insertAttempt, listAttempts } from './contact-log.queries.ts';
import { CONTACT_WAYS } from './contact-ways.ts';
import { holdParty } from './hold-actor.queries.ts';
import { holdComplaint } from './hold-complaint.queries.ts';
import { progressOf } from './presentation/complaint-facts.ts';
import { dayOf } from './presentation/moments.ts';
import { canSee } from './visibility.ts';

export const OUTCOME_LIMIT = 2_000;
const STALE = 'Load this page again, and write it anew';

/** What the form of an attempt sends. `id` is made by the page: the same form sent again logs nothing twice. */
export const AttemptForm = z.object({
  on: formDate({ what: 'the date of the attempt' }),
  how: formChoice(CONTACT_WAYS, { missing: 'Choose how you tried to reach them' }),
  withWhom: formText({ missing: 'Enter whom you reached, or tried to reach' }),
  referenceNumber: optionalFormText({ max: 60 }),
  outcome: formText({ missing: 'Write what came of it', max: OUTCOME_LIMIT }),
  id: z.string({ error: STALE }).refine(isId, STALE),
});
export type AttemptTyped = z.infer<typeof AttemptForm>;

/** Between when an attempt may have been made: since the complaint was presented, and until today. */
export function dayProblem(
  on: Temporal.PlainDate,
  presentedOn: Temporal.PlainDate,
  until: Temporal.PlainDate,
): string | null {
  if (isAfter(on, until)) return 'Enter the date on which it was: today, or an earlier day';
  return isBefore(on, presentedOn)
    ? `The complaint was presented on ${formatDate(presentedOn)}: enter that date, or a later one`
    : null;
}

/** The attempts to reach the provider, the last first: a plan's own, or to HFS all. None for whoever may not read them. */
export async function readAttempts(
  { complaint, party }: ComplaintSeen,
  { mcoCode }: Actor,
): Promise<readonly Attempt[]> {
  if (!canSee('contact-log', party, progressOf(complaint))) return [];
  return listAttempts(complaint.id, party === 'plan' ? (mcoCode ?? '') : undefined);
}

/**
 * Logs an attempt of the plan. It may be logged after the complaint is closed, too.
 * @throws NotFound when the actor is not of the plan; Invalid when it cannot have been on that day
 */
export async function logAttempt(
  { complaint, party }: ComplaintSeen,
  actor: Actor,
  attempt: AttemptTyped,
): Promise<void> {
  const { presentedAt } = complaint;
  if (party !== 'plan' || presentedAt === null || actor.mcoCode === null) throw new NotFound();
  const { id, ...rest } = attempt;
  const problem = dayProblem(rest.on, dayOf(presentedAt), today());
  if (problem !== null) throw new Invalid([{ field: 'on', text: problem }]);
  const written = { ...rest, on: rest.on.toString() };
  const { mcoCode } = actor;
  await transaction(async (tx) => {
    await holdComplaint(tx, complaint.id);
    await holdParty(tx, actor, complaint.id);
    await insertAttempt(tx, actor, { id, complaintId: complaint.id, mcoCode, written });
  });
}
