import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/complaint/actor.ts';
import { getComplaintById, readHistory } from '../../src/complaint/complaints.queries.ts';
import { LIVES, type Life } from '../../src/demo/lives.ts';
import { type Cast, playLife } from '../../src/demo/play.ts';
import { SCENARIOS } from '../../src/demo/scenarios.ts';
import { setLinkSecret } from '../../src/notices/link-token.ts';
import { today } from '../../src/platform/clock.ts';
import { pool } from '../../src/platform/database/database.ts';
import { useKeys } from '../support/app.ts';
import { actor } from '../support/complaints.ts';
import { useDatabase } from '../support/database.ts';
import { receiveMail } from '../support/mail.ts';
import { aLiaison, anAnalyst, aRepresentative, aSupervisor } from '../support/personas.ts';

useDatabase();
const keys = useKeys();
let cast: Cast;
let staff: Actor;
const played = new Map<Life, string>();

/** One of each course that the plan has a part in, and everything that is about no claim. */
const CHOSEN = LIVES.filter(
  (life, index) =>
    life.events.some(({ move }) => move === 'present') &&
    (!('carc' in SCENARIOS[life.scenario]) ||
      LIVES.findIndex(({ events }) => events === life.events) === index),
);

beforeAll(async () => {
  await keys.load();
  setLinkSecret('the secret of mailed links in tests');
  receiveMail();
  staff = actor(await anAnalyst());
  const liaisons = await Promise.all(
    ['MERIDIAN', 'BCCHP'].map(async (mcoCode) => [mcoCode, actor(await aLiaison({ mcoCode }))] as const),
  );
  const representative = actor(await aRepresentative());
  cast = {
    representatives: LIVES.map(() => representative),
    analyst: staff,
    supervisor: actor(await aSupervisor()),
    liaisons: new Map(liaisons),
  };
  for (const life of CHOSEN) {
    await playLife(life, LIVES.indexOf(life) + 1, cast, today());
    const { rows } = await pool().query('SELECT id FROM complaint ORDER BY created_at DESC LIMIT 1');
    played.set(life, rows[0].id);
  }
}, 120_000);

describe('A demonstration complaint', () => {
  it('that somebody of the plan has worked on, was opened by the plan', async () => {
    const { rows } = await pool().query(
      `SELECT c.id, c.opened_by_plan_at <= min(entry.at) AS opened FROM complaint c
       JOIN history_entry entry ON entry.complaint_id = c.id AND entry.actor_role = 'liaison' GROUP BY c.id`,
    );
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.filter(({ opened }) => opened !== true)).toEqual([]);
  });

  it.each(
    CHOSEN.filter(({ scenario }) => !('carc' in SCENARIOS[scenario])).map((life) => [life.scenario, life]),
  )('about no claim, such as %s, is not answered with claims', async (_scenario, life) => {
    const seen = await getComplaintById(staff, played.get(life as Life) ?? '');
    const told = (await readHistory(seen))
      .filter(({ move }) => move === 'propose' || move === 'close')
      .flatMap(({ writing: { words = '', action = '' } }) => [words, action]);
    expect(told.join(' ')).not.toMatch(/claims are being|reprocess and pay|policy change|agreed to pay/);
  });
});
