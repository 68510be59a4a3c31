import type { InHand } from '../../complaint/in-hand.ts';
import { factRow } from '../../complaint/presentation/fact-row.ts';
import type { Colleague } from '../../complaint/sharing.queries.ts';
import type { SelectField } from '../../web/fields.ts';
import type { FieldError, PageView } from '../../web/pages.ts';
import type { SummaryList } from '../../web/parts.ts';
import { complaintHref } from './load-complaint.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/sharing': SharingView;
  }
}

export interface SharingView extends PageView {
  readonly action: string;
  readonly shared: readonly Colleague[];
  /** Null: there is nobody with whom it is not shared. */
  readonly colleague: SelectField | null;
}

export function sharingView(
  { complaint, actor }: InHand,
  colleagues: readonly Colleague[],
  typed: string,
  errors: readonly FieldError[],
): SharingView {
  const isShared = ({ id }: Colleague) => complaint.shares.some(({ accountId }) => accountId === id);
  const others = colleagues.filter((each) => each.id !== actor.accountId && !isShared(each));
  return {
    title: 'Who sees this complaint',
    errors,
    back: { href: complaintHref(complaint), text: `Complaint ${complaint.reference}` },
    action: `${complaintHref(complaint)}/sharing`,
    shared: colleagues.filter(isShared),
    colleague: others.length === 0 ? null : colleagueField(others, typed, errors),
  };
}

/** Who of the provider sees a complaint, on its page. */
export function sharingSummary({ complaint, seen }: InHand, colleagues: readonly Colleague[]): SummaryList {
  const shared = colleagues.filter(({ id }) => complaint.shares.some(({ accountId }) => accountId === id));
  const href = `${complaintHref(complaint)}/sharing`;
  const isHandedOver = complaint.filedBy.id !== complaint.representative.id;
  return {
    heading: 'Who sees it in your organization',
    isCompact: true,
    change: seen.isRepresentative ? { href, text: 'Share' } : undefined,
    rows: [
      { label: 'Representative', value: complaint.representative.name },
      ...factRow('Filed by', isHandedOver ? complaint.filedBy.name : null),
      { label: 'Shared with', value: shared.length > 0 ? shared.map(({ name }) => name) : 'Nobody' },
    ],
  };
}

function colleagueField(
  others: readonly Colleague[],
  value: string,
  errors: readonly FieldError[],
): SelectField {
  return {
    name: 'colleague',
    label: 'Share with',
    hint: 'They read everything in it, its files and the outcome too, and act on it; only you share or withdraw it.',
    prompt: 'Select a colleague',
    value,
    errors,
    choices: others.map(({ id, name }) => ({ value: id, text: name })),
    width: 'xl',
  };
}
