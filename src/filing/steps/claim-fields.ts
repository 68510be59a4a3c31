import type { DateField, FieldOptions, RevealedField, TextField } from '../../web/fields.ts';
import { parseDateFields } from '../../web/forms.ts';
import type { ClaimRow } from './claim-sheet.ts';

/** A field partial and its options. */
export interface PlacedField<Options extends FieldOptions = FieldOptions> extends RevealedField {
  readonly options: Options;
}

/** The fields of one row in the groups in which they stand beside each other. A member alone has neither claim nor amounts. */
export function claimFields(row: ClaimRow, isDispute: boolean): readonly (readonly PlacedField[])[] {
  const member = [
    text(row, { name: 'memberLastName', label: 'Member’s last name' }),
    text(row, { name: 'memberFirstName', label: 'Member’s first name' }),
  ];
  const rin = text(row, { name: 'rin', label: 'RIN', hint: '9 digits, from the medical card', ...DIGITS });
  const from = date(row, { name: 'serviceFrom', label: 'First date of service' });
  const to = date(row, {
    name: 'serviceTo',
    label: 'Last date of service',
    optional: true,
    hint: 'Leave it empty if it was one day',
  });
  const number = text(row, { name: 'claimNumber', label: 'Plan’s claim number', isSpellchecked: false });
  if (!isDispute) return [member, [rin, optional(number)], [from, to]];
  return [
    member,
    [rin, number],
    [from, to],
    [
      money(row, { name: 'billedCents', label: 'Amount billed' }),
      money(row, { name: 'paidCents', label: 'Amount paid', optional: true }),
    ],
    [
      text(row, {
        name: 'carc',
        label: 'Reason code',
        hint: 'The CARC on the remittance, like 29',
        optional: true,
      }),
      date(row, { name: 'denialDate', label: 'Date of the denial', optional: true }),
    ],
  ];
}

const DIGITS = { inputmode: 'numeric', isSpellchecked: false } as const;

function text(row: ClaimRow, options: TextField): PlacedField<TextField> {
  return {
    field: 'text',
    options: { autocomplete: 'off', width: 'full', value: row[options.name], ...options },
  };
}

function money(row: ClaimRow, options: TextField): PlacedField<TextField> {
  return { field: 'money', options: { value: row[options.name], ...options } };
}

function date(row: ClaimRow, options: DateField): PlacedField<DateField> {
  return { field: 'date', options: { value: parseDateFields(row, options.name), ...options } };
}

function optional(field: PlacedField): PlacedField {
  return { ...field, options: { ...field.options, optional: true } };
}
