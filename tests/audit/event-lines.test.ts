import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS, actionText } from '../../src/audit/action-words.ts';
import type { AuditEvent } from '../../src/audit/audit.queries.ts';
import { accountsNamedIn, complaintsNamedIn, eventLine } from '../../src/audit/event-lines.ts';
import { MOVE_NAMES } from '../../src/complaint/lifecycle.ts';

const ASSIGNEE = '0198c0de-0000-7000-8000-000000000007';
const OTHER = '0198c0de-0000-7000-8000-000000000008';

function anEvent(overrides: Partial<AuditEvent> = {}): AuditEvent {
  return {
    id: 7n,
    at: new Date('2026-11-24T21:05:00Z'),
    actorId: null,
    actorName: 'Anselm Birch',
    actorRole: 'privacy_officer',
    organizationId: null,
    actingForId: null,
    action: 'complaint.close',
    subjectType: 'complaint',
    subjectId: 'x',
    complaintId: null,
    changes: {},
    requestId: null,
    address: null,
    ...overrides,
  };
}

describe('A line of the audit log', () => {
  it('says when in Chicago, who in which role, and what', () => {
    expect(eventLine(anEvent())).toMatchObject({
      when: 'November 24, 2026, 3:05 p.m.',
      who: 'Anselm Birch',
      role: 'privacy officer',
      what: 'closed the complaint',
    });
  });

  it.each([
    [{ status: { before: 'submitted', after: 'closed' } }, ['status: submitted → closed']],
    [{ closureReasonCode: { before: null, after: 'DUPLICATE' } }, ['closure reason: DUPLICATE']],
    [{ assigneeId: { before: null, after: ASSIGNEE } }, ['assignee: Sunniva Cedar']],
    [
      { closedAt: { before: '2026-11-24T21:05:00.000Z', after: null } },
      ['closed at: November 24, 2026, 3:05 p.m. → none'],
    ],
    [{ status: { before: 'closed', after: 'closed' } }, []],
    ['what an older version wrote', []],
  ])('tells what changed, field by field, and nothing that did not: %j', (changes, lines) => {
    expect(eventLine(anEvent({ changes }), new Map([[ASSIGNEE, 'Sunniva Cedar']])).changes).toEqual(lines);
  });

  it.each(['sha256:00ff', 'hmac-sha256:00ff'])(
    'says only that it changed, where all that is kept is %s',
    (after) => {
      const { changes } = eventLine(anEvent({ changes: { document: { before: null, after } } }));
      expect(changes).toEqual(['document: changed (only its fingerprint is kept)']);
    },
  );

  it('names the accounts whose names it needs', () => {
    const events = [anEvent({ changes: { assigneeId: { before: null, after: ASSIGNEE } } }), anEvent()];
    expect(accountsNamedIn(events)).toEqual([ASSIGNEE]);
    const given = [anEvent({ changes: { liaisonId: { before: null, after: ASSIGNEE } } })];
    expect(accountsNamedIn(given)).toEqual([ASSIGNEE]);
  });

  it('names the complaint with which one was linked', () => {
    const linked = anEvent({ action: 'complaint.link', changes: { with: { before: null, after: OTHER } } });
    expect(complaintsNamedIn([linked, anEvent()])).toEqual([OTHER]);
    expect(accountsNamedIn([linked])).toEqual([]);
    const { changes } = eventLine(linked, new Map([[OTHER, 'PC-2026-000030-Z']]));
    expect(changes).toEqual(['with: PC-2026-000030-Z']);
  });
});

describe('The words of the audit log', () => {
  it.each(MOVE_NAMES)('tell the move %s', (move) => {
    expect(actionText(`complaint.${move}`)).not.toBe(`complaint.${move}`);
  });

  it('tell every event that the source writes', () => {
    const written = sourceTexts().flatMap((text) =>
      [
        ...text.matchAll(
          /'((?:complaint|draft|attachment|account|organization|message|audit|search)\.[a-z-]+)'/g,
        ),
      ].map(([, action = '']) => action),
    );
    expect(written.length).toBeGreaterThan(15);
    expect(
      [...new Set(written)].filter((name) => name !== PERMISSION && !AUDIT_ACTIONS.includes(name)),
    ).toEqual([]);
  });
});

/** The one permission that is named as events are. */
const PERMISSION = 'audit.read';

function sourceTexts(): string[] {
  const folder = path.resolve(import.meta.dirname, '../../src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'));
}
