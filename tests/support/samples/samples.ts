import type { Cast } from '../cast.ts';
import { reviewedComplaints, sampleComplaints } from '../sample-complaints.ts';
import { accountSamples } from './account-samples.ts';
import { administrationSamples } from './administration-samples.ts';
import { answerSamples } from './answer-samples.ts';
import { complaintSamples, draftSamples } from './filing-samples.ts';
import { issueSamples } from './issue-samples.ts';
import { messageSamples } from './message-samples.ts';
import { organizationSamples, registrationSamples } from './organization-samples.ts';
import { PUBLIC_PAGES } from './public-samples.ts';
import type { Samples } from './sample.ts';
import { caseworkSamples, planSamples, presentingSamples } from './work-samples.ts';

/** Addresses of every route, for complaints and links made for them. */
export async function samplesFor(cast: Cast): Promise<Samples> {
  const complaints = await sampleComplaints(cast);
  const reviews = await reviewedComplaints(cast);
  return {
    ...PUBLIC_PAGES,
    ...(await accountSamples()),
    ...draftSamples(complaints),
    ...complaintSamples(complaints, reviews),
    ...caseworkSamples(complaints, reviews),
    ...planSamples(complaints, reviews),
    ...(await answerSamples(cast, complaints)),
    ...(await presentingSamples(cast, complaints)),
    ...(await issueSamples(cast, complaints)),
    ...messageSamples(complaints),
    ...(await registrationSamples(cast)),
    ...(await organizationSamples(cast)),
    ...(await administrationSamples(cast)),
    '/administration/audit': [
      { address: '/administration/audit' },
      { address: '/administration/audit?action=complaint.submit' },
      { address: `/administration/audit?complaint=${complaints.filed.closed.reference}` },
      { address: '/administration/audit?person=nobody-at-all', status: 422 },
    ],
  };
}
