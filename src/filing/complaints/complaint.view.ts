import type { Temporal } from 'temporal-polyfill';
import type { Attachment } from '../../attachments/attachments.queries.ts';
import { type FileRow, fileRows } from '../../attachments/file-rows.ts';
import type { Clock } from '../../complaint/clocks.ts';
import type { HistoryLine } from '../../complaint/complaints.queries.ts';
import type { ComplaintDocument } from '../../complaint/document.ts';
import { extensionOf } from '../../complaint/extension.ts';
import type { InHand } from '../../complaint/in-hand.ts';
import { isKept, type Move } from '../../complaint/lifecycle.ts';
import { complaintFacts } from '../../complaint/presentation/complaint-facts.ts';
import { type ComplaintHead, complaintHead } from '../../complaint/presentation/complaint-head.ts';
import { extensionFacts } from '../../complaint/presentation/extension-facts.ts';
import { type FactRow, factRow } from '../../complaint/presentation/fact-row.ts';
import { historyEntries } from '../../complaint/presentation/history-entries.ts';
import { type HolderCard, holderCard } from '../../complaint/presentation/holder-card.ts';
import { type OutcomeShown, outcomeOf, withDecision } from '../../complaint/presentation/outcome.ts';
import { type ProposalShown, proposalShown } from '../../complaint/presentation/proposal.ts';
import { type Question, questionOf } from '../../complaint/presentation/question.ts';
import { type ComplaintRecord, complaintRecord } from '../../complaint/presentation/record.ts';
import { withSharing } from '../../complaint/presentation/sharing-entries.ts';
import type { Colleague, SharingEvent } from '../../complaint/sharing.queries.ts';
import { movesOpen, standingOf } from '../../complaint/standing.ts';
import { type MessageLink, messageLink } from '../../web/message-link.ts';
import type { PageView } from '../../web/pages.ts';
import type { ButtonRow, History, SummaryList } from '../../web/parts.ts';
import { siteHint } from '../drafts/site-field.view.ts';
import { type Another, anotherLike } from './another.ts';
import { type AskedFor, requestOf } from './asked-for.ts';
import { complaintHref } from './load-complaint.ts';
import { sharingSummary } from './sharing.view.ts';
import { type Tracker, trackerOf } from './tracker.ts';
import { type YourAnswer, yourAnswer } from './your-answer.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/complaint': ComplaintView;
  }
}

export interface ComplaintView extends PageView {
  readonly head: ComplaintHead;
  /** What HFS waits for from the reader, with where to send it. */
  readonly asked: (AskedFor & { readonly buttons: ButtonRow }) | null;
  /** What HFS asks beside the course of things. */
  readonly question: Question | null;
  readonly proposal: ProposalShown | null;
  /** What may be done about the proposal, or about its absence. */
  readonly yourAnswer: YourAnswer | null;
  readonly outcome: OutcomeShown | null;
  readonly tracker: Tracker;
  readonly record: ComplaintRecord;
  readonly files: { readonly files: readonly FileRow[]; readonly empty: string };
  /** Null: it is closed. */
  readonly addFilesHref: string | null;
  readonly messages: MessageLink;
  readonly history: History;
  readonly holder: HolderCard;
  readonly moves: readonly MoveOffered[];
  readonly another: Another;
  readonly pdfHref: string;
  readonly receiptHref: string;
  readonly facts: readonly FactRow[];
  readonly sharing: SummaryList;
}

/** A move that the reader may make now; it has a page of its own. */
export interface MoveOffered {
  readonly text: string;
  readonly hint: string;
  readonly href: string;
  readonly isMain: boolean;
}

export interface Findings {
  readonly document: ComplaintDocument;
  readonly history: readonly HistoryLine[];
  readonly clocks: readonly Clock[];
  readonly files: readonly Attachment[];
  readonly sharing: readonly SharingEvent[];
  readonly colleagues: readonly Colleague[];
  /** Messages of HFS that were not read yet. */
  readonly unread: number;
  readonly today: Temporal.PlainDate;
}

export function complaintView(own: InHand, findings: Findings): ComplaintView {
  const { complaint, seen, policy, reference } = own;
  const { document, history, clocks, files, unread, today } = findings;
  const { party } = seen;
  const { closureReasons } = reference;
  const standing = standingOf(complaint, reference);
  const extension = extensionFacts(extensionOf(complaint.status, standing));
  const href = complaintHref(complaint);
  return {
    title: `Complaint ${complaint.reference}`,
    breadcrumbs: [{ href: '/complaints', text: 'My complaints' }],
    head: complaintHead(complaint, party),
    asked: askedOf(own, history),
    question: questionOf({ history, clocks, today }, 'filer', `${href}/moves/answer`),
    yourAnswer: yourAnswer(own, clocks, history),
    proposal: proposalShown(history, document.claimLines, complaint.mco?.name ?? 'the plan'),
    outcome: withDecision(outcomeOf(complaint, history, party, { document, policy: policy.filing }), href),
    tracker: trackerOf(complaint, history, clocks),
    record: complaintRecord(complaint, document, party),
    files: { files: fileRows(files, `${href}/files`), empty: 'No files were sent with it.' },
    addFilesHref: complaint.status === 'closed' ? null : `${href}/files`,
    messages: messageLink('HFS', `${href}/messages`, unread),
    history: {
      entries: withSharing(
        historyEntries(history, { complaint, party, closureReasons, policy }),
        findings.sharing,
      ),
    },
    holder: holderCard(complaint, standing, party, { policy, today }),
    moves: movesOf(own),
    another: anotherLike(complaint, 'outline'),
    pdfHref: `${href}/complaint.pdf`,
    receiptHref: `${href}/receipt.pdf`,
    facts: [...filedFor(complaint), ...complaintFacts(complaint, party), ...extension],
    sharing: sharingSummary(own, findings.colleagues),
  };
}

/** Which of several sites or providers it is about. */
function filedFor({ organization, site }: InHand['complaint']): FactRow[] {
  const name = site.name === organization.name ? null : site.name;
  return factRow('Filed for', [organization.name, name, siteHint(site)]);
}

function askedOf({ complaint }: InHand, history: readonly HistoryLine[]): ComplaintView['asked'] {
  const asked = requestOf(complaint.status, history);
  const href = complaintHref(complaint);
  return (
    asked && {
      ...asked,
      buttons: {
        buttons: [
          { text: 'Answer HFS', href: `${href}/moves/resubmit` },
          { text: 'Add documents', href: `${href}/files`, style: 'secondary' },
        ],
      },
    }
  );
}

const BESIDE: readonly Move[] = ['resubmit', 'answer', 'accept', 'request-review'];

function movesOf({ complaint, seen, actor, reference }: InHand): MoveOffered[] {
  const rows = movesOpen(complaint, reference, seen.party, actor.role);
  // What answers HFS or the plan has its button beside what is answered.
  return rows
    .filter((row) => !BESIDE.includes(row.move) && !isKept(row, seen.isRepresentative))
    .map(({ move, words }) => ({
      text: words.label,
      hint: words.hint,
      href: `${complaintHref(complaint)}/moves/${move}`,
      isMain: words.button === 'primary',
    }));
}
