import { enrolledListOf, listEnrolled } from '../accounts/organization/enrolled.queries.ts';
import { type EnrolledMatch, matchEnrolled } from '../accounts/organization/enrolled-match.ts';
import type { ComplaintDocument } from '../complaint/document.ts';
import { readFiled } from '../complaint/filed.queries.ts';
import type { InHand } from '../complaint/in-hand.ts';
import { listRepeated } from '../complaint/links.queries.ts';
import { dayOf } from '../complaint/presentation/moments.ts';
import { today } from '../platform/clock.ts';
import { type LookAlikeBeside, listLookAlikes } from './casework.queries.ts';

/** What a complaint is judged by at intake. */
export interface Judged {
  readonly document: ComplaintDocument;
  readonly lookAlikes: readonly LookAlikeBeside[];
  /** The references of those that HFS has linked it with as their duplicate. */
  readonly repeats: readonly string[];
  /** How its provider stands in the list of enrolled providers on the day of filing. */
  readonly enrolled: EnrolledMatch;
}

const LOOK_ALIKES_SHOWN = 10;

/** Reads what is protected: audit the view before it is shown. */
export async function readScreening({ complaint }: InHand): Promise<Judged> {
  const { site, submittedAt } = complaint;
  const identifiers = {
    npis: site.npi === null ? [] : [site.npi],
    hfsProviderIds: site.hfsProviderId === null ? [] : [site.hfsProviderId],
  };
  const [document, lookAlikes, repeated, listedOn, listed] = await Promise.all([
    readFiled(complaint),
    listLookAlikes(complaint.id, LOOK_ALIKES_SHOWN),
    listRepeated([complaint.id]),
    enrolledListOf(),
    listEnrolled(identifiers),
  ]);
  const filedOn = submittedAt ? dayOf(submittedAt) : today();
  const repeats = repeated.map(({ reference }) => reference);
  return { document, lookAlikes, repeats, enrolled: matchEnrolled(site, listedOn && listed, filedOn) };
}
