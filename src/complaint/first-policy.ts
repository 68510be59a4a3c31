import type { ClockLength, Policy } from './policy.ts';

const calendar = (days: number): ClockLength => ({ days, unit: 'calendar' });
const business = (days: number): ClockLength => ({ days, unit: 'business' });

const STATUTE = '305 ILCS 5/5-30.1 (g-8)';
const RULE = '89 Ill. Adm. Code 140.75';

/** Version 1: the rule in force since February 28, 2020, and the portal's own choices where it is silent. */
export const FIRST_POLICY: Policy = {
  filing: {
    opensAfter: 30,
    closesAfter: 60,
    answerIsFreshFor: 30,
    earlyAnswerOpens: false,
    source: `${RULE}(b)(2)`,
  },
  clocks: {
    first_reply: {
      owner: 'hfs',
      length: business(15),
      urgent: business(2),
      words: 'Give the representative a first reply',
      source: 'HFS complaint form page, 2017',
    },
    present: {
      owner: 'hfs',
      length: business(10),
      urgent: null,
      words: 'Present the complaint to the plan',
      source: `${RULE}(c)`,
    },
    resubmit: {
      owner: 'representative',
      length: business(10),
      urgent: null,
      words: 'Send the information that HFS asked for',
      source: 'HFS portal policy',
    },
    acknowledge: {
      owner: 'plan',
      length: business(2),
      urgent: business(1),
      words: 'Acknowledge the complaint',
      source: 'HFS portal policy',
    },
    propose: {
      owner: 'plan',
      length: calendar(30),
      urgent: business(5),
      words: 'Answer with a written proposal',
      source: `${RULE}(d)`,
    },
    extension: {
      owner: 'hfs',
      length: calendar(30),
      urgent: null,
      words: 'Settle the dispute within the extension',
      source: `${RULE}(e)`,
    },
    request_review: {
      owner: 'representative',
      length: calendar(30),
      urgent: null,
      words: 'Ask for a Department review',
      source: STATUTE,
    },
    review_information: {
      owner: 'both',
      length: calendar(30),
      urgent: null,
      words: 'Send information for the review',
      source: STATUTE,
    },
    decide: {
      owner: 'hfs',
      length: calendar(30),
      urgent: null,
      words: 'Decide the dispute',
      source: STATUTE,
    },
    provider_information: {
      owner: 'representative',
      length: business(10),
      urgent: business(2),
      words: 'Answer what HFS asked the representative',
      source: 'HFS portal policy',
    },
    plan_information: {
      owner: 'plan',
      length: business(10),
      urgent: business(2),
      words: 'Answer what HFS asked the plan',
      source: 'HFS portal policy',
    },
  },
};
