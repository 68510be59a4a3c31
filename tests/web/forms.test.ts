import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  dateParts,
  formAccepted,
  formChoice,
  formChoices,
  formDate,
  formEmail,
  formFlag,
  formMoney,
  formText,
  optionalFormDate,
  optionalFormMoney,
  optionalFormText,
} from '../../src/platform/form-fields.ts';
import { fieldError, parseDateFields, safeParse, typedChoices, typedText } from '../../src/web/forms.ts';

const Form = z.object({
  name: formText({ missing: 'Enter a name', max: 10 }),
  plan: formChoice(['AETNA', 'MOLINA'], { missing: 'Select a plan' }),
  filedOn: formDate({ what: 'the date you filed it' }),
});
const GOOD = {
  name: 'Avery',
  plan: 'AETNA',
  'filedOn-month': '2',
  'filedOn-day': '29',
  'filedOn-year': '2024',
};

describe('A form', () => {
  it('that is right gives its values', () => {
    expect(safeParse(Form, GOOD)).toEqual({
      ok: true,
      value: { name: 'Avery', plan: 'AETNA', filedOn: Temporal.PlainDate.from('2024-02-29') },
    });
  });

  it('that was sent empty gives one error a field, in the order of the form', () => {
    const expected = [
      { field: 'name', text: 'Enter a name', href: '#name' },
      { field: 'plan', text: 'Select a plan', href: '#plan' },
      { field: 'filedOn', text: 'Enter the date you filed it', href: '#filedOn' },
    ];
    expect(safeParse(Form, undefined)).toEqual({ ok: false, errors: expected });
    expect(safeParse(Form, {})).toEqual({ ok: false, errors: expected });
  });

  it('keeps the order of the form when a rule over two fields speaks first', () => {
    const Crossed = Form.superRefine((_form, context) => {
      context.addIssue({ code: 'custom', path: ['filedOn'], message: 'Too early' });
      context.addIssue({ code: 'custom', path: ['name'], message: 'Not that name' });
      context.addIssue({ code: 'custom', path: ['name'], message: 'Nor any other' });
    });
    expect(errorsOf(Crossed, GOOD)).toEqual(['#name Not that name', '#filedOn Too early']);
  });

  it('that is transformed as a whole keeps its order too', () => {
    expect(
      errorsOf(
        Form.transform((form) => form.name),
        {},
      ).map((line) => line.split(' ')[0]),
    ).toEqual(['#name', '#plan', '#filedOn']);
  });

  it('names a field of a list by its place in the list', () => {
    const Lines = z.object({ lines: z.array(z.object({ rin: formText({ missing: 'Enter the RIN' }) })) });
    const parsed = safeParse(Lines, { lines: [{ rin: '1' }, { rin: ' ' }] });
    expect(parsed).toEqual({
      ok: false,
      errors: [{ field: 'lines.1.rin', text: 'Enter the RIN', href: '#lines-1-rin' }],
    });
  });

  it.each([
    ['two values of one name', { name: ['a', 'b'] }],
    ['an object', { name: { toString: 'x' } }],
  ])('takes %s for nothing typed', (_what, body) => {
    expect(errorsOf(z.object({ name: formText({ missing: 'Enter a name' }) }), body)).toEqual([
      '#name Enter a name',
    ]);
  });
});

describe('A text', () => {
  const text = formText({ missing: 'Enter it', max: 10 });

  it('is trimmed, composed, and has plain line ends', () => {
    expect(text.parse('  Zoe\u0308\r\nx\r ')).toBe('Zo\u00eb\nx');
  });

  it('loses the control characters that no database keeps, and no line end', () => {
    const Lines = z.object({ name: formText({ missing: 'Enter a name' }) });
    expect(safeParse(Lines, { name: 'Oak\u0000 Street\u001b\r\nClinic' })).toEqual({
      ok: true,
      value: { name: 'Oak Street\nClinic' },
    });
  });

  it('over its length is refused, in the characters that are allowed', () => {
    expect(text.safeParse('x'.repeat(10)).success).toBe(true);
    expect(messageOf(text, 'x'.repeat(11))).toBe('Use 10 characters or fewer');
  });

  it('that may be left out is undefined when it is', () => {
    expect(optionalFormText().parse('  ')).toBeUndefined();
    expect(optionalFormText().parse(undefined)).toBeUndefined();
    expect(optionalFormText().parse(' yes ')).toBe('yes');
  });
});

describe('A date of three inputs', () => {
  const date = formDate({ what: 'the date of service' });

  it.each([
    [{ month: '', day: '', year: '' }, 'Enter the date of service', []],
    [{ month: '2', day: '29', year: '2023' }, 'The date of service must be a real date', []],
    [{ month: '13', day: '1', year: '2023' }, 'The date of service must be a real date', []],
    [{ month: 'May', day: '1', year: '2023' }, 'The date of service must be a real date', []],
    [{ month: '2', day: '', year: '2023' }, 'The date of service must include a day', ['day']],
    [{ month: '', day: '', year: '2023' }, 'The date of service must include a month and a day', ['month']],
    [{ month: '2', day: '3', year: '23' }, 'The date of service must have a year of 4 digits', ['year']],
  ])('%o is refused: %s', (typed, message, path) => {
    expect(date.safeParse(typed).error?.issues).toMatchObject([{ message, path }]);
  });

  it('leads to the input to be mended', () => {
    const parts = { 'on-month': '2', 'on-day': '3', 'on-year': '23' };
    expect(safeParse(z.object({ on: date }), parts)).toMatchObject({
      errors: [{ field: 'on', href: '#on-year' }],
    });
  });

  it('that may be left out is undefined when all three are empty, and refused when one is', () => {
    const optional = optionalFormDate({ what: 'the date of the denial' });
    expect(optional.parse({ month: '', day: '', year: '' })).toBeUndefined();
    expect(messageOf(optional, { month: '1', day: '', year: '2026' })).toBe(
      'The date of the denial must include a day',
    );
  });

  it('is shown again as it was typed, or as it was stored', () => {
    expect(parseDateFields({ 'on-month': ' 2 ', 'on-day': '31', 'on-year': ['1', '2'] }, 'on')).toEqual({
      month: '2',
      day: '31',
      year: '',
    });
    expect(dateParts('2026-03-09')).toEqual({ month: '3', day: '9', year: '2026' });
    expect(dateParts(Temporal.PlainDate.from('2026-03-09'))).toEqual({ month: '3', day: '9', year: '2026' });
    expect(dateParts(null)).toEqual({ month: '', day: '', year: '' });
  });
});

describe('An amount', () => {
  it('is read to the cent', () => {
    expect(formMoney({ missing: 'Enter the amount' }).parse(' $1,234.5 ')).toBe(123450);
  });

  it('that is absent or unreadable is refused in its own words', () => {
    const money = formMoney({ missing: 'Enter the amount billed' });
    expect(messageOf(money, '')).toBe('Enter the amount billed');
    expect(messageOf(money, '12,50')).toBe('Enter the amount in dollars and cents, like 1,234.50');
    expect(messageOf(optionalFormMoney(), '12,50')).toBe(
      'Enter the amount in dollars and cents, like 1,234.50',
    );
    expect(optionalFormMoney().parse('')).toBeUndefined();
  });
});

describe('Choices', () => {
  it('come as a list, whether none, one or several are ticked', () => {
    const several = formChoices(['a', 'b']);
    expect(several.parse(undefined)).toEqual([]);
    expect(several.parse('a')).toEqual(['a']);
    expect(several.parse(['a', 'b'])).toEqual(['a', 'b']);
    expect(several.safeParse('c').success).toBe(false);
  });

  it('of which one is needed refuse none', () => {
    expect(messageOf(formChoices(['a'], { missing: 'Select what is missing' }), undefined)).toBe(
      'Select what is missing',
    );
  });

  it('of one box say yes or no', () => {
    expect(formFlag().parse('yes')).toBe(true);
    expect(formFlag().parse(undefined)).toBe(false);
    expect(messageOf(formAccepted({ missing: 'Accept it to go on' }), undefined)).toBe('Accept it to go on');
    expect(formAccepted({ missing: 'Accept it to go on' }).parse('yes')).toBe(true);
  });

  it('that were made are shown again', () => {
    expect(typedChoices({ missing: 'a' }, 'missing')).toEqual(['a']);
    expect(typedChoices({ missing: ['a', 'b'] }, 'missing')).toEqual(['a', 'b']);
    expect(typedChoices(undefined, 'missing')).toEqual([]);
    expect(typedText({ plan: ['a', 'b'] }, 'plan')).toBe('');
  });
});

describe('An e-mail address', () => {
  it('is kept in lower case', () => {
    expect(formEmail({ missing: 'Enter your e-mail' }).parse(' Renata@Example.ORG ')).toBe(
      'renata@example.org',
    );
  });

  it.each(['renata', 'renata@', 'a b@example.org'])('like "%s" is refused', (typed) => {
    expect(messageOf(formEmail({ missing: 'Enter your e-mail' }), typed)).toMatch(/correct format/);
  });
});

describe('An error that a rule found', () => {
  it('leads to its field', () => {
    expect(fieldError('lines[0].rin', 'That is a Social Security number')).toEqual({
      field: 'lines[0].rin',
      text: 'That is a Social Security number',
      href: '#lines-0-rin',
    });
  });
});

function errorsOf(schema: z.ZodType, body: unknown): string[] {
  const parsed = safeParse(schema, body);
  return parsed.ok ? [] : parsed.errors.map((error) => `${error.href} ${error.text}`);
}

function messageOf(schema: z.ZodType, sent: unknown): string | undefined {
  return schema.safeParse(sent).error?.issues[0]?.message;
}
