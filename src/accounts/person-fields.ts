import type { TextField } from '../web/fields.ts';
import type { FieldError } from '../web/pages.ts';
import { PASSWORD_LIMITS } from './password-rules.ts';

/** The fields that several pages ask of a person. */
export function nameField(value: string, errors: readonly FieldError[]): TextField {
  return {
    name: 'name',
    label: 'Your name',
    hint: 'First and last name. The plan you complain about learns it.',
    value,
    autocomplete: 'name',
    width: 'full',
    errors,
  };
}

export function phoneField(value: string, errors: readonly FieldError[]): TextField {
  return {
    name: 'phone',
    label: 'Phone number',
    hint: 'With its area code; an extension too, if you have one.',
    value,
    autocomplete: 'tel',
    inputmode: 'tel',
    width: 'xl',
    errors,
  };
}

export function emailField(value: string, errors: readonly FieldError[]): TextField {
  return { name: 'email', label: 'E-mail address', value, autocomplete: 'email', width: 'full', errors };
}

/** Once is enough: what is typed can be shown. */
export function newPasswordField(errors: readonly FieldError[]): TextField {
  return {
    name: 'password',
    label: 'New password',
    hint: `At least ${PASSWORD_LIMITS.shortest} characters, spaces too. A few words that only you would put together are easy to remember and hard to guess.`,
    autocomplete: 'new-password',
    width: 'full',
    errors,
  };
}

/** The password that the account has. */
export function passwordField(
  given: { name?: string; label: string; hint?: string },
  errors: readonly FieldError[],
): TextField {
  return { name: 'password', autocomplete: 'current-password', width: 'full', errors, ...given };
}
