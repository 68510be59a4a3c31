import type { SampleComplaints } from '../sample-complaints.ts';
import type { Samples } from './sample.ts';

/** The pages of messages, of every side. */
export function messageSamples({ filed }: SampleComplaints): Samples {
  const { submitted, presented, closed } = filed;
  return {
    '/complaints/:reference/messages': [submitted, closed].map(({ reference }) => ({
      address: `/complaints/${reference}/messages`,
      whose: ['representative'],
    })),
    '/casework/complaints/:reference/:channel/messages': [
      { address: `/casework/complaints/${presented.reference}/provider/messages` },
      { address: `/casework/complaints/${presented.reference}/plan/messages` },
      { address: `/casework/complaints/${submitted.reference}/plan/messages`, whose: [] },
    ],
    '/mco/complaints/:reference/messages': [
      { address: `/mco/complaints/${presented.reference}/messages`, whose: ['liaison'] },
    ],
  };
}
