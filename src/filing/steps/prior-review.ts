import { renderPage } from '../../web/rendering.ts';
import type { Draft } from '../drafts/draft.ts';
import { disputeReviewView } from './dispute-review.view.ts';
import { DISPUTE_CONTROLS, fillDispute, readDispute } from './dispute-review-form.ts';
import { closedVerdict, verdictAlerts, verdictOn } from './filing-verdict.ts';
import { otherReviewView } from './other-review.view.ts';
import { fillOther, OTHER_CONTROLS, readOther } from './other-review-form.ts';
import { reviewRows } from './prior-review-rows.ts';
import type { QuestionStep } from './step.ts';
import { trackingNumberWarnings } from './tracking-number-warnings.ts';

/** What the plan was asked before HFS is. A disputed claim has its window; any other issue only its review. */
export const priorReview: QuestionStep = {
  name: 'prior-review',
  title: 'What the plan was asked',
  isAsked: () => true,
  needsTopic: true,
  isProtected: true,
  controls: (_body, draft) => (isDispute(draft) ? DISPUTE_CONTROLS : OTHER_CONTROLS),
  fill: (draft) => (isDispute(draft) ? fillDispute : fillOther)(draft.document.priorReview),
  read: (body, draft) => (isDispute(draft) ? readDispute : readOther)(body),
  controlOf: (field, body) => {
    if (field === 'trackingNumber' && body.hasTrackingNumber !== 'yes') return 'hasTrackingNumber';
    return field === 'answer' && body.isAnswered !== 'yes' ? 'isAnswered' : field;
  },
  barriers: (gaps, draft) => (closedVerdict(draft) ? [] : gaps),
  detour: (draft) => closedVerdict(draft)?.kind ?? null,
  warnings: (draft) => (isDispute(draft) ? trackingNumberWarnings(draft) : []),
  news: (draft) => verdictAlerts(verdictOn(draft)),
  summary: ({ document }) => reviewRows(document.priorReview),
  render: (res, page) =>
    isDispute(page.draft)
      ? renderPage(res, 'filing/dispute-review', disputeReviewView(page), page.status)
      : renderPage(res, 'filing/other-review', otherReviewView(page), page.status),
};

function isDispute(draft: Draft): boolean {
  return draft.topic?.disputedClaim ?? false;
}
