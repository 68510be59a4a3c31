import { beforeAll, describe, expect, it } from 'vitest';
import { appendAudit, listAuditEvents } from '../../src/audit/audit.queries.ts';
import { pool, prisma, transaction } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/identifier.ts';
import { asOwner, useDatabase } from '../support/database.ts';

const database = useDatabase();
const SOMEBODY = {
  accountId: newId(),
  name: 'Anselm Birch',
  role: 'analyst',
  organizationId: null,
  requestId: 'request-1',
  address: '10.0.0.1',
} as const;
const EVENT = { action: 'complaint.view', subjectType: 'complaint', subjectId: newId() } as const;

beforeAll(() => appendAudit(prisma(), SOMEBODY, EVENT));

const CHANGES = [
  ["UPDATE audit_event SET actor_name = 'Nobody'"],
  ['DELETE FROM audit_event'],
  ['TRUNCATE audit_event'],
] as const;

describe('An audit event', () => {
  it.each(CHANGES)('cannot be changed by the application, which lacks the grant: %s', async (statement) => {
    await expect(pool().query(statement)).rejects.toThrow(/permission denied for table audit_event/);
    expect(await countEvents()).toBe(1);
  });

  it.each(CHANGES)(
    'cannot be changed by the owner of the schema, whom a trigger refuses: %s',
    async (statement) => {
      await expect(asOwner(database.ownerUrl(), statement)).rejects.toThrow(/audit_event is append-only/);
      expect(await countEvents()).toBe(1);
    },
  );

  it('cannot be made changeable by the application: the trigger is the owner’s', async () => {
    for (const statement of [
      'ALTER TABLE audit_event DISABLE TRIGGER ALL',
      'DROP TRIGGER audit_event_is_append_only ON audit_event',
      'DROP TABLE audit_event',
    ]) {
      await expect(pool().query(statement)).rejects.toThrow(/must be owner|permission denied/);
    }
  });

  it('goes with the change it is about: when that fails, neither stands', async () => {
    const failing = transaction(async (tx) => {
      await appendAudit(tx, SOMEBODY, { ...EVENT, subjectId: newId() });
      throw new Error('The change failed');
    });
    await expect(failing).rejects.toThrow('The change failed');
    expect(await countEvents()).toBe(1);
  });

  it('keeps who, in which role, what, on what, by which request and from where', async () => {
    const [event] = await listAuditEvents({}, 1);
    expect(event).toMatchObject({
      actorId: SOMEBODY.accountId,
      actorName: 'Anselm Birch',
      actorRole: 'analyst',
      ...EVENT,
      requestId: 'request-1',
      address: '10.0.0.1',
    });
  });
});

async function countEvents(): Promise<number> {
  const { rows } = await asOwner(database.ownerUrl(), 'SELECT count(*)::int AS count FROM audit_event');
  return rows[0].count;
}
