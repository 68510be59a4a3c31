import { replaceWaiting } from '../../../src/mco/answers/waiting.queries.ts';
import type { Cast } from '../cast.ts';
import type { SampleComplaints } from '../sample-complaints.ts';
import { formOnly, type Samples } from './sample.ts';

/** The pages of many answers, with a file of the liaison's that waits; nothing of it can be answered. */
export async function answerSamples({ liaison }: Cast, { filed }: SampleComplaints): Promise<Samples> {
  const row = (number: number, reference: string) => ({
    row: number,
    texts: { reference, finding: 'Upheld', reason: 'Our determination stands.' },
    marks: {},
    isRagged: false,
  });
  await replaceWaiting(
    { accountId: liaison.id, mcoCode: liaison.mcoCode ?? '' },
    {
      rows: [row(2, filed.presented.reference), row(3, 'PC-0000')],
      versions: {},
      results: [
        { kind: 'answered', reference: filed.answered.reference, position: 'overturned', totalCents: 24_100 },
        { kind: 'not-answered', reference: filed.closed.reference, why: ['The complaint has moved on.'] },
      ],
    },
  );
  const at = (page = '') => [{ address: `/mco/answers${page}` }];
  return {
    '/mco/answers': at(),
    '/mco/answers/to-answer.csv': at('/to-answer.csv'),
    '/mco/answers/to-answer.xlsx': at('/to-answer.xlsx'),
    '/mco/answers/import': formOnly('/mco/answers/import'),
    '/mco/answers/check': [{ address: '/mco/answers/check', leadsOn: ['other liaison'] }],
    '/mco/answers/to-correct.csv': at('/to-correct.csv'),
    '/mco/answers/to-correct.xlsx': at('/to-correct.xlsx'),
    '/mco/answers/confirm': formOnly('/mco/answers/confirm'),
    '/mco/answers/discard': formOnly('/mco/answers/discard'),
    '/mco/scorecard': [{ address: '/mco/scorecard' }],
  };
}
