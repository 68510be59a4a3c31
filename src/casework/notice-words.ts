import { instantOf } from '../complaint/presentation/moments.ts';
import { formatInstant } from '../platform/dates.ts';
import type { StatusTag, Table } from '../web/parts.ts';
import type { NoticeSeen } from './casework.queries.ts';

/** The mails about a complaint: what, to whom, when, and whether it went. */
export function noticeTable(notices: readonly NoticeSeen[]): Table {
  return {
    caption: 'Mail about this complaint',
    isCaptionHidden: true,
    columns: ['Mail', 'To', 'State'].map((text) => ({ text })),
    rows: notices.map((notice) => ({
      cells: [
        { text: NOTICE_WORDS[notice.kind] ?? notice.kind, hint: whenText(notice) },
        { text: notice.recipient },
        { text: '', tags: [stateTag(notice)] },
      ],
    })),
    empty: { heading: 'No mail was owed yet.' },
    isCompact: true,
    isStacked: true,
  };
}

const NOTICE_WORDS: Readonly<Record<string, string>> = {
  'complaint-filed': 'Received',
  'complaint-returned': 'Information needed',
  'complaint-presented': 'Presented to the plan',
  'complaint-answered': 'The plan has answered',
  'complaint-closed': 'Closed: the outcome is ready to read',
  'complaint-reopened': 'Open again',
  'complaint-news': 'News',
  'complaint-asked': 'A question of HFS',
  'complaint-unanswered': 'The plan has not answered in time',
  'complaint-deadline-near': 'A deadline is near',
  'complaint-deadline-missed': 'A deadline is missed',
  'plan-complaint-deadline-near': 'A deadline is near, to the plan',
  'plan-complaint-deadline-missed': 'A deadline is missed, to the plan',
  'staff-complaint-deadline-near': 'A deadline of HFS is near',
  'staff-complaint-deadline-missed': 'A deadline is missed, to HFS',
  'staff-urgent-half-time': 'Half of the time is over',
  'complaint-deadline-moved': 'A deadline has moved by an order',
  'plan-complaint-deadline-moved': 'A deadline has moved by an order, to the plan',
  'complaint-review': 'A Department review',
  'complaint-paid': 'A payment is confirmed',
  'plan-complaint-news': 'News, to the plan',
  'plan-complaint-appointed': 'Given to a colleague of the plan',
  'plan-complaint-asked': 'A question of HFS, to the plan',
  'plan-complaint-review': 'A Department review, to the plan',
  'plan-complaint-decided': 'The decision, to the plan',
  'staff-extension-asked': 'An extension is asked for',
  'staff-extension-waits': 'A request for an extension waits for an answer',
  'staff-decision-drafted': 'A decision is drafted',
  'plan-complaint-presented': 'Presented, to the plan',
  'plan-complaint-closed': 'Closed, to the plan',
  'plan-complaint-reopened': 'Open again, to the plan',
  'complaint-message': 'A message of HFS',
  'plan-complaint-message': 'A message of HFS, to the plan',
  'staff-complaint-message': 'A message to HFS',
  'draft-reminder': 'The draft can be filed now',
  'staff-complaint-assigned': 'Assigned to you',
  'staff-complaint-moved': 'News on your complaint',
  'staff-complaint-unassigned': 'News on a complaint that nobody at HFS has',
};

function whenText({ createdAt, sentAt, inDigest }: NoticeSeen): string {
  const how = inDigest ? ', in the daily digest' : '';
  return sentAt
    ? `sent ${formatInstant(instantOf(sentAt))}${how}`
    : `owed ${formatInstant(instantOf(createdAt))}${how}`;
}

function stateTag({ state, attempts, inDigest }: NoticeSeen): StatusTag {
  switch (state) {
    case 'owed':
      if (inDigest && attempts === 0) return { text: 'Waits for the daily digest', tone: 'neutral' };
      return attempts === 0
        ? { text: 'Waiting to be sent', tone: 'neutral' }
        : {
            text: `Will be tried again after ${attempts} ${attempts === 1 ? 'try' : 'tries'}`,
            tone: 'attention',
          };
    case 'sending':
      return { text: 'Being sent', tone: 'neutral' };
    case 'sent':
      return { text: 'Sent', tone: 'success' };
    case 'unconfirmed':
      return { text: 'Perhaps sent: not confirmed', tone: 'attention' };
    case 'failed':
      return { text: 'Could not be sent', tone: 'urgent' };
    case 'cancelled':
      return { text: 'Not sent: taken back', tone: 'neutral' };
  }
}
