import type { Clock } from '../../complaint/clocks.ts';
import type { InHand } from '../../complaint/in-hand.ts';
import type { ClockKind, ClockLength } from '../../complaint/policy.ts';
import { formatDate } from '../../platform/dates.ts';
import type { PageView } from '../../web/pages.ts';
import type { ButtonRow, Confirmation, ProcessList } from '../../web/parts.ts';
import { type Another, anotherLike } from './another.ts';
import { complaintHref } from './load-complaint.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/filed': FiledView;
  }
}

export interface FiledView extends PageView {
  readonly confirmation: Confirmation;
  readonly email: string;
  readonly next: ProcessList;
  readonly buttons: ButtonRow;
  readonly another: Another;
}

/** The reference number, and what happens next by when, under the clocks that run. */
export function filedView(own: InHand, clocks: readonly Clock[]): FiledView {
  const { complaint } = own;
  return {
    title: 'Your complaint is filed',
    confirmation: {
      heading: 'Your complaint is filed',
      text: 'Your reference number:',
      reference: complaint.reference ?? '',
    },
    email: complaint.representative.email,
    next: { steps: nextSteps(own, clocks) },
    buttons: {
      buttons: [
        { text: 'See the complaint', href: complaintHref(complaint) },
        {
          text: 'Save the receipt (PDF)',
          href: `${complaintHref(complaint)}/receipt.pdf`,
          style: 'secondary',
        },
        { text: 'My complaints', href: '/complaints', style: 'link' },
      ],
    },
    another: anotherLike(complaint, 'unstyled'),
  };
}

function nextSteps({ complaint, policy }: InHand, clocks: readonly Clock[]): ProcessList['steps'] {
  const plan = complaint.mco?.name ?? 'The plan';
  const due = (kind: ClockKind) => {
    const clock = clocks.findLast((each) => each.kind === kind);
    return clock ? formatDate(clock.dueOn) : 'soon';
  };
  const within = (kind: ClockKind) => {
    const { length, urgent } = policy.clocks[kind];
    return lengthText(complaint.isUrgent ? (urgent ?? length) : length);
  };
  const reply = complaint.isUrgent
    ? `It is expedited: HFS takes it before others, and you get a first reply by ${due('first_reply')}, within ${within('first_reply')}.`
    : `You get a first reply by ${due('first_reply')}.`;
  return [
    { heading: 'HFS checks it', text: `${reply} If something is missing, HFS asks you for it.` },
    { heading: `HFS presents it to ${plan}`, text: `By ${due('present')}.` },
    {
      heading: `${plan} answers`,
      text: `It then has ${within('propose')} to answer with a written proposal.`,
    },
    {
      heading: 'You learn the outcome',
      text: 'By e-mail, and on the complaint’s page. It goes to you alone.',
    },
  ];
}

function lengthText({ days, unit }: ClockLength): string {
  return `${days} ${unit === 'business' ? 'business ' : ''}days`;
}
