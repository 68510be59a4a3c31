import { formatDate } from '../../platform/dates.ts';
import type { Extension } from '../extension.ts';
import { type FactRow, factRow } from './fact-row.ts';

/** Whether an extension is still to be had, in a line. */
export function extensionFacts(extension: Extension | null): FactRow[] {
  return factRow('Extension', extension && extensionText(extension));
}

function extensionText(extension: Extension): string {
  switch (extension.kind) {
    case 'to-be-had':
      return `Can be asked for until ${formatDate(extension.until)}, once in all`;
    case 'asked':
      return `Asked for by ${extension.by === 'plan' ? 'the plan' : 'the provider'} on ${formatDate(extension.on)}; HFS has not answered yet`;
    case 'granted':
      return `Granted on ${formatDate(extension.on)}; there is no second one`;
    case 'refused':
      return `Refused on ${formatDate(extension.on)}; there is no second request`;
    case 'over':
      return 'Not to be had any more: the time to answer is over';
  }
}
