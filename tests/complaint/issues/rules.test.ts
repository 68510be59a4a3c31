import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../src/complaint/actor.ts';
import { canReadIssueEvent, ISSUE_EVENTS, issueEventText } from '../../../src/complaint/issues/events.ts';
import { planStateOf, sideOfIssue, stepStateOf } from '../../../src/complaint/issues/issue.ts';
import { makeIssueNumber, parseIssueNumber } from '../../../src/complaint/issues/issue-number.ts';
import { readReferences } from '../../../src/complaint/issues/links.ts';
import { holdsIdentifier } from '../../../src/complaint/issues/plain-words.ts';
import { makeReference } from '../../../src/complaint/reference-number.ts';

describe('The number of an issue', () => {
  it.each([
    [2026, 1, 'SI-2026-0001'],
    [2027, 345, 'SI-2027-0345'],
    [2030, 12_345, 'SI-2030-12345'],
  ])('of the year %i and the count %i is %s, and is read back as it was made', (year, count, number) => {
    expect(makeIssueNumber(year, count)).toBe(number);
    expect(parseIssueNumber(number)).toBe(number);
  });

  it.each(['si-2026-0001', ' SI 2026 0001 ', 'SI–2026–0001', 'SI20260001'])(
    'is read from “%s”, as people type it',
    (typed) => {
      expect(parseIssueNumber(typed)).toBe('SI-2026-0001');
    },
  );

  it.each(['', 'SI-2026-1', 'PC-2026-0001', 'SI-2026-0001-K', '0001'])('is not read from “%s”', (typed) => {
    expect(parseIssueNumber(typed)).toBeNull();
  });
});

describe('Who sees an issue', () => {
  const asked = { mcoCode: 'MERIDIAN', askedAt: new Date() };
  const unasked = { mcoCode: 'MERIDIAN', askedAt: null };

  it('Analysts and supervisors see it from the first, as HFS', () => {
    for (const role of ['analyst', 'supervisor'] as const)
      expect(sideOfIssue(unasked, { role, mcoCode: null })).toBe('staff');
  });

  it('Its plan sees it once it was asked, and not before', () => {
    const liaison = { role: 'liaison', mcoCode: 'MERIDIAN' } as const;
    expect(sideOfIssue(unasked, liaison)).toBeNull();
    expect(sideOfIssue(asked, liaison)).toBe('plan');
  });

  it('Another plan never sees it, nor a liaison without a plan', () => {
    expect(sideOfIssue(asked, { role: 'liaison', mcoCode: 'BCCHP' })).toBeNull();
    expect(sideOfIssue(asked, { role: 'liaison', mcoCode: null })).toBeNull();
  });

  it('Nobody else sees it, whatever plan their account might name', () => {
    const others = ROLES.filter((role) => !['analyst', 'supervisor', 'liaison'].includes(role));
    for (const role of others) expect(sideOfIssue(asked, { role, mcoCode: 'MERIDIAN' })).toBeNull();
  });
});

describe('The history of an issue', () => {
  it('tells the plan nothing of which complaints are linked, nor of what HFS changed before it asked', () => {
    const hidden = ISSUE_EVENTS.filter((kind) => !canReadIssueEvent(kind, 'plan'));
    expect(hidden).toEqual(['open', 'edit', 'link', 'unlink']);
    expect(ISSUE_EVENTS.every((kind) => canReadIssueEvent(kind, 'staff'))).toBe(true);
  });

  it('has words for all that is done', () => {
    expect(issueEventText('link', { references: ['PC-1', 'PC-2'] })).toBe('linked PC-1, PC-2');
    expect(issueEventText('ask-plan', { dueOn: '2026-12-01' })).toBe(
      'asked the plan for an action plan by December 1, 2026',
    );
    expect(issueEventText('ask-plan', { dueOn: '2026-12-01', isDayChanged: true })).toBe(
      'changed the day by which HFS wants the action plan to December 1, 2026',
    );
    expect(issueEventText('ask-plan', { isDayChanged: true })).toBe(
      'took away the day by which HFS wanted the action plan',
    );
    expect(issueEventText('answer', { answered: 1, left: 2 })).toBe(
      'answered 1 complaint at once; 2 were left',
    );
    for (const kind of ISSUE_EVENTS) expect(issueEventText(kind, {})).not.toBe('');
  });
});

describe('The action plan', () => {
  it.each([
    [null, null, 0, 'not-asked'],
    [new Date(), null, 0, 'waited-for'],
    [new Date(), null, 2, 'written'],
    [new Date(), new Date(), 2, 'accepted'],
  ] as const)('asked at %s, accepted at %s, with %i steps, is %s', (askedAt, acceptedAt, steps, state) => {
    expect(planStateOf({ askedAt, acceptedAt }, steps)).toBe(state);
  });

  it('A step is overdue on the day after its last, and never once it is done', () => {
    const dueOn = Temporal.PlainDate.from('2026-12-01');
    expect(stepStateOf({ dueOn, isDone: false }, dueOn)).toBe('due');
    expect(stepStateOf({ dueOn, isDone: false }, dueOn.add({ days: 1 }))).toBe('overdue');
    expect(stepStateOf({ dueOn, isDone: true }, dueOn.add({ days: 1 }))).toBe('done');
  });
});

describe('What many read', () => {
  it.each([
    'RIN 205755710',
    '205-75-5710',
    '205 75 5710',
    '205-755-710',
    '(205755710)',
    '3 claims of 205755710',
    '205.755.710',
    '205\u00a0755\u00a0710',
    '205–755–710',
    '205 755710',
    '2057-55710',
    '２０５７５５７１０',
    '205\u200b755710',
  ])('may not hold “%s”, which looks like a member’s number', (text) => {
    expect(holdsIdentifier(text)).toBe(true);
  });

  it.each([
    'Call 217-555-0142.',
    'NPI 1234567893',
    'since 2026-08-15',
    '62701-1234',
    '$123,456,789',
    '$1234567.89',
    '2026-11-24 5 clinics',
    '10/05/2026 3 clinics',
    'SI-2026-0001',
  ])('may hold “%s”', (text) => {
    expect(holdsIdentifier(text)).toBe(false);
  });
});

describe('Reference numbers that are typed together', () => {
  const [one, other] = [makeReference(2026, 1), makeReference(2026, 2)];

  it('are read between blanks, commas and lines, each once', () => {
    expect(readReferences(`${one}, ${other.toLowerCase()}\n${one};`)).toEqual({
      references: [one, other],
      problems: [],
    });
  });

  it('are told apart from what is none', () => {
    expect(readReferences(`${one} hello`).problems).toEqual([
      'hello: Enter a reference number like PC-2026-000123-K',
    ]);
  });
});
