import type { TextField } from '../web/fields.ts';
import { fieldError } from '../web/forms.ts';
import type { FieldError, PageView } from '../web/pages.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'accounts/sign-in': SignInView;
  }
}

export interface SignInView extends PageView {
  readonly email: TextField;
  readonly password: TextField;
  /** Where to go on to afterwards; empty: to the account's own work. */
  readonly next: string;
  /** The credentials were refused: what else may be the matter. */
  readonly isRefused: boolean;
  /** They wanted another page, and came here first. */
  readonly isSentHere: boolean;
}

/** The same words, whatever the reason. */
export const REFUSED: FieldError = fieldError('email', 'Check the e-mail address and the password');

export function signInView(
  typed: { email: string; next: string },
  errors: readonly FieldError[] = [],
): SignInView {
  return {
    title: 'Sign in',
    errors,
    next: typed.next,
    isRefused: errors.includes(REFUSED),
    isSentHere: typed.next !== '' && errors.length === 0,
    email: {
      name: 'email',
      label: 'E-mail address',
      value: typed.email,
      autocomplete: 'username',
      errors,
    },
    password: {
      name: 'password',
      label: 'Password',
      autocomplete: 'current-password',
      errors,
    },
  };
}
