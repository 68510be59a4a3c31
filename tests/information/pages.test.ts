import { describe, expect, it } from 'vitest';
import { STATUSES, statusLabel } from '../../src/complaint/status.ts';
import { testApp } from '../support/app.ts';
import { aRepresentative } from '../support/personas.ts';

const { visitor, signInAs } = testApp();
const PAGES = ['/', '/where-to-complain', '/help', '/accessibility', '/privacy'];

/** All the telephone numbers that the Department's notice and Medicare give. */
const NUMBERS = ['877-782-5565', '1-800-MEDICARE'];

describe.each(PAGES)('The public page %s', (address) => {
  it('opens for everybody, with one heading and no session', async () => {
    const answer = await visitor().get(address);
    expect(answer.status).toBe(200);
    expect(answer.$('main h1')).toHaveLength(1);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('names no telephone number but those that are known', async () => {
    const { $ } = await visitor().get(address);
    const called = $('a[href^="tel:"]')
      .toArray()
      .map((link) => $(link).text());
    for (const number of called) expect(NUMBERS).toContain(number);
    const written =
      $('body')
        .text()
        .match(/\b\d{3}-\d{3}-\d{4}\b/g) ?? [];
    for (const number of written) expect(NUMBERS).toContain(number);
  });

  it('has a heading for every address inside it', async () => {
    const { $ } = await visitor().get(address);
    for (const link of $('main a[href^="#"]').toArray()) {
      expect($(`main [id="${$(link).attr('href')?.slice(1)}"]`)).toHaveLength(1);
    }
  });
});

describe('The home page', () => {
  it('asks where to complain, and answers without a script', async () => {
    const browser = visitor();
    const form = (await browser.get('/')).$('form[action="/where-to-complain"]');
    expect(form.attr('method')).toBe('get');
    expect(form.find('input[type=radio][name=who]')).toHaveLength(3);
    const { $ } = await browser.get('/where-to-complain?asking=who&who=provider');
    expect($('h1').text()).toContain('coverage');
    expect($('input[type=hidden][name=who]').val()).toBe('provider');
  });

  it('tells the clocks of the policy in force', async () => {
    const text = (await visitor().get('/')).$('.usa-process-list').text();
    expect(text).toContain('Within 10 business days, HFS presents your complaint');
    expect(text).toContain(
      'The plan has 30 days to send a written proposal, or 5 business days if it is urgent',
    );
  });

  it('says who gets what in writing, and promises no review to both sides', async () => {
    const { text } = await visitor().get('/');
    expect(text).toContain('or ask for a Department review; both sides get the decision in writing.');
  });

  it('offers a representative their account instead of signing in', async () => {
    const browser = await signInAs(await aRepresentative());
    const { $ } = await browser.get('/');
    expect($('.hero a[href="/account"]')).toHaveLength(1);
    expect($('.hero a[href="/sign-in"]')).toHaveLength(0);
  });
});

describe('The help page', () => {
  it('tells the time for a question of HFS, too, by the policy in force', async () => {
    const { $ } = await visitor().get('/help');
    const rows = $('tbody tr').toArray();
    const lines = rows.map((row) => $(row).text().replace(/\s+/g, ' ').trim());
    for (const [side, owner] of [
      ['representative', 'You'],
      ['plan', 'The plan'],
    ])
      expect(lines).toContain(
        `Answer what HFS asked the ${side} ${owner} 10 business days 2 business days HFS portal policy`,
      );
  });
});

describe('Where do I complain?', () => {
  it('sent without an answer is a page with an error', async () => {
    const answer = await visitor().get('/where-to-complain?asking=who');
    expect(answer.status).toBe(422);
    expect(answer.$('.error-summary a').attr('href')).toBe('#who');
  });

  it('sends fee-for-service to HFS by telephone', async () => {
    const answer = await visitor().get('/where-to-complain?who=provider&coverage=fee-for-service');
    expect(answer.$('.place a[href="tel:+18777825565"]').text()).toBe('877-782-5565');
  });

  it('leads to the form when it belongs here', async () => {
    const query = 'who=provider&coverage=managed-care&enrolled=yes&about=claim&asked=yes&age=open';
    const { $ } = await visitor().get(`/where-to-complain?${query}`);
    expect($('.place--here a[href="/complaints/new"]').text()).toBe('File a complaint');
  });

  it('prints nothing of an address that it does not know', async () => {
    const answer = await visitor().get('/where-to-complain?who=%3Cscript%3Ealert(1)%3C/script%3E');
    expect(answer.body).not.toContain('alert(1)');
  });
});

describe('The help page', () => {
  it('explains every status there is', async () => {
    const text = (await visitor().get('/help')).$('#statuses').parent().text();
    for (const status of STATUSES) expect(text).toContain(statusLabel(status, 'filer'));
  });

  it('gives an example of the filing window', async () => {
    expect((await visitor().get('/help')).text).toContain('from April 1, 2026 to May 1, 2026');
  });
});
