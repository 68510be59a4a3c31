import { instantOf } from '../../complaint/presentation/moments.ts';
import { formatDate, formatInstant } from '../../platform/dates.ts';
import type { DraftListed } from '../drafts/draft.queries.ts';
import { closedVerdict } from '../steps/filing-verdict.ts';
import { stepsMissing } from '../steps/steps.ts';

/** A draft on the list: what it is about, what it lacks, and where to go on. */
export interface DraftCard {
  readonly heading: string;
  readonly savedAt: string;
  /** What is still missing, or what it waits for. */
  readonly state: string;
  readonly href: string;
}

export function draftCard({ draft, savedAt }: DraftListed): DraftCard {
  const provider = draft.agent ? draft.site.organization.name : null;
  const about = [provider, draft.plan?.name, draft.topic?.name].filter(Boolean).join(': ');
  return {
    heading: about || 'A new complaint',
    savedAt: formatInstant(instantOf(savedAt)),
    state: stateOf(draft),
    href: `/complaints/drafts/${draft.id}`,
  };
}

function stateOf(draft: DraftListed['draft']): string {
  const verdict = closedVerdict(draft);
  if (verdict?.kind === 'too-early') return `You can file it from ${formatDate(verdict.from)}.`;
  if (verdict?.kind === 'too-late') return `The time to file it ended on ${formatDate(verdict.to)}.`;
  const missing = stepsMissing(draft);
  return missing.length === 0 ? 'Complete: check it and file it.' : `Still missing: ${missing.join(', ')}.`;
}
