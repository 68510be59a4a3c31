import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { setClock, ZONE } from '../../src/platform/clock.ts';
import { formatDate } from '../../src/platform/dates.ts';
import { testApp } from '../support/app.ts';

interface Vector {
  filed_with_mco: string;
  mco_answered: string;
  today: string;
  verdict: 'too_early' | 'open' | 'open_late_after_answer' | 'too_late';
  earliest: string;
  latest: string;
}

const app = testApp();
const vectors: Vector[] = parse(readFileSync(path.resolve('tests/complaint/vectors/filing-window.csv')), {
  columns: true,
});

/** A person can tell of an answer only once it has come; the rule itself is tested with all of the table. */
const tellable = vectors.filter((vector) => vector.mco_answered <= vector.today);

const HEADINGS = {
  too_early: /^Not yet: from /,
  open: /^Yes, you can file today$/,
  open_late_after_answer: /^Yes, but HFS has to judge it$/,
  too_late: /^No, the filing window is over$/,
};

afterEach(() => setClock(null));

describe('May I file yet?', () => {
  it.each(tellable)(
    'On $today, of what was filed on $filed_with_mco and answered on "$mco_answered": $verdict',
    async (vector) => {
      setClock(Temporal.PlainDate.from(vector.today).toZonedDateTime(ZONE).add({ hours: 12 }).toInstant());
      const page = await app
        .visitor()
        .get(
          `/check?issue=claim&${date('filedOn', vector.filed_with_mco)}&${date('answeredOn', vector.mco_answered)}`,
        );
      expect(page.status).toBe(200);
      expect(page.$('#answer-heading').text()).toMatch(HEADINGS[vector.verdict]);
      expect(page.text).toContain(formatDate(Temporal.PlainDate.from(vector.earliest)));
      expect(page.text).toContain(formatDate(Temporal.PlainDate.from(vector.latest)));
    },
  );

  it('An issue about access to care has no window', async () => {
    const page = await app.visitor().get(`/check?issue=care&${date('filedOn', '2026-01-05')}`);
    expect(page.$('#answer-heading').text()).toBe('Yes, you can file today');
    expect(page.text).toContain('two business days');
  });

  it('A date that is none, or lies ahead, is told beside its field, and kept', async () => {
    const page = await app
      .visitor()
      .get('/check?issue=claim&filedOn-month=2&filedOn-day=30&filedOn-year=2026');
    expect(page.status).toBe(422);
    expect(page.errors.join()).toContain('real date');
    expect(page.$('#filedOn-day').attr('value')).toBe('30');
    const ahead = await app.visitor().get(`/check?issue=claim&${date('filedOn', '2090-01-01')}`);
    expect(ahead.errors.join()).toContain('not in the future');
  });

  it('Without a question it only asks', async () => {
    const page = await app.visitor().get('/check');
    expect(page.status).toBe(200);
    expect(page.$('#answer')).toHaveLength(0);
  });
});

function date(name: string, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return new URLSearchParams({
    [`${name}-month`]: month,
    [`${name}-day`]: day,
    [`${name}-year`]: year,
  }).toString();
}
