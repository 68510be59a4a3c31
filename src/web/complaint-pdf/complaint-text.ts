import type { Attachment } from '../../attachments/attachments.queries.ts';
import { clockTable } from '../../complaint/presentation/clock-table.ts';
import { complaintFacts } from '../../complaint/presentation/complaint-facts.ts';
import { historyEntries } from '../../complaint/presentation/history-entries.ts';
import { dayOf, instantOf } from '../../complaint/presentation/moments.ts';
import { type Outcome, outcomeOf } from '../../complaint/presentation/outcome.ts';
import { proposalShown } from '../../complaint/presentation/proposal.ts';
import { type ComplaintRecord, complaintRecord } from '../../complaint/presentation/record.ts';
import { statusLabel } from '../../complaint/status.ts';
import { otherSide } from '../../messages/channels.ts';
import type { Message } from '../../messages/messages.queries.ts';
import { formatInstant, formatShortDate } from '../../platform/dates.ts';
import type { PdfFact, PdfPart, PdfText } from '../../platform/pdf/tagged-pdf.ts';
import type { WholeComplaint } from './whole-complaint.ts';

/** A complaint as its reader sees it, whole, for paper and for the reader's own files. */
export function complaintText(whole: WholeComplaint): PdfText {
  const { complaint, seen, policy } = whole.inHand;
  const { party } = seen;
  const record = complaintRecord(complaint, whole.document, party);
  const outcome = outcomeOf(complaint, whole.history, party, {
    document: whole.document,
    policy: policy.filing,
  });
  const title = `Complaint ${complaint.reference}`;
  const madeAt = formatInstant(whole.madeAt);
  return {
    title,
    footer: `${title} · As of ${madeAt}`,
    parts: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: `It holds protected health information: keep it safe. As of ${madeAt}` },
      facts([
        { label: 'Status', value: statusLabel(complaint.status, party) },
        ...complaintFacts(complaint, party),
      ]),
      ...outcomeParts(outcome),
      ...proposalParts(whole),
      ...recordParts(record),
      ...fileParts(whole.files),
      ...clockParts(whole),
      ...historyParts(whole),
      ...whole.messages.flatMap(({ channel, messages }) =>
        messageParts(otherSide(channel, party, complaint.mco?.name ?? 'the plan'), messages),
      ),
    ],
  };
}

function outcomeParts(outcome: Outcome | null): PdfPart[] {
  if (outcome === null) return [];
  return [
    heading('Outcome'),
    facts([
      { label: 'Closed as', value: outcome.heading },
      { label: 'Closed on', value: outcome.closedOn },
      ...(outcome.referredTo ? [{ label: 'Referred to', value: outcome.referredTo }] : []),
      ...(outcome.fileAgainFrom ? [{ label: 'Can be filed again from', value: outcome.fileAgainFrom }] : []),
    ]),
    ...paragraphs(outcome.words ?? ''),
  ];
}

function proposalParts({ inHand: { complaint }, history, document }: WholeComplaint): PdfPart[] {
  const shown = proposalShown(history, document.claimLines, complaint.mco?.name ?? 'The plan');
  if (shown === null) return [];
  const rows = shown.table?.rows.map(({ cells }) =>
    cells.map(({ text, hint }) => (hint ? `${text}\n${hint}` : text)),
  );
  return [
    heading(`What ${shown.planName} answered`),
    { kind: 'paragraph', text: `${shown.position}. ${shown.meaning}` },
    ...paragraphs(shown.words ?? ''),
    ...(shown.facts.length > 0 ? [facts(shown.facts)] : []),
    ...(shown.table && rows ? [{ kind: 'table', columns: shown.table.columns, rows } as const] : []),
  ];
}

function recordParts({ story, claims, priorReview, provider, representative }: ComplaintRecord): PdfPart[] {
  const part = (text: string, rows: readonly PdfFact[] | null): PdfPart[] =>
    rows === null || rows.length === 0 ? [] : [heading(text), facts(rows)];
  const claimRows = claims?.rows.map(({ cells }) =>
    cells.map(({ text, hint }) => (hint ? `${text}\n${hint}` : text)),
  );
  return [
    ...part('What it is about', story),
    ...(claims && claimRows && claimRows.length > 0
      ? [
          heading(`Members and claims (${claims.caption})`),
          { kind: 'table', columns: claims.columns, rows: claimRows } as const,
        ]
      : []),
    ...part('What the plan was asked', priorReview),
    ...part('Provider', provider),
    ...part('Representative', representative),
  ];
}

function fileParts(files: readonly Attachment[]): PdfPart[] {
  if (files.length === 0) return [];
  const columns = [{ text: 'File', share: 2 }, { text: 'Added' }, { text: 'SHA-256', share: 3 }];
  const rows = files.map(({ fileName, receivedAt, sha256 }) => [
    fileName,
    formatShortDate(dayOf(receivedAt)),
    sha256,
  ]);
  return [heading('Documents'), { kind: 'table', columns, rows }];
}

function clockParts({ inHand: { complaint, policy }, clocks }: WholeComplaint): PdfPart[] {
  const { columns, rows } = clockTable(clocks, policy, complaint.mco?.name ?? 'The plan');
  if (rows.length === 0) return [];
  const cells = rows.map((row) =>
    row.cells.map(({ text, hint, tags }) =>
      [text, ...(tags ?? []).map((tag) => tag.text), hint].filter(Boolean).join('\n'),
    ),
  );
  return [heading('Deadlines, and the rule behind each'), { kind: 'table', columns, rows: cells }];
}

function historyParts({ inHand, history }: WholeComplaint): PdfPart[] {
  const { complaint, seen, reference, policy } = inHand;
  const { closureReasons } = reference;
  const entries = historyEntries(history, { complaint, party: seen.party, closureReasons, policy });
  return [
    heading('History, newest first'),
    ...entries.flatMap(({ title, when, text }): PdfPart[] => [
      { kind: 'heading', level: 3, text: `${title} · ${when}` },
      ...text.flatMap(paragraphs),
    ]),
  ];
}

function messageParts(other: string, messages: readonly Message[]): PdfPart[] {
  if (messages.length === 0) return [];
  return [
    heading(`Messages with ${other}`),
    ...messages.flatMap(({ authorName, at, words }): PdfPart[] => [
      { kind: 'heading', level: 3, text: `${authorName} · ${formatInstant(instantOf(at))}` },
      ...paragraphs(words === '' ? 'Files alone.' : words),
    ]),
  ];
}

function heading(text: string): PdfPart {
  return { kind: 'heading', level: 2, text };
}

function facts(rows: readonly PdfFact[]): PdfPart {
  return { kind: 'facts', rows: rows.map(({ label, value }) => ({ label, value })) };
}

function paragraphs(text: string): PdfPart[] {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ kind: 'paragraph', text: paragraph }));
}
