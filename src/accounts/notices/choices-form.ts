import { z } from 'zod';
import type { Role } from '../../complaint/actor.ts';
import {
  type ChoosableKind,
  choicesFor,
  choosableKinds,
  type NoticeAudience,
} from '../../notices/choices.ts';
import { formChoice } from '../../platform/form-fields.ts';
import { MAIL_NAMES } from './mail-words.ts';

const AUDIENCE_OF_ROLE: Readonly<Record<Role, NoticeAudience | null>> = {
  representative: 'filer',
  analyst: 'staff',
  supervisor: 'staff',
  administrator: null,
  privacy_officer: null,
  liaison: 'plan',
};

/** The kinds of mail that a role can choose about; none for those who get only their account's own. */
export function kindsOfRole(role: Role): readonly ChoosableKind[] {
  const audience = AUDIENCE_OF_ROLE[role];
  return audience ? choosableKinds(audience) : [];
}

/** The form of a role: a field for each kind, with the ways in which it may come. */
export function choicesForm(role: Role) {
  const fields = kindsOfRole(role).map((kind) => {
    const missing = `Choose how you get “${MAIL_NAMES[kind]}”`;
    return [kind, formChoice(choicesFor(kind), { missing })] as const;
  });
  return z.object(Object.fromEntries(fields));
}
