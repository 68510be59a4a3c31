import { statusLabel } from '../../complaint/status.ts';
import type { Alert } from '../../web/parts.ts';
import type { Duplicate } from './duplicates.queries.ts';

/** Complaints that may be about the same, for whoever is about to file another; none: no box. */
export function duplicateAlerts(duplicates: readonly Duplicate[]): Alert[] {
  if (duplicates.length === 0) return [];
  const own = duplicates.filter(({ isOwn }) => isOwn);
  const others = duplicates.filter(({ isOwn }) => !isOwn);
  return [
    {
      type: 'warning',
      heading: 'This may have been filed already',
      text: ['If it is another matter, go on.', ...others.map(colleagueText)],
      links: own.map((each) => ({
        text: `${each.reference}: ${sharedText(each)}. ${statusLabel(each.status, 'filer')}.`,
        href: `/complaints/${each.reference}`,
      })),
    },
  ];
}

function colleagueText(each: Duplicate): string {
  if (each.agent !== null) return `${each.reference}: ${sharedText(each)}. ${each.agent} filed it for you.`;
  return `${each.reference}: ${sharedText(each)}. ${each.representative} of your organization stands for it, and can share it with you.`;
}

function sharedText({ isSameClaim }: Duplicate): string {
  return isSameClaim ? 'the same claim number' : 'the same member on the same day';
}
