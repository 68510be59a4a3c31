import type { LinkSeen } from '../../complaint/links.queries.ts';
import { statusTag } from '../../complaint/presentation/complaint-head.ts';
import { dayText } from '../../complaint/presentation/moments.ts';
import type { StatusTag } from '../../web/parts.ts';

/** A link with another complaint, for `casework/_links`. */
export interface LinkRow {
  readonly label: string;
  readonly reference: string;
  readonly href: string;
  readonly planName: string;
  readonly tag: StatusTag;
  readonly words: string;
  /** Who made it and when, and who ended it. */
  readonly by: string;
  /** Where it is ended; null: it is not to be ended here. */
  readonly end: string | null;
}

/** @param linksHref the page of the complaint's links, where they are ended; null: they are only shown */
export function linkRows(links: readonly LinkSeen[], linksHref: string | null): LinkRow[] {
  return links.map((link) => ({
    label: labelOf(link),
    reference: link.reference,
    href: `/casework/complaints/${link.reference}`,
    planName: link.planName,
    tag: statusTag(link.status, 'staff', null),
    words: link.words,
    by: byline(link),
    end: linksHref !== null && link.ended === null ? `${linksHref}/${link.id}/end` : null,
  }));
}

/** The links in force, on the complaint's own page. */
export interface LinksShown {
  readonly links: readonly LinkRow[];
  readonly href: string;
  readonly linkText: string;
}

export function linksShown(links: readonly LinkSeen[], href: string): LinksShown {
  const inForce = links.filter(({ ended }) => ended === null);
  return {
    links: linkRows(inForce, null),
    href,
    linkText: links.length > 0 ? 'All links, and a new one' : 'Link it with another complaint',
  };
}

function labelOf({ kind, isFrom }: LinkSeen): string {
  if (kind === 'same_matter') return 'Same matter as';
  return isFrom ? 'Duplicate of' : 'Repeated by';
}

function byline({ madeBy, madeAt, ended }: LinkSeen): string {
  const made = `Linked by ${madeBy} on ${dayText(madeAt)}`;
  return ended ? `${made}; ended by ${ended.by} on ${dayText(ended.at)}` : made;
}
