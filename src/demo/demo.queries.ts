import { hashPassword } from '../accounts/password-hash.ts';
import { prisma } from '../platform/database/database.ts';

/** How many complaints the demonstration accounts have filed or begun. */
export function countDemoComplaints(): Promise<number> {
  return prisma().complaint.count({ where: { filedBy: { isDemo: true } } });
}

/** The reference of the complaint that the same person filed last before another; undefined: there is none. */
export async function earlierReference(complaintId: string): Promise<string | undefined> {
  const complaint = await prisma().complaint.findUniqueOrThrow({ where: { id: complaintId } });
  const { filedById, number } = complaint;
  const earlier = await prisma().complaint.findFirst({
    where: { filedById, number: { lt: number ?? 0 } },
    orderBy: { number: 'desc' },
  });
  return earlier?.reference ?? undefined;
}

/** How many systemic issues demonstration accounts have opened. */
export function countDemoIssues(): Promise<number> {
  return prisma().issue.count({ where: { openedBy: { isDemo: true } } });
}

/** The ids of the newest that were filed about a plan and a topic, the oldest of them first. */
export async function listDemoComplaints(
  mcoCode: string,
  topicCode: string,
  limit: number,
): Promise<string[]> {
  const found = await prisma().complaint.findMany({
    where: { mcoCode, topicCode, status: { not: 'draft' }, filedBy: { isDemo: true } },
    select: { id: true },
    orderBy: { number: 'desc' },
    take: limit,
  });
  return found.map(({ id }) => id).toReversed();
}

/** Gives every demonstration account the same new password, as the operator asked by DEMO_PASSWORD. */
export async function renewDemoPassword(password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await prisma().account.updateMany({ where: { isDemo: true, status: 'active' }, data: { passwordHash } });
}
