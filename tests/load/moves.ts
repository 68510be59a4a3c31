import type { Actor } from '../../src/complaint/actor.ts';
import { perform } from '../../src/complaint/perform.ts';
import { pool } from '../../src/platform/database/database.ts';
import { aFiledComplaint, aProposal } from '../support/complaints.ts';

const LIVES = 60;

/** What moves take, each beside a commit of one row that was measured just before it. */
export interface MoveTimes {
  readonly name: string;
  /** Milliseconds of the whole move, and of the bare commit. */
  readonly whole: number[];
  readonly commit: number[];
}

/** Takes complaints through the moves that people make most, one at a time. */
export async function measureMoves(people: {
  readonly filer: Actor;
  readonly staff: Actor;
  readonly plan: Actor;
}): Promise<MoveTimes[]> {
  const { filer, staff, plan } = people;
  const times = new Map<string, MoveTimes>();
  const timed = async <Result>(name: string, act: () => Promise<Result>): Promise<Result> => {
    const entry = times.get(name) ?? { name, whole: [], commit: [] };
    times.set(name, entry);
    entry.commit.push(await commitOfOneRow());
    const start = performance.now();
    const result = await act();
    entry.whole.push(performance.now() - start);
    return result;
  };
  for (let turn = 0; turn < LIVES; turn += 1) {
    const filed = await aFiledComplaint(filer);
    const { complaintId } = filed;
    const assigned = await timed('assign', () =>
      perform('assign', complaintId, staff, { version: filed.version, assignee: staff.accountId ?? '' }),
    );
    const presented = await timed('present', () =>
      perform('present', complaintId, staff, { version: assigned.version, priorReviewConfirmed: true }),
    );
    const proposed = await timed('propose', () =>
      perform('propose', complaintId, plan, { version: presented.version, ...aProposal('overturned') }),
    );
    await timed('accept', () => perform('accept', complaintId, filer, { version: proposed.version }));
  }
  return [...times.values()];
}

async function commitOfOneRow(): Promise<number> {
  const start = performance.now();
  await pool().query('UPDATE organization SET name = name WHERE id = (SELECT id FROM organization LIMIT 1)');
  return performance.now() - start;
}
