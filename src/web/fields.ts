import type { DateParts } from '../platform/form-fields.ts';
import type { FieldError } from './pages.ts';

/** What every field partial is told. `value` is shown as it was typed, right or wrong. */
export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** The page's errors: the field finds its own by its name. */
  readonly errors?: readonly FieldError[] | undefined;
  /** Marked "(optional)"; what is not marked is required. */
  readonly optional?: boolean | undefined;
  /** The DOM id, where the name's own will not do. */
  readonly id?: string | undefined;
  /** The label is the page's `<h1>`: for pages that ask one thing. */
  readonly isHeading?: boolean | undefined;
  /** The label is for screen readers only: for cells of a table, whose header says it. */
  readonly isLabelHidden?: boolean | undefined;
}

/** How wide a box is; a hint at how much is expected. */
export type FieldWidth = '2xs' | 'xs' | 'sm' | 'md' | 'lg' | 'xl' | '2xl' | 'full';

export interface TextField extends FieldOptions {
  readonly value?: string | null | undefined;
  readonly width?: FieldWidth | undefined;
  readonly autocomplete?: string | undefined;
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined;
  readonly maxlength?: number | undefined;
  readonly isSpellchecked?: boolean | undefined;
}

export interface TextareaField extends FieldOptions {
  readonly value?: string | null | undefined;
  readonly rows?: number | undefined;
  /** Told to the reader and counted down by script; the server decides. */
  readonly maxlength?: number | undefined;
}

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Fields that belong to this choice; hidden while another is chosen, where the browser can. */
  readonly reveal?: readonly RevealedField[] | undefined;
}

/** One field: which partial in `views/_fields/`, and its options. */
export interface RevealedField {
  readonly field: string;
  readonly options: object;
}

export interface ChoiceField extends FieldOptions {
  readonly choices: readonly Choice[];
  readonly value?: string | null | undefined;
  readonly tiles?: boolean | undefined;
  readonly inline?: boolean | undefined;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

export interface SelectField extends FieldOptions {
  readonly value?: string | null | undefined;
  readonly choices?: readonly Choice[] | undefined;
  readonly groups?: readonly ChoiceGroup[] | undefined;
  /** The first line, chosen when there is no value. */
  readonly prompt?: string | undefined;
  readonly width?: FieldWidth | undefined;
}

export interface CheckboxesField extends FieldOptions {
  readonly choices: readonly Choice[];
  readonly value?: readonly string[] | undefined;
  readonly tiles?: boolean | undefined;
}

/** One box. Without `value` it sends `yes`. */
export interface CheckboxField extends FieldOptions {
  readonly value?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly tiles?: boolean | undefined;
}

export interface DateField extends FieldOptions {
  readonly value?: DateParts | null | undefined;
  readonly autocomplete?: 'bday' | undefined;
}

interface DatePartInput {
  readonly key: keyof DateParts;
  readonly label: string;
  readonly length: number;
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly isWrong: boolean;
}

const DATE_PARTS = [
  { key: 'month', label: 'Month', length: 2 },
  { key: 'day', label: 'Day', length: 2 },
  { key: 'year', label: 'Year', length: 4 },
] as const;

export interface FileField extends FieldOptions {
  readonly multiple?: boolean | undefined;
  /** File name endings, with the dot. */
  readonly accept?: readonly string[] | undefined;
  /** The limits in words: how many, how large. */
  readonly limits?: string | undefined;
}

/** What field partials ask, so that label, hint, error and control find each other. */
export const fields = {
  /** The DOM id of a field's first control. */
  id(options: FieldOptions): string {
    return options.id ?? fieldId(options.name);
  },

  /** The DOM id of the control of the nth choice: the first has the field's own, which error links name. */
  choiceId(options: FieldOptions, index: number): string {
    return index === 0 ? fields.id(options) : `${fields.id(options)}-${index + 1}`;
  },

  error(options: FieldOptions): string | null {
    return options.errors?.find((error) => error.field === options.name)?.text ?? null;
  },

  /** The three inputs of a date; the month's has the field's own id. An error marks the part it names, or all. */
  dateParts(options: DateField): DatePartInput[] {
    const error = options.errors?.find((each) => each.field === options.name);
    const named = error && /-(day|year)$/.exec(error.href)?.[1];
    return DATE_PARTS.map(({ key, label, length }) => ({
      key,
      label,
      length,
      id: key === 'month' ? fields.id(options) : `${fields.id(options)}-${key}`,
      name: `${options.name}-${key}`,
      value: options.value?.[key] ?? '',
      isWrong: error !== undefined && (named === undefined || named === key),
    }));
  },

  /** The ids of what describes a field, for `aria-describedby`; null when nothing does. */
  describedBy(
    options: FieldOptions & { readonly limits?: unknown; readonly isCounted?: unknown },
  ): string | null {
    const id = fields.id(options);
    const ids = [
      ...(options.hint ? [`${id}-hint`] : []),
      ...(options.limits ? [`${id}-limits`] : []),
      ...(options.isCounted ? [`${id}-count`] : []),
      ...(fields.error(options) ? [`${id}-error`] : []),
    ];
    return ids.length > 0 ? ids.join(' ') : null;
  },
} as const;

/** The DOM id of the field of that name: `lines[0].rin` and `lines.0.rin` become `lines-0-rin`. */
export function fieldId(name: string): string {
  return name.replaceAll(']', '').replace(/[^A-Za-z0-9_-]/g, '-');
}
