import { type CheerioAPI, load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { fieldError } from '../../src/web/forms.ts';
import { renderTemplate } from '../../src/web/rendering.ts';

const CHOICES = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No', hint: 'We count it against the plan' },
];

const LABELLED = [
  ['text', {}, 'input'],
  ['email', {}, 'input'],
  ['password', {}, 'input'],
  ['money', {}, 'input'],
  ['textarea', {}, 'textarea'],
  ['select', { choices: CHOICES }, 'select'],
  ['file', {}, 'input'],
] as const;

describe.each(LABELLED)('The field "%s"', (field, more, control) => {
  it('is named by its label, and described by nothing that is not there', () => {
    const $ = render(field, { ...more, name: 'lines[0].rin', label: 'The “RIN”' });
    expect($('label').attr('for')).toBe('lines-0-rin');
    expect($('label').text()).toBe('The “RIN”');
    expect($(control).attr('name')).toBe('lines[0].rin');
    expect($(control).attr('id')).toBe('lines-0-rin');
    expect($(control).attr('aria-describedby')).toBeUndefined();
    expect($(control).attr('aria-invalid')).toBeUndefined();
    expect($('.usa-error-message, .usa-hint, .optional')).toHaveLength(0);
  });

  it('is described by its hint and its own error, and by no other', () => {
    const errors = [fieldError('rin', 'Enter the RIN'), fieldError('plan', 'Select a plan')];
    const $ = render(field, { ...more, name: 'rin', label: 'RIN', hint: '9 digits', errors, optional: true });
    expect(describedBy($, control)).toEqual(['9 digits', 'Error: Enter the RIN']);
    expect($(control).attr('aria-invalid')).toBe('true');
    expect($('.usa-form-group--error')).toHaveLength(1);
    expect($('label').text()).toBe('RIN (optional)');
    expect($.text()).not.toContain('Select a plan');
  });

  it('can be the heading of its page, or be named for screen readers alone', () => {
    expect(render(field, { ...more, name: 'a', label: 'Which?', isHeading: true })('h1 label').text()).toBe(
      'Which?',
    );
    expect(
      render(field, { ...more, name: 'a', label: 'Which?', isLabelHidden: true })('label.usa-sr-only'),
    ).toHaveLength(1);
  });
});

describe('What was typed', () => {
  it('stands in the field again, as text and never as markup', () => {
    const value = '"><script>alert(1)</script>';
    expect(render('text', { name: 'a', label: 'A', value })('input').val()).toBe(value);
    expect(render('textarea', { name: 'a', label: 'A', value })('textarea').val()).toBe(value);
    expect(render('text', { name: 'a', label: value })('script')).toHaveLength(0);
  });

  it('as a password is never sent back', () => {
    const $ = render('password', { name: 'password', label: 'Password', value: 'secret' });
    expect($('input').val()).toBe('');
    expect($('button[data-show-password]').attr('hidden')).toBe('hidden');
    expect($('button[data-show-password]').attr('aria-controls')).toBe('password');
  });

  it('is empty where nothing was typed', () => {
    expect(render('text', { name: 'a', label: 'A' })('input').val()).toBe('');
    expect(render('textarea', { name: 'a', label: 'A', value: null })('textarea').val()).toBe('');
  });
});

describe('A text field', () => {
  it('tells the browser what it is for', () => {
    const $ = render('text', {
      name: 'npi',
      label: 'NPI',
      inputmode: 'numeric',
      autocomplete: 'off',
      maxlength: 10,
      width: 'md',
      isSpellchecked: false,
    });
    expect($('input').attr()).toMatchObject({
      inputmode: 'numeric',
      autocomplete: 'off',
      maxlength: '10',
      spellcheck: 'false',
    });
    expect($('input').hasClass('usa-input--md')).toBe(true);
    expect(render('email', { name: 'e', label: 'E' })('input').attr()).toMatchObject({
      type: 'email',
      autocomplete: 'email',
    });
  });

  it('with a limit says so, and is described by it', () => {
    const $ = render('textarea', { name: 'story', label: 'What happened?', maxlength: 4000 });
    expect(describedBy($, 'textarea')).toEqual(['You can use up to 4,000 characters.']);
    expect($('textarea').attr('maxlength')).toBeUndefined();
  });
});

describe('A select', () => {
  it('chooses its value, and its prompt when there is none', () => {
    const options = { name: 'a', label: 'A', choices: CHOICES, prompt: 'Select one' };
    expect(render('select', { ...options, value: 'no' })('option:selected').text()).toBe('No');
    expect(render('select', options)('option[selected]')).toHaveLength(0);
    expect(render('select', options)('option').first().attr('value')).toBe('');
  });

  it('can group its choices', () => {
    const $ = render('select', {
      name: 'a',
      label: 'A',
      value: 'no',
      groups: [{ label: 'Claim denial', choices: CHOICES }],
    });
    expect($('optgroup').attr('label')).toBe('Claim denial');
    expect($('optgroup option[selected]').text()).toBe('No');
  });
});

describe.each(['radios', 'checkboxes'])('A group of %s', (field) => {
  const options = { name: 'asked', label: 'Did you ask?', choices: CHOICES };

  it('is named by its legend; its first control has the id that errors lead to', () => {
    const $ = render(field, options);
    expect($('fieldset > legend').text()).toBe('Did you ask?');
    expect($('fieldset').attr('aria-describedby')).toBeUndefined();
    expect(attributes($, 'input', 'id')).toEqual(['asked', 'asked-2']);
    expect(attributes($, 'input', 'name')).toEqual(['asked', 'asked']);
    expect(attributes($, 'label', 'for')).toEqual(['asked', 'asked-2']);
    expect($('input[checked]')).toHaveLength(0);
  });

  it('is described by its hint and its error', () => {
    const $ = render(field, {
      ...options,
      hint: 'By phone counts',
      errors: [fieldError('asked', 'Select one')],
    });
    expect(describedBy($, 'fieldset')).toEqual(['By phone counts', 'Error: Select one']);
  });

  it('keeps what was chosen', () => {
    const $ = render(field, { ...options, value: field === 'radios' ? 'no' : ['no'] });
    expect(attributes($, 'input[checked]', 'value')).toEqual(['no']);
  });

  it('shows the fields of a choice below it', () => {
    const reveal = [{ field: 'text', options: { name: 'whom', label: 'Whom did you ask?' } }];
    const $ = render(field, { ...options, choices: [{ value: 'yes', text: 'Yes', reveal }] });
    expect($('.usa-radio, .usa-checkbox').next('.reveal').find('label').text()).toBe('Whom did you ask?');
    expect(render(field, options)('.reveal')).toHaveLength(0);
  });
});

describe('One checkbox', () => {
  it('sends yes, and is ticked when it was', () => {
    const options = { name: 'hipaa', label: 'I follow HIPAA' };
    expect(render('checkbox', options)('input').val()).toBe('yes');
    expect(render('checkbox', options)('input[checked]')).toHaveLength(0);
    expect(render('checkbox', { ...options, checked: true })('input[checked]')).toHaveLength(1);
  });

  it('is described by its error', () => {
    const $ = render('checkbox', {
      name: 'hipaa',
      label: 'I follow HIPAA',
      errors: [fieldError('hipaa', 'Accept it')],
    });
    expect(describedBy($, 'input')).toEqual(['Error: Accept it']);
    expect($('input').attr('aria-invalid')).toBe('true');
  });
});

describe('A date', () => {
  const options = {
    name: 'filedOn',
    label: 'When did you file it?',
    value: { month: '2', day: '30', year: '' },
  };

  it('has an input for month, day and year, each with its label', () => {
    const $ = render('date', options);
    expect($('legend').text()).toBe('When did you file it?');
    expect(attributes($, 'input', 'name')).toEqual(['filedOn-month', 'filedOn-day', 'filedOn-year']);
    expect(attributes($, 'input', 'id')).toEqual(['filedOn', 'filedOn-day', 'filedOn-year']);
    expect(attributes($, 'input', 'value')).toEqual(['2', '30', '']);
    expect(attributes($, 'label', 'for')).toEqual(['filedOn', 'filedOn-day', 'filedOn-year']);
    expect($('[aria-invalid]')).toHaveLength(0);
  });

  it('marks the part that is wrong, or all of it', () => {
    const wrongYear = { field: 'filedOn', text: 'It must include a year', href: '#filedOn-year' };
    expect(attributes(render('date', { ...options, errors: [wrongYear] }), '[aria-invalid]', 'id')).toEqual([
      'filedOn-year',
    ]);
    const $ = render('date', { ...options, errors: [fieldError('filedOn', 'It must be a real date')] });
    expect($('[aria-invalid]')).toHaveLength(3);
    expect(describedBy($, 'fieldset')).toEqual(['Error: It must be a real date']);
  });
});

describe('A file field', () => {
  it('tells what it takes, and how much', () => {
    const $ = render('file', {
      name: 'files',
      label: 'Files',
      multiple: true,
      accept: ['.pdf', '.png'],
      limits: 'Up to 20 files',
    });
    expect($('input').attr()).toMatchObject({ type: 'file', accept: '.pdf,.png', multiple: '' });
    expect(describedBy($, 'input')).toEqual(['Up to 20 files']);
  });
});

describe('The error summary', () => {
  it('can take the focus, and leads to each field', () => {
    const $ = render('error-summary', {
      errors: [fieldError('plan', 'Select a plan'), fieldError('rin', 'Enter the RIN')],
    });
    expect($('[role=alert]').attr('tabindex')).toBe('-1');
    expect($('h2').text()).toBe('There is a problem');
    expect(attributes($, 'a', 'href')).toEqual(['#plan', '#rin']);
  });
});

describe('What is not seen', () => {
  it('is sent along', () => {
    expect(render('csrf', { token: 'a-token' })('input[type=hidden][name=_csrf]').val()).toBe('a-token');
    expect(render('hidden', { name: 'version', value: 3 })('input[type=hidden][name=version]').val()).toBe(
      '3',
    );
  });
});

function render(field: string, options: object): CheerioAPI {
  return load(renderTemplate(`_fields/${field}`, { options }), null, false);
}

function attributes($: CheerioAPI, selector: string, name: string): (string | undefined)[] {
  return $(selector)
    .toArray()
    .map((element) => $(element).attr(name));
}

/** The texts that describe an element to a screen reader. */
function describedBy($: CheerioAPI, selector: string): string[] {
  const ids = ($(selector).first().attr('aria-describedby') ?? '').split(' ');
  return ids.map((id) => $(`[id="${id}"]`).text().trim());
}
