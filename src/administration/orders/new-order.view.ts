import type { Policy } from '../../complaint/policy.ts';
import type { RecountPreview } from '../../complaint/recount-preview.ts';
import type { Mco } from '../../complaint/reference.queries.ts';
import { today } from '../../platform/clock.ts';
import { dateParts } from '../../platform/form-fields.ts';
import type { DateField, SelectField, TextareaField, TextField } from '../../web/fields.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import { type DeadlinePreview, deadlinePreview } from '../deadline-preview.view.ts';
import { ALL_PLANS, ORDER_CLOCKS, type TypedOrder } from './order-form.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'administration/new-order': NewOrderView;
  }
}

export interface NewOrderView extends PageView {
  readonly clock: SelectField;
  readonly days: TextField;
  readonly plan: SelectField;
  readonly from: DateField;
  readonly preview: OrderPreview | null;
}

interface OrderPreview extends DeadlinePreview {
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly reason: TextareaField;
}

/** @param id of the order, if it is made */
export interface AskedPreview {
  readonly id: string;
  readonly preview: RecountPreview;
}

interface Known {
  readonly mcos: readonly Mco[];
  readonly policy: Policy;
  readonly preview: AskedPreview | null;
}

export function newOrderView(
  typed: TypedOrder,
  errors: readonly FieldError[],
  { mcos, policy, preview }: Known,
): NewOrderView {
  const isBlank = Object.values(typed.from).every((part) => part === '') && typed.clock === '';
  return {
    title: 'New order',
    errors,
    breadcrumbs: [{ href: '/administration/orders', text: 'Orders' }],
    clock: {
      name: 'clock',
      label: 'Which deadline moves',
      prompt: 'Select one',
      choices: ORDER_CLOCKS.map((kind) => ({ value: kind, text: policy.clocks[kind].words })),
      value: typed.clock,
      width: 'full',
      errors,
    },
    days: {
      name: 'days',
      label: 'By how many days',
      hint: 'Calendar days, from 1 to 180. If the new day is a weekend or holiday, a deadline counted in business days ends on the next business day.',
      value: typed.days,
      width: 'xs',
      inputmode: 'numeric',
      autocomplete: 'off',
      errors,
    },
    plan: {
      name: 'plan',
      label: 'Of complaints about which plan',
      choices: [
        { value: ALL_PLANS, text: 'All plans' },
        ...mcos.map(({ code, name }) => ({ value: code, text: name })),
      ],
      value: typed.plan || ALL_PLANS,
      width: 'full',
      errors,
    },
    from: {
      name: 'from',
      label: 'First day',
      hint: 'Deadlines that run out on this day or later move. What ran out before it stays missed.',
      value: isBlank ? dateParts(today()) : typed.from,
      errors,
    },
    preview: preview && previewOf(preview, typed, { errors, policy }),
  };
}

function previewOf(
  { id, preview }: AskedPreview,
  { clock, days, plan, from, reason }: TypedOrder,
  { errors, policy }: { readonly errors: readonly FieldError[]; readonly policy: Policy },
): OrderPreview {
  const parts = Object.entries(from).map(([part, value]) => [`from-${part}`, value]);
  const hidden = [['id', id], ['clock', clock], ['days', days], ['plan', plan], ...parts];
  return {
    ...deadlinePreview(preview, policy),
    hidden: hidden.map(([name = '', value = '']) => ({ name, value })),
    reason: {
      name: 'reason',
      label: 'Reason, which both sides read',
      hint: 'It stands in the history of every complaint that the order moves. Write nothing about members or claims.',
      value: reason,
      rows: 4,
      maxlength: 1_000,
      errors,
    },
  };
}
