import type { Mco } from '../../complaint/reference.queries.ts';
import type { TextareaField, TextField } from '../../web/fields.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import { HINT_LIMIT, type TypedHints } from './plan-form.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'administration/plan': PlanView;
  }
}

export interface PlanView extends PageView {
  readonly action: string;
  readonly phone: TextField;
  readonly days: TextField;
  readonly hint: TextareaField;
}

interface Asked {
  readonly typed: TypedHints;
  readonly errors: readonly FieldError[];
}

export function planView({ code, name }: Mco, { typed, errors }: Asked): PlanView {
  return {
    title: name,
    errors,
    breadcrumbs: [{ href: '/administration/plans', text: 'Plans' }],
    action: `/administration/plans/${code}`,
    phone: {
      name: 'disputePhone',
      label: 'Telephone for disputes',
      value: typed.disputePhone,
      optional: true,
      inputmode: 'tel',
      autocomplete: 'off',
      width: 'lg',
      errors,
    },
    days: {
      name: 'disputeWindowDays',
      label: 'Takes a dispute within so many days',
      hint: 'Of its own determination, in calendar days.',
      value: typed.disputeWindowDays,
      optional: true,
      inputmode: 'numeric',
      autocomplete: 'off',
      width: 'xs',
      errors,
    },
    hint: {
      name: 'trackingNumberHint',
      label: 'Its tracking numbers',
      hint: 'What they look like, and where the provider finds them.',
      value: typed.trackingNumberHint,
      optional: true,
      maxlength: HINT_LIMIT,
      rows: 4,
      errors,
    },
  };
}
