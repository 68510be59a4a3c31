import type { HistoryLine } from '../../complaint/complaints.queries.ts';
import type { InHand } from '../../complaint/in-hand.ts';
import { dayText } from '../../complaint/presentation/moments.ts';
import { chicagoDate, formatDate } from '../../platform/dates.ts';
import { NotFound } from '../../platform/errors.ts';
import type { PdfPart, PdfText } from '../../platform/pdf/tagged-pdf.ts';

/** The decision of the Department that stands; undefined: the complaint did not end with one. */
export function decisionOf({ complaint }: InHand, history: readonly HistoryLine[]): HistoryLine | undefined {
  const isDecided = complaint.status === 'closed' && complaint.closureReason?.after === 'review';
  return isDecided ? history.findLast(({ move }) => move === 'decide') : undefined;
}

/**
 * The Department's decision as a letter to both sides.
 * @throws NotFound when there is none
 */
export function decisionText(inHand: InHand, history: readonly HistoryLine[]): PdfText {
  const decision = decisionOf(inHand, history);
  if (!decision) throw new NotFound();
  const { complaint } = inHand;
  const title = `Decision on complaint ${complaint.reference}`;
  const issuedOn = formatDate(chicagoDate(decision.at));
  return {
    title,
    footer: `${title} · ${issuedOn}`,
    parts: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'paragraph',
        text: 'Illinois Department of Healthcare and Family Services. It may hold protected health information: keep it safe.',
      },
      {
        kind: 'facts',
        rows: [
          { label: 'Issued on', value: issuedOn },
          { label: 'Issued by', value: decision.actorName },
          { label: 'Provider', value: [complaint.organization.name, complaint.representative.name] },
          { label: 'Plan', value: complaint.mco?.name ?? '' },
          { label: 'Topic', value: complaint.topic?.name ?? '' },
          { label: 'Filed', value: dayText(complaint.submittedAt) ?? '' },
          { label: 'Presented to the plan', value: dayText(complaint.presentedAt) ?? '' },
        ],
      },
      { kind: 'heading', level: 2, text: complaint.closureReason?.label ?? 'Decision' },
      ...paragraphs(decision.writing.words ?? ''),
      { kind: 'paragraph', text: `${decision.actorName}, for the Department` },
    ],
  };
}

function paragraphs(text: string): PdfPart[] {
  const blocks = text.split(/\n{2,}/).filter((block) => block.trim() !== '');
  return blocks.map((block) => ({ kind: 'paragraph', text: block.trim() }));
}
