import { formatDate } from '../../platform/dates.ts';
import type { Extension } from '../extension.ts';
import type { ExtensionRequest } from '../extension-request.ts';
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
      return `${askedFor(extension)}; HFS has not answered yet`;
    case 'lapsed':
      return `${askedFor(extension)}; it lapsed when ${lapsedWhen(extension)}`;
    case 'granted':
      return `Granted on ${formatDate(extension.on)}; there is no second one`;
    case 'refused':
      return `Refused on ${formatDate(extension.on)}; there is no second request`;
    case 'over':
      return 'Not to be had any more: the time to answer is over';
  }
}

function askedFor({ by, on }: ExtensionRequest): string {
  return `Asked for by ${by === 'plan' ? 'the plan' : 'the provider'} on ${formatDate(on)}`;
}

function lapsedWhen({ lapsedWith }: ExtensionRequest): string {
  switch (lapsedWith) {
    case 'propose':
      return 'the plan answered';
    case 'not-ours':
      return 'the plan gave the complaint back';
    case 'recall':
      return 'HFS took the complaint back';
    case 'request-review':
      return 'a Department review was asked for';
    default:
      return 'the complaint was closed';
  }
}
