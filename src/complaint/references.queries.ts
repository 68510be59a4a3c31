import { prisma } from '../platform/database/database.ts';

/** The references of complaints, by id; drafts have none. */
export async function referencesOf(complaintIds: readonly string[]): Promise<Map<string, string>> {
  if (complaintIds.length === 0) return new Map();
  const complaints = await prisma().complaint.findMany({
    where: { id: { in: [...new Set(complaintIds)] } },
    select: { id: true, reference: true },
  });
  return new Map(complaints.flatMap(({ id, reference }) => (reference ? [[id, reference]] : [])));
}
