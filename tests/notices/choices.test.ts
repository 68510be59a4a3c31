import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choicesFor,
  choosableKinds,
  howItComes,
  isChoosable,
  NOTICE_CHOICES,
} from '../../src/notices/choices.ts';
import type { NoticeKind } from '../../src/notices/letters.ts';

const ACCOUNT_MAILS: readonly NoticeKind[] = [
  'confirm-email',
  'already-registered',
  'reset-password',
  'password-changed',
  'invitation',
];
const NEVER_OFF: readonly NoticeKind[] = ['complaint-closed', 'complaint-returned'];

describe('How a mail comes', () => {
  it.each(ACCOUNT_MAILS)('%s: at once, whatever was chosen', (kind) => {
    expect(isChoosable(kind)).toBe(false);
    expect(NOTICE_CHOICES.map((choice) => howItComes(kind, choice))).toEqual([
      'at_once',
      'at_once',
      'at_once',
    ]);
  });

  it.each(NEVER_OFF)('%s: at once or in the digest, but never not at all', (kind) => {
    expect(NOTICE_CHOICES.map((choice) => howItComes(kind, choice))).toEqual([
      'at_once',
      'digest',
      'at_once',
    ]);
  });

  it('at once, as long as nothing was chosen', () => {
    const kinds = [...choosableKinds('filer'), ...choosableKinds('staff'), ...choosableKinds('plan')];
    expect(new Set(kinds.map((kind) => howItComes(kind, null)))).toEqual(new Set(['at_once']));
  });

  it('is as it was chosen, wherever the page offers that choice', () => {
    const kinds = [...choosableKinds('filer'), ...choosableKinds('staff'), ...choosableKinds('plan')];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.constantFrom(...NOTICE_CHOICES), (kind, choice) => {
        expect(howItComes(kind, choice) === choice).toBe(
          choice === 'at_once' || choicesFor(kind).includes(choice),
        );
      }),
    );
  });
});
