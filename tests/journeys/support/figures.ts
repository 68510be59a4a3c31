import { z } from 'zod';
import { at } from './people.ts';

const Answer = z.object({
  figuresAt: z.string(),
  counts: z.array(
    z.object({
      dimension: z.string(),
      quarter: z.string(),
      measure: z.string(),
      count: z.number().nullable(),
    }),
  ),
});

/** The public figures as programs read them: when they were counted, and how many complaints were received in all. */
export async function readFigures(): Promise<{ figuresAt: string; received: number }> {
  const answer = await fetch(at('/api/statistics/v1/counts.json'));
  const { figuresAt, counts } = Answer.parse(await answer.json());
  const total = counts.find(
    ({ dimension, quarter, measure }) => dimension === 'all' && quarter === 'all' && measure === 'received',
  );
  if (typeof total?.count !== 'number') throw new Error('The number of complaints received is withheld');
  return { figuresAt, received: total.count };
}
