import type { Temporal } from 'temporal-polyfill';
import type { Attachment } from '../attachments/attachments.queries.ts';
import { type FileRow, fileRows } from '../attachments/file-rows.ts';
import type { Clock } from '../complaint/clocks.ts';
import type { HistoryLine } from '../complaint/complaints.queries.ts';
import type { Attempt } from '../complaint/contact-log.queries.ts';
import type { ComplaintDocument } from '../complaint/document.ts';
import { extensionOf } from '../complaint/extension.ts';
import type { InHand } from '../complaint/in-hand.ts';
import type { IssueOfComplaint } from '../complaint/issues/links.queries.ts';
import type { MoveRow } from '../complaint/lifecycle.ts';
import type { Note } from '../complaint/notes.queries.ts';
import type { ClockOwner } from '../complaint/policy.ts';
import { type ClockTable, clockTable } from '../complaint/presentation/clock-table.ts';
import { complaintFacts } from '../complaint/presentation/complaint-facts.ts';
import { type ComplaintHead, complaintHead } from '../complaint/presentation/complaint-head.ts';
import { type ContactLog, contactLog } from '../complaint/presentation/contact-log.ts';
import { extensionFacts } from '../complaint/presentation/extension-facts.ts';
import { type FactRow, factRow } from '../complaint/presentation/fact-row.ts';
import { historyEntries } from '../complaint/presentation/history-entries.ts';
import { type HolderCard, holderCard } from '../complaint/presentation/holder-card.ts';
import { type NotesShown, notesShown } from '../complaint/presentation/notes.ts';
import { type OutcomeShown, outcomeOf, withDecision } from '../complaint/presentation/outcome.ts';
import { type ProposalShown, proposalShown } from '../complaint/presentation/proposal.ts';
import { type Question, questionOf } from '../complaint/presentation/question.ts';
import { type ComplaintRecord, complaintRecord } from '../complaint/presentation/record.ts';
import { movesOpen, standingOf } from '../complaint/standing.ts';
import { type IssueLine, planIssueLine } from '../web/issue-line.ts';
import { type MessageLink, messageLink } from '../web/message-link.ts';
import type { PageView } from '../web/pages.ts';
import type { Alert, Button, History } from '../web/parts.ts';
import { acknowledgeBanner } from './acknowledge-banner.ts';
import { isOpen } from './files.ts';
import { complaintHref } from './load-complaint.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'mco/complaint': ComplaintView;
  }
}

export interface ComplaintView extends PageView {
  readonly head: ComplaintHead;
  readonly issue: IssueLine;
  /** What comes before all else; null: nothing. */
  readonly banner: Alert | null;
  readonly outcome: OutcomeShown | null;
  /** What HFS asks of the plan, with where to answer. */
  readonly asked: Question | null;
  readonly proposal: ProposalShown | null;
  readonly record: ComplaintRecord;
  readonly files: { readonly files: readonly FileRow[]; readonly empty: string };
  /** Null: the plan has it no longer. */
  readonly addFilesHref: string | null;
  readonly messages: MessageLink;
  readonly contacts: ContactLog;
  readonly notes: NotesShown;
  readonly history: History;
  readonly clocks: ClockTable;
  readonly holder: HolderCard;
  readonly moves: readonly Button[];
  readonly facts: readonly FactRow[];
}

/** All that is read for the page. */
export interface PlanFindings {
  readonly document: ComplaintDocument;
  readonly history: readonly HistoryLine[];
  readonly clocks: readonly Clock[];
  readonly files: readonly Attachment[];
  /** Names of liaisons, by account. */
  readonly names: ReadonlyMap<string, string>;
  /** Messages of HFS that the plan has not read yet. */
  readonly unread: number;
  readonly notes: readonly Note[];
  readonly attempts: readonly Attempt[];
  /** The systemic issue to which it belongs. */
  readonly issue: IssueOfComplaint | null;
  readonly today: Temporal.PlainDate;
}

export function complaintView(inHand: InHand, findings: PlanFindings): ComplaintView {
  const { complaint, reference, policy, seen, actor } = inHand;
  const { document, history, clocks, files, unread, names, today } = findings;
  const { party } = seen;
  const { closureReasons } = reference;
  const standing = standingOf(complaint, reference);
  const extension = extensionFacts(extensionOf(complaint.status, standing));
  const href = complaintHref(complaint);
  const own = clocks.filter(({ kind }) => OF_THE_PLAN.includes(policy.clocks[kind].owner));
  return {
    title: `Complaint ${complaint.reference}`,
    breadcrumbs: [{ href: '/mco', text: 'Complaints' }],
    head: complaintHead(complaint, party),
    issue: planIssueLine(findings.issue, actor),
    banner: acknowledgeBanner({
      isUrgent: complaint.isUrgent,
      clocks,
      today,
      href: `${href}/moves/acknowledge`,
    }),
    outcome: withDecision(outcomeOf(complaint, history, party, { document, policy: policy.filing }), href),
    asked: questionOf({ history, clocks, today }, 'plan', `${href}/moves/answer`),
    proposal: proposalShown(history, document.claimLines, complaint.mco?.name ?? 'The plan'),
    record: complaintRecord(complaint, document, party),
    files: { files: fileRows(files, `${href}/files`), empty: 'No files were sent with it.' },
    addFilesHref: isOpen(inHand) ? `${href}/files` : null,
    messages: messageLink('HFS', `${href}/messages`, unread),
    contacts: contactLog(findings.attempts, `${href}/contacts`),
    notes: notesShown(findings.notes, 'plan', complaint.mco?.name ?? 'the plan', `${href}/notes`),
    history: {
      entries: historyEntries(history, { complaint, party, closureReasons, policy, staffNames: names }),
    },
    clocks: clockTable(own, policy, complaint.mco?.name ?? 'The plan'),
    holder: holderCard(complaint, standing, party, { policy, today }),
    moves: movesOpen(complaint, reference, party, actor.role).map((row) => buttonOf(row, href)),
    facts: [...complaintFacts(complaint, party), ...liaisonFact(inHand, names), ...extension],
  };
}

/** Who of the plan works on it. */
function liaisonFact({ complaint, actor }: InHand, names: ReadonlyMap<string, string>): FactRow[] {
  const { liaisonId } = complaint;
  const name = liaisonId === null ? 'Nobody yet' : names.get(liaisonId);
  return factRow('Works on it', liaisonId === actor.accountId ? `You (${name})` : name);
}

const OF_THE_PLAN: readonly ClockOwner[] = ['plan', 'both'];

function buttonOf({ move, words }: MoveRow, href: string): Button {
  return {
    text: words.label,
    href: `${href}/moves/${move}`,
    style: words.button === 'primary' ? 'primary' : 'secondary',
  };
}
