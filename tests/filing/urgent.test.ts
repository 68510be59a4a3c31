import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../src/platform/clock.ts';
import { testApp } from '../support/app.ts';
import { aRepresentative } from '../support/personas.ts';
import type { Visitor } from '../support/visitor.ts';
import { AN_URGENT_ISSUE, CERTIFICATION, walkThrough } from './walk.ts';

const app = testApp();
let visitor: Visitor;

beforeAll(async () => {
  setClock(Temporal.Instant.from('2026-10-05T15:00:00Z'));
  visitor = await app.signInAs(await aRepresentative());
});
afterAll(() => setClock(null));

describe('Filing an urgent issue', () => {
  it('leads past the documents, which are offered on the check page', async () => {
    const { story, ...before } = AN_URGENT_ISSUE;
    const walk = await walkThrough(visitor, before);
    const told = await walk.answer('story', story);
    expect(told.location).toBe(`${walk.href('check')}?after=story`);
    const check = await visitor.follow(told);
    expect(check.$('.usa-step-indicator__total-steps').text()).toBe('of 8');
    expect(check.$(`a[href="${walk.href('files')}?from=check"]`).text()).toContain('Add');
  });

  it('needs no filing window and no answer of the plan, and runs on the short clocks', async () => {
    const walk = await walkThrough(visitor, AN_URGENT_ISSUE);
    const filed = await visitor.follow(await walk.answer('certify', CERTIFICATION));
    expect(filed.text).toContain('It is expedited');
    expect(filed.text).toContain('a first reply by October 7, 2026, within 2 business days');
    expect(filed.text).toContain('5 business days to answer');
    const page = await visitor.get(filed.$('.button-row a').attr('href') ?? '');
    expect(page.$('.tag--urgent').text()).toBe('Urgent');
    expect(page.text).toContain('No insulin left after tomorrow.');
    expect(page.text).toContain('The plan has not answered.');
  });

  it('warns of care that is still to come, and lets it pass', async () => {
    const { story: _story, ...before } = AN_URGENT_ISSUE;
    const walk = await walkThrough(visitor, before);
    const next = await walk.get('story?after=claims');
    expect(next.text).toContain('Row 1: This date of service is still to come');
  });

  it('must say whether it is urgent, and why it cannot wait', async () => {
    const { story, ...before } = AN_URGENT_ISSUE;
    const walk = await walkThrough(visitor, before);
    const { isUrgent: _isUrgent, ...unsaid } = story;
    expect((await walk.answer('story', unsaid)).errors).toEqual([
      'Say whether it affects immediate access to care',
    ]);
    const refused = await walk.answer('story', { ...story, urgentReason: ' ' });
    expect(refused.errors).toEqual(['Explain why it affects immediate access to care']);
    expect(refused.$('#whatHappened').text()).toBe(story.whatHappened);
  });

  it('asks of a claim denial neither, and a topic that cannot be urgent takes the mark away', async () => {
    const walk = await walkThrough(visitor, AN_URGENT_ISSUE);
    await walk.answer('topic?from=check', { topicCode: 'SERVICE_CALL_CENTER' });
    expect((await walk.get('story')).$('input[name=isUrgent]').length).toBe(0);
    const check = await walk.get('check');
    expect(check.text).not.toContain('No insulin left');
    expect(check.text).not.toContain('cannot be filed yet');
    const filed = await visitor.follow(await walk.answer('certify', CERTIFICATION));
    const page = await visitor.get(filed.$('.button-row a').attr('href') ?? '');
    expect(page.$('.tag--urgent').length).toBe(0);
    expect(page.text).not.toContain('No insulin left');
  });
});

describe('A topic that needs no member', () => {
  it('offers members and goes on without', async () => {
    const { screening, plan } = AN_URGENT_ISSUE;
    const walk = await walkThrough(visitor, {
      screening,
      plan,
      topic: { topicCode: 'SERVICE_CALL_CENTER' },
      'prior-review': {
        ...AN_URGENT_ISSUE['prior-review'],
        isAnswered: 'yes',
        answer: 'They promised to train.',
      },
    });
    const page = await walk.get('claims');
    expect(page.text).toContain('This topic needs none');
    expect(page.$('fieldset.panel').length).toBe(0);
    expect((await walk.answer('claims', {})).location).toContain('/story');
    const added = await visitor.follow(await walk.answer('claims', { button: 'add' }));
    expect(added.$('fieldset.panel').length).toBe(1);
    expect(added.text).toContain('Plan’s claim number (optional)');
    expect(added.text).not.toContain('Amount billed');
  });
});
