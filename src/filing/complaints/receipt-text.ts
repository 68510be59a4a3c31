import { disputedCents } from '../../complaint/claim-totals.ts';
import type { Clock } from '../../complaint/clocks.ts';
import type { InHand } from '../../complaint/in-hand.ts';
import { instantOf } from '../../complaint/presentation/moments.ts';
import { formatDate, formatInstant } from '../../platform/dates.ts';
import { formatCents } from '../../platform/money.ts';
import type { PdfFact, PdfPart, PdfText } from '../../platform/pdf/tagged-pdf.ts';

/** That HFS has received a complaint, and when; no member, claim or word of it, so that it may be passed on. */
export function receiptText({ complaint, policy }: InHand, clocks: readonly Clock[]): PdfText {
  const title = `Receipt for complaint ${complaint.reference}`;
  const receivedAt = complaint.submittedAt ? formatInstant(instantOf(complaint.submittedAt)) : '';
  return {
    title,
    footer: title,
    parts: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'paragraph',
        text: 'The Illinois Department of Healthcare and Family Services (HFS) has received this complaint. This receipt names no member and no claim.',
      },
      {
        kind: 'facts',
        rows: [
          { label: 'Reference', value: complaint.reference ?? '' },
          { label: 'Received', value: receivedAt },
          { label: 'Filed by', value: [complaint.filedBy.name, complaint.organization.name] },
          { label: 'Plan', value: complaint.mco?.name ?? '' },
          { label: 'Topic', value: complaint.topic?.name ?? '' },
          ...totals(complaint),
        ],
      },
      ...deadlines(clocks, policy),
    ],
  };
}

function totals({ claimCount, billedCents, paidCents }: InHand['complaint']): PdfFact[] {
  if (claimCount === null || billedCents === null || billedCents === 0n) return [];
  const amounts = { billedCents: Number(billedCents), paidCents: Number(paidCents ?? 0) };
  return [
    { label: 'Claims', value: claimCount.toLocaleString('en-US') },
    { label: 'Billed', value: formatCents(amounts.billedCents) },
    { label: 'In dispute', value: formatCents(disputedCents(amounts)) },
  ];
}

/** What runs now, with the rule behind it. */
function deadlines(clocks: readonly Clock[], policy: InHand['policy']): PdfPart[] {
  const running = clocks.filter(({ state }) => state === 'running');
  if (running.length === 0) return [];
  const rows = running.map(({ kind, dueOn }) => {
    const { words, source } = policy.clocks[kind];
    return [words, formatDate(dueOn), source];
  });
  const columns = [{ text: 'What is due next', share: 2 }, { text: 'By' }, { text: 'Rule', share: 2 }];
  return [
    { kind: 'heading', level: 2, text: 'What happens next' },
    { kind: 'table', columns, rows },
  ];
}
