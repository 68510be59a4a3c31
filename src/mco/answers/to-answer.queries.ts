import { appendAudits } from '../../audit/audit.queries.ts';
import type { Actor } from '../../complaint/actor.ts';
import type { ToAnswer } from '../../complaint/answers-import/answer-tables.ts';
import type { KnownComplaint } from '../../complaint/answers-import/judge.ts';
import { readFiled } from '../../complaint/filed.queries.ts';
import { dayOf } from '../../complaint/presentation/moments.ts';
import { nowDate } from '../../platform/clock.ts';
import { prisma } from '../../platform/database/database.ts';
import { toPlainDate } from '../../platform/dates.ts';

/** So many documents are decrypted at once: each may need a key to be unwrapped. */
const AT_ONCE = 20;

/**
 * All complaints that wait for a plan's answer, in the order of its inbox. With that the plan has opened them. That
 * they were exported is in the log before they are returned.
 */
export async function exportToAnswer(actor: Actor, mcoCode: string): Promise<ToAnswer[]> {
  const where = { mcoCode, status: 'with_mco' } as const;
  await prisma().complaint.updateMany({
    where: { ...where, openedByPlanAt: null, presentedAt: { not: null } },
    data: { openedByPlanAt: nowDate() },
  });
  // What was not opened by now has come in between, and is in the next file.
  const complaints = await prisma().complaint.findMany({
    where: { ...where, openedByPlanAt: { not: null } },
    select: { id: true, reference: true, presentedAt: true, dueOn: true, document: true },
    orderBy: [{ isUrgent: 'desc' }, { dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  });
  const read = await inBatches(complaints, async ({ reference, presentedAt, dueOn, ...stored }) => ({
    reference: reference ?? '',
    presentedOn: presentedAt && dayOf(presentedAt),
    dueOn: dueOn && toPlainDate(dueOn),
    lines: (await readFiled(stored)).claimLines,
  }));
  await auditExports(actor, complaints);
  return read;
}

/** Those of the complaints of these references that were presented to a plan, as they stand. */
export async function readKnown(
  mcoCode: string,
  references: readonly string[],
): Promise<ReadonlyMap<string, KnownComplaint>> {
  const complaints = await prisma().complaint.findMany({
    where: { mcoCode, presentedAt: { not: null }, reference: { in: [...references] } },
    select: { id: true, reference: true, version: true, status: true, document: true },
  });
  const known = await inBatches(complaints, async ({ document, ...complaint }) => ({
    ...complaint,
    reference: complaint.reference ?? '',
    lines: (await readFiled({ id: complaint.id, document })).claimLines,
  }));
  return new Map(known.map((complaint) => [complaint.reference, complaint]));
}

/** Notes that somebody is about to be sent a file of these complaints. */
export function auditExports(actor: Actor, complaints: readonly { readonly id: string }[]): Promise<void> {
  return auditAll(actor, complaints, 'complaint.export');
}

/** Notes that somebody named complaints that are not their plan's; of those that are nobody's there is nothing to note. */
export async function auditStrangers(
  actor: Actor,
  mcoCode: string,
  references: readonly string[],
): Promise<void> {
  const strangers = await prisma().complaint.findMany({
    where: { reference: { in: [...references] }, NOT: { mcoCode, presentedAt: { not: null } } },
    select: { id: true },
  });
  await auditAll(actor, strangers, 'complaint.refuse-view');
}

async function auditAll(
  actor: Actor,
  complaints: readonly { readonly id: string }[],
  action: string,
): Promise<void> {
  const events = complaints.map(({ id }) => ({
    action,
    subjectType: 'complaint' as const,
    subjectId: id,
    complaintId: id,
  }));
  if (events.length > 0) await appendAudits(prisma(), actor, events);
}

async function inBatches<Given, Made>(
  all: readonly Given[],
  make: (each: Given) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE)
    made.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(make))));
  return made;
}
