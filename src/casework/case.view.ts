import type { Temporal } from 'temporal-polyfill';
import type { Attachment } from '../attachments/attachments.queries.ts';
import { type FileRow, fileRows } from '../attachments/file-rows.ts';
import type { AuditEvent } from '../audit/audit.queries.ts';
import { type EventLine, eventLine } from '../audit/event-lines.ts';
import type { Clock } from '../complaint/clocks.ts';
import type { HistoryLine } from '../complaint/complaints.queries.ts';
import type { Attempt } from '../complaint/contact-log.queries.ts';
import { extensionOf } from '../complaint/extension.ts';
import type { InHand } from '../complaint/in-hand.ts';
import type { IssueOfComplaint } from '../complaint/issues/links.queries.ts';
import type { LinkSeen } from '../complaint/links.queries.ts';
import type { Note } from '../complaint/notes.queries.ts';
import { type ClockTable, clockTable } from '../complaint/presentation/clock-table.ts';
import { complaintFacts, progressOf } from '../complaint/presentation/complaint-facts.ts';
import { type ComplaintHead, complaintHead } from '../complaint/presentation/complaint-head.ts';
import { type ContactLog, contactLog } from '../complaint/presentation/contact-log.ts';
import { extensionFacts } from '../complaint/presentation/extension-facts.ts';
import type { FactRow } from '../complaint/presentation/fact-row.ts';
import { historyEntries } from '../complaint/presentation/history-entries.ts';
import { type HolderCard, holderCard } from '../complaint/presentation/holder-card.ts';
import { type NotesShown, notesShown } from '../complaint/presentation/notes.ts';
import { type OutcomeShown, outcomeOf, withDecision } from '../complaint/presentation/outcome.ts';
import { type ProposalShown, proposalShown } from '../complaint/presentation/proposal.ts';
import { type ComplaintRecord, complaintRecord } from '../complaint/presentation/record.ts';
import { withSharing } from '../complaint/presentation/sharing-entries.ts';
import type { SharingEvent } from '../complaint/sharing.queries.ts';
import { standingOf } from '../complaint/standing.ts';
import { CHANNELS, type Channel, mayUse, otherSide } from '../messages/channels.ts';
import { chicagoDate, formatDate } from '../platform/dates.ts';
import { type IssueLine, staffIssueLine } from '../web/issue-line.ts';
import { type MessageLink, messageLink } from '../web/message-link.ts';
import type { PageView } from '../web/pages.ts';
import type { Alert, History, Table } from '../web/parts.ts';
import { type CaseMoves, caseMoves } from './case-moves.view.ts';
import type { NoticeSeen } from './casework.queries.ts';
import { type DecisionDraft, decisionDraft } from './decision-draft.ts';
import { type LinksShown, linksShown } from './links/link-rows.ts';
import { caseHref } from './load-case.ts';
import { noticeTable } from './notice-words.ts';
import type { Judged } from './read-screening.ts';
import { type ScreeningView, screeningView } from './screening.view.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'casework/case': CaseView;
  }
}

export interface CaseView extends PageView {
  readonly head: ComplaintHead;
  readonly issue: IssueLine;
  /** That the plan gave it back, and why; null: it did not, since it was last presented. */
  readonly givenBack: Alert | null;
  readonly outcome: OutcomeShown | null;
  readonly proposal: ProposalShown | null;
  /** The draft of a decision, which waits for a supervisor or was sent back; null: there is none. */
  readonly draft: DecisionDraft | null;
  readonly screening: ScreeningView;
  readonly record: ComplaintRecord;
  readonly files: { readonly files: readonly FileRow[]; readonly empty: string };
  readonly messages: readonly MessageLink[];
  /** The plan's attempts to reach the provider; null: it was not presented yet. */
  readonly contacts: ContactLog | null;
  readonly notes: NotesShown;
  readonly links: LinksShown;
  readonly history: History;
  readonly clocks: ClockTable;
  readonly notices: Table;
  readonly events: readonly EventLine[];
  readonly eventsHref: string;
  readonly pdfHref: string;
  readonly holder: HolderCard;
  readonly moves: CaseMoves;
  readonly facts: readonly FactRow[];
}

/** All that is read for the case page. */
export interface CaseFindings extends Judged {
  readonly history: readonly HistoryLine[];
  readonly sharing: readonly SharingEvent[];
  readonly clocks: readonly Clock[];
  readonly files: readonly Attachment[];
  readonly notices: readonly NoticeSeen[];
  readonly events: readonly AuditEvent[];
  /** The systemic issue to which it belongs. */
  readonly issue: IssueOfComplaint | null;
  /** Messages to HFS that nobody there has read yet. */
  readonly unread: Readonly<Record<Channel, number>>;
  readonly notes: readonly Note[];
  readonly attempts: readonly Attempt[];
  readonly links: readonly LinkSeen[];
  /** Names of accounts and references of complaints, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly today: Temporal.PlainDate;
}

export function caseView(inHand: InHand, findings: CaseFindings): CaseView {
  const { complaint, reference, policy, seen } = inHand;
  const { document, history, clocks, names, today } = findings;
  const { party } = seen;
  const href = caseHref(complaint);
  const { closureReasons } = reference;
  const draft = decisionDraft(inHand, history);
  const standing = standingOf(complaint, reference);
  const extension = extensionFacts(extensionOf(complaint.status, standing));
  return {
    title: `Complaint ${complaint.reference}`,
    breadcrumbs: [{ href: '/casework', text: 'Complaints' }],
    head: complaintHead(complaint, party),
    issue: staffIssueLine(findings.issue, href),
    givenBack: givenBack(inHand, history),
    outcome: withDecision(outcomeOf(complaint, history, party, { document, policy: policy.filing }), href),
    proposal: proposalShown(history, document.claimLines, complaint.mco?.name ?? 'The plan'),
    draft,
    screening: screeningView(inHand, findings),
    links: linksShown(findings.links, `${href}/links`),
    record: complaintRecord(complaint, document, party),
    files: { files: fileRows(findings.files, `${href}/files`), empty: 'No files were sent with it.' },
    messages: messageLinks(inHand, findings.unread),
    contacts: complaint.presentedAt === null ? null : contactLog(findings.attempts, null),
    notes: notesShown(findings.notes, 'staff', complaint.mco?.name ?? 'the plan', `${href}/notes`),
    history: {
      entries: withSharing(
        historyEntries(history, { complaint, party, closureReasons, policy, staffNames: names }),
        findings.sharing,
      ),
    },
    clocks: clockTable(clocks, policy, complaint.mco?.name ?? 'The plan'),
    notices: noticeTable(findings.notices),
    events: findings.events.map((event) => eventLine(event, names)),
    eventsHref: `${href}/events`,
    pdfHref: `${href}/complaint.pdf`,
    holder: holderCard(complaint, standing, party, { policy, today }),
    moves: caseMoves(inHand, draft),
    facts: [...complaintFacts(complaint, party), ...extension],
  };
}

function givenBack({ complaint: { status, mco } }: InHand, history: readonly HistoryLine[]): Alert | null {
  const last = history.findLast(({ move }) => move === 'present' || move === 'not-ours');
  if (status === 'closed' || last?.move !== 'not-ours') return null;
  const day = formatDate(chicagoDate(last.at));
  return {
    type: 'warning',
    heading: `${mco?.name ?? 'The plan'} gave it back on ${day}`,
    text: last.writing.words ?? '',
  };
}

/** Where HFS writes with each side; with the plan only once the complaint was presented to it. */
function messageLinks(
  { complaint, seen: { party } }: InHand,
  unread: Readonly<Record<Channel, number>>,
): MessageLink[] {
  return CHANNELS.filter((channel) => mayUse(channel, party, progressOf(complaint))).map((channel) =>
    messageLink(
      otherSide(channel, party, complaint.mco?.name ?? 'the plan'),
      `${caseHref(complaint)}/${channel}/messages`,
      unread[channel],
    ),
  );
}
