import type { Clock } from '../../complaint/clocks.ts';
import type { HistoryLine } from '../../complaint/complaints.queries.ts';
import type { InHand } from '../../complaint/in-hand.ts';
import { isKept } from '../../complaint/lifecycle.ts';
import { movesOpen } from '../../complaint/standing.ts';
import { formatDate } from '../../platform/dates.ts';
import type { Button } from '../../web/parts.ts';
import { complaintHref } from './load-complaint.ts';

/** What the representative may do now that the plan has answered, or has not answered in time. */
export interface YourAnswer {
  readonly heading: string;
  readonly text: readonly string[];
  readonly buttons: readonly Button[];
}

/** Null: it is not their turn, or no review is to be had any more. */
export function yourAnswer(
  own: InHand,
  clocks: readonly Clock[],
  history: readonly HistoryLine[],
): YourAnswer | null {
  const { complaint, reference, seen, actor } = own;
  const clock = clocks.findLast(({ kind, endedOn }) => kind === 'request_review' && endedOn === null);
  const moves = movesOpen(complaint, reference, seen.party, actor.role);
  const review = moves.find(({ move }) => move === 'request-review');
  if (!clock || !review) return null;
  const until = formatDate(clock.dueOn);
  const href = `${complaintHref(complaint)}/moves`;
  const ask = { text: review.words.label, href: `${href}/request-review` };
  if (complaint.status === 'with_mco') {
    return {
      heading: 'The plan did not answer in time',
      text: [
        `You can ask for a Department review until ${until}. If you do not, the complaint is closed then, unless the plan answers before.`,
      ],
      buttons: [ask],
    };
  }
  const accept = moves.find((row) => row.move === 'accept' && !isKept(row, seen.isRepresentative));
  return {
    heading: 'Do you accept the answer?',
    text: [
      `Accept it, or ask for a Department review until ${until}. If you do neither, the complaint is closed then.`,
      ...informationText(history),
    ],
    buttons: [
      ...(accept ? [{ text: accept.words.label, href: `${href}/accept` }] : []),
      { ...ask, style: accept ? 'secondary' : 'primary' },
    ],
  };
}

/** The plan has had its say: what it misses can be sent, but only a review makes anybody look at it again. */
function informationText(history: readonly HistoryLine[]): string[] {
  const rows = history.findLast(({ move }) => move === 'propose')?.writing.rows ?? [];
  const count = rows.filter(({ answer }) => answer === 'need_information').length;
  if (count === 0) return [];
  const claims = count === 1 ? '1 claim' : `${count.toLocaleString('en-US')} claims`;
  return [
    `For ${claims} the plan needs information, and it answers only once. Ask for a Department review and send what is missing with it, or write to HFS first, under Messages on this page.`,
  ];
}
