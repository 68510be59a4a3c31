import { hashPassword } from '../accounts/password-hash.ts';
import { prisma } from '../platform/database/database.ts';

/** How many complaints the demonstration accounts have filed or begun. */
export function countDemoComplaints(): Promise<number> {
  return prisma().complaint.count({ where: { filedBy: { isDemo: true } } });
}

/** Gives every demonstration account the same new password, as the operator asked by DEMO_PASSWORD. */
export async function renewDemoPassword(password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await prisma().account.updateMany({ where: { isDemo: true, status: 'active' }, data: { passwordHash } });
}
