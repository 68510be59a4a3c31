import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { PASSWORD_LIMITS } from './password-rules.ts';

/** What argon2id takes: memory in KiB, passes over it, and lanes. */
export interface HashingCost {
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/**
 * 19 MiB, two passes and one lane.
 * @see OWASP Password Storage Cheat Sheet
 */
export const OWASP_COST: HashingCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let cost = OWASP_COST;

/** Where there is no hash to compare with, this one is: the answer takes as long. No password opens it. */
let decoy = newDecoy();

/** Sets what a hash costs from now on. Only where no password is worth stealing may it be less. */
export function setHashingCost(to: HashingCost): void {
  cost = to;
  decoy = newDecoy();
}

function newDecoy(): Promise<string> {
  return hashPassword(randomBytes(32).toString('hex'));
}

/** The password's argon2id hash (the library's own default), in PHC string form. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), cost);
}

/** Whether the password is the one that was hashed. Without a hash (null) it is not, and that takes as long to say. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await decoy), normalised(password));
  return isRight && passwordHash !== null;
}

/** One form for what looks alike, whichever keyboard typed it (NIST SP 800-63B-4, 3.1.1.2); bounded, so that it costs the same. */
function normalised(password: string): string {
  return password.slice(0, 4 * PASSWORD_LIMITS.longest).normalize('NFKC');
}
