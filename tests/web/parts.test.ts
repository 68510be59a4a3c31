import { type CheerioAPI, load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '../../src/web/rendering.ts';

describe('A row of buttons', () => {
  it('has links where an address is given, and submit buttons where none is', () => {
    const $ = render('button-row', {
      buttons: [
        { text: 'Save and continue' },
        { text: 'Finish later', name: 'then', value: 'later', style: 'link' },
        { text: 'Start', href: '/complaints/new', style: 'secondary' },
        { text: 'Close', style: 'danger' },
      ],
    });
    expect($('button[type=submit]').first().text()).toBe('Save and continue');
    expect($('button[name=then]').attr('value')).toBe('later');
    expect($('a').attr('href')).toBe('/complaints/new');
    expect($('.usa-button--secondary').text()).toBe('Close');
  });
});

describe('A summary list', () => {
  const rows = [
    { label: 'Plan', value: 'Molina', change: { href: '/plan' } },
    { label: 'Dates', value: ['One', 'Two'] },
  ];

  it('says what each change link changes', () => {
    const $ = render('summary-list', { heading: 'Review by the plan', change: { href: '/review' }, rows });
    expect(
      $('a')
        .toArray()
        .map((link) => $(link).text()),
    ).toEqual(['Change review by the plan', 'Change plan']);
    expect(
      $('dt')
        .toArray()
        .map((term) => $(term).text()),
    ).toEqual(['Plan', 'Dates']);
    expect(
      $('.summary__value')
        .toArray()
        .map((value) => $(value).text()),
    ).toEqual(['Molina', 'One', 'Two']);
  });

  it('has no heading and no links where none are given', () => {
    const $ = render('summary-list', { rows: [{ label: 'Plan', value: 'Molina' }] });
    expect($('h2, a')).toHaveLength(0);
  });
});

describe('A table', () => {
  const table = {
    caption: 'Open complaints',
    columns: [
      { text: 'Reference' },
      { text: 'Due', sorted: 'ascending' },
      { text: 'Lines', isNumeric: true },
    ],
    rows: [
      {
        isEmphasized: true,
        cells: [
          { text: 'PC-1', href: '/c/1' },
          { text: 'May 1', hint: '2 days late', tags: [{ text: 'Urgent', tone: 'urgent' }] },
          { text: 0 },
        ],
      },
    ],
    empty: { heading: 'No complaints' },
  };

  it('names its columns, and each row by its first cell', () => {
    const $ = render('table', table);
    expect($('caption').text()).toBe('Open complaints');
    expect($('thead th[scope=col]')).toHaveLength(3);
    expect($('th[aria-sort=ascending]').text()).toBe('Due');
    expect($('tbody th[scope=row] a').attr('href')).toBe('/c/1');
    expect($('td.numeric').text().trim()).toBe('0');
    expect($('td').first().attr('data-label')).toBe('Due');
    expect($('.tag--urgent').text()).toBe('Urgent');
  });

  it('can be scrolled with the keyboard, in a region with its name', () => {
    const region = render('table', table)('.usa-table-container--scrollable');
    expect(region.attr()).toMatchObject({ tabindex: '0', role: 'region', 'aria-label': 'Open complaints' });
  });

  it('without rows says so instead', () => {
    const $ = render('table', { ...table, rows: [] });
    expect($('table')).toHaveLength(0);
    expect($('.empty-state').text()).toContain('No complaints');
  });
});

describe('The history', () => {
  it('lists each step with its time, who took it, and what was said', () => {
    const $ = render('history', {
      entries: [
        { title: 'Returned', when: 'May 1, 2026', datetime: '2026-05-01', who: 'HFS', text: ['One', 'Two'] },
        { title: 'Filed', when: 'April 30, 2026' },
      ],
    });
    expect($('ol > li')).toHaveLength(2);
    expect($('time').attr('datetime')).toBe('2026-05-01');
    expect($('li').first().find('p')).toHaveLength(2);
    expect($('li').last().text()).not.toContain('·');
  });
});

describe('The steps', () => {
  it('mark the one the reader is at, and tell the others apart in words', () => {
    const $ = render('steps', { steps: ['Plan', 'Topic', 'Files'], current: 1 });
    expect($('[aria-current=step]').text().trim()).toBe('Topic');
    expect($('li').first().text()).toContain('completed');
    expect($('li').last().text()).toContain('not completed');
    expect($('.usa-step-indicator__heading').text().replace(/\s+/g, ' ').trim()).toBe('Step 2 of 3 Topic');
  });
});

describe('An alert', () => {
  it('has a heading where it needs one, and is slim where not', () => {
    expect(
      render('alert', {
        type: 'warning',
        heading: 'Check it',
        text: ['a', 'b'],
        links: [{ href: '/x', text: 'See' }],
      })('h2').text(),
    ).toBe('Check it');
    const $ = render('alert', { text: 'Saved', role: 'status' });
    expect($('[role=status].usa-alert--slim.usa-alert--info')).toHaveLength(1);
    expect($('h2')).toHaveLength(0);
  });
});

describe('Ways through a list', () => {
  it('mark the tab that is open', () => {
    const $ = render('tabs', {
      label: 'Queues',
      tabs: [
        { href: '/a', text: 'Open', count: 0, current: true },
        { href: '/b', text: 'Closed', current: false },
      ],
    });
    expect($('nav').attr('aria-label')).toBe('Queues');
    expect($('[aria-current=page]').text()).toBe('Open 0');
    expect($('a').last().text()).toBe('Closed');
  });

  it('take back one filter, or all', () => {
    const $ = render('filter-chips', {
      chips: [{ text: 'Urgent', href: '/casework' }],
      clearHref: '/casework?all',
    });
    expect($('li a').text()).toContain('Remove filter: Urgent');
    expect($('a').last().text()).toBe('Clear all filters');
    expect(render('filter-chips', { chips: [], clearHref: '/x' })('*')).toHaveLength(0);
  });

  it('lead to the next page and back, and nowhere when there is one page', () => {
    const $ = render('pagination', { next: '/casework?after=x', label: 'Complaints' });
    expect($('a[rel=next]').attr('href')).toBe('/casework?after=x');
    expect($('a[rel=prev]')).toHaveLength(0);
    expect(render('pagination', {})('*')).toHaveLength(0);
  });
});

describe('Who holds a complaint', () => {
  it('is told with the day, the rule, and whether it is late', () => {
    const $ = render('holder', {
      holder: 'HFS',
      until: 'May 1, 2026',
      remaining: '2 days late',
      isOverdue: true,
      rule: '140.75(c)',
    });
    expect($('.holder--overdue .holder__who').text()).toBe('HFS');
    expect($('strong').text()).toBe('May 1, 2026');
    expect($.text()).toContain('2 days late');
    expect($.text()).toContain('140.75(c)');
  });

  it('may be nobody, with no day', () => {
    const $ = render('holder', { holder: 'Nobody' });
    expect($('.holder__until, .holder__rule, .holder--overdue')).toHaveLength(0);
  });
});

describe('Small parts', () => {
  it('say what they are given', () => {
    expect(render('status-tag', { text: 'Closed' })('.tag--neutral').text()).toBe('Closed');
    expect(
      render('empty-state', { heading: 'None', text: 'Yet', action: { href: '/n', text: 'File' } })('a').attr(
        'href',
      ),
    ).toBe('/n');
    expect(render('empty-state', { heading: 'None' })('a')).toHaveLength(0);
    expect(
      render('cards', { cards: [{ heading: 'Help', text: 'Read', href: '/help' }] })('h2 a').attr('href'),
    ).toBe('/help');
    expect(
      render('process-list', { steps: [{ heading: 'One', text: 'a' }, { heading: 'Two' }] })('li'),
    ).toHaveLength(2);
    expect(render('confirmation', { heading: 'Filed', text: 'Number', reference: 'PC-1' })('h1').text()).toBe(
      'Filed',
    );
  });
});

function render(part: string, options: object): CheerioAPI {
  return load(renderTemplate(`_parts/${part}`, { options }), null, false);
}
