import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { aRepresentative } from '../support/personas.ts';
import type { Visitor } from '../support/visitor.ts';
import { beginDraft, walkThrough } from './walk.ts';

const app = testApp();
let visitor: Visitor;

beforeAll(async () => {
  visitor = await app.signInAs(await aRepresentative());
});

describe('Beginning', () => {
  it('begins one draft, however often the button is pressed', async () => {
    const page = await visitor.get('/complaints/new');
    const id = page.$('main input[name=id]').attr('value') ?? '';
    const [one, other] = await Promise.all([
      visitor.post('/complaints/new', { id }),
      visitor.post('/complaints/new', { id }),
    ]);
    expect([one.location, other.location]).toEqual(Array(2).fill(`/complaints/drafts/${id}/screening`));
    expect((await visitor.post('/complaints/new', { id })).status).toBe(303);
    expect((await visitor.get('/complaints')).$('.drafts__draft').length).toBe(1);
  });

  it('needs an id, and with none shows the page again', async () => {
    expect((await visitor.post('/complaints/new', { id: 'x' })).location).toBe('/complaints/new');
  });
});

describe('Screening', () => {
  it.each([
    ['fee-for-service', '877-782-5565'],
    ['medicare-only', 'Medicare decides on this'],
    ['not-sure', 'Look the member up in MEDI'],
  ])('sends %s elsewhere, files nothing and keeps the draft', async (program, words) => {
    const walk = await beginDraft(visitor);
    const answer = await walk.answer('screening', { program });
    expect(answer.location).toBe(walk.href(program));
    const page = await visitor.follow(answer);
    expect(page.text).toContain(words);
    expect(page.text).toContain('Nothing was filed. Your draft is kept');
    expect((await walk.get('check')).text).toContain('Say whether this is about Medicaid managed care');
  });

  it('takes back what was said before', async () => {
    const walk = await walkThrough(visitor, { screening: { program: 'managed-care' } });
    await walk.answer('screening', { program: 'fee-for-service' });
    expect((await walk.get('screening')).$('input:checked').length).toBe(0);
  });

  it('asks again when nothing is chosen, and may be left for later', async () => {
    const walk = await beginDraft(visitor);
    const refused = await walk.answer('screening', {});
    expect(refused.status).toBe(422);
    expect(refused.title).toMatch(/^Error: /);
    expect(refused.$('.error-summary a').attr('href')).toBe('#program');
    expect((await walk.answer('screening', { button: 'later' })).location).toBe('/complaints');
  });
});

describe('The plan', () => {
  const screening = { program: 'managed-care' };

  it('offers of each plan only its own programs', async () => {
    const walk = await walkThrough(visitor, { screening });
    const page = await walk.get('plan');
    const programs = page
      .$('input[name="programCode.COUNTYCARE"]')
      .map((_at, input) => page.$(input).attr('value'));
    expect(programs.get()).toEqual(['HealthChoice', 'MLTSS']);
    const refused = await walk.answer('plan', { mcoCode: 'COUNTYCARE', 'programCode.COUNTYCARE': 'MMAI' });
    expect(refused.errors).toEqual(['Choose a program that CountyCare Health Plan takes part in']);
    expect(refused.$('.error-summary a').attr('href')).toBe('#programCode-COUNTYCARE');
    expect(refused.$('input[value=COUNTYCARE]').attr('checked')).toBeDefined();
  });

  it('asks for the program of the chosen plan, and of no other', async () => {
    const walk = await walkThrough(visitor, { screening });
    const refused = await walk.answer('plan', { mcoCode: 'AETNA', 'programCode.MERIDIAN': 'HealthChoice' });
    expect(refused.errors).toEqual(['Choose the program']);
  });

  it('asks nothing where a plan has one program only', async () => {
    const walk = await walkThrough(visitor, { screening, plan: { mcoCode: 'YOUTHCARE' } });
    expect((await walk.get('check')).text).toContain('YouthCare (DCFS youth)');
  });

  it('puts the plan that took over in the place of one that has ended, and says so', async () => {
    const walk = await walkThrough(visitor, { screening });
    const page = await walk.get('plan');
    expect(page.text).toContain(
      'Ended on November 30, 2020. Aetna Better Health of Illinois took over its claims and answers for it.',
    );
    await walk.answer('plan', { mcoCode: 'ILLINICARE', 'programCode.ILLINICARE': 'HealthChoice' });
    const check = await walk.get('check');
    expect(check.text).toContain('Aetna Better Health of Illinois');
    expect(check.text).not.toContain('IlliniCare');
  });

  it('says of which programs only the Medicaid part is taken', async () => {
    const walk = await walkThrough(visitor, { screening });
    expect((await walk.get('plan')).text).toContain('We take the Medicaid part only.');
  });
});

describe('The topic', () => {
  it('shows all forty-one in their categories, and marks those that can be urgent', async () => {
    const walk = await beginDraft(visitor);
    const page = await walk.get('topic');
    expect(page.$('input[name=topicCode]').length).toBe(41);
    expect(page.$('.choice-group').length).toBe(10);
    expect(page.$('label[for="topicCode-ACCESS_PRESCRIPTION"]').text()).toContain('Can be urgent');
  });

  it('comes before what depends on it', async () => {
    const walk = await beginDraft(visitor);
    for (const step of ['prior-review', 'claims', 'story']) {
      expect((await walk.get(step)).location).toBe(walk.href('topic'));
      expect((await visitor.post(walk.href(step))).location).toBe(walk.href('topic'));
    }
  });

  it('refuses what is not on the list', async () => {
    const walk = await beginDraft(visitor);
    expect((await walk.answer('topic', { topicCode: 'NO_SUCH_TOPIC' })).errors).toEqual(['Choose the topic']);
  });
});
