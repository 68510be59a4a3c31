import type { Move } from './lifecycle.ts';

/** What a history line may name. Everything here is free of health information. */
export interface HistoryFacts {
  actor: string;
  plan: string;
  assignee?: string | undefined;
  closureReason?: string | undefined;
  position?: string | undefined;
  liaison?: string | undefined;
  /** Whoever made the move gave it to themselves. */
  isToSelf?: boolean | undefined;
  /** Of an amount that the move is about, in dollars. */
  amount?: string | undefined;
  /** Of a deadline that it moved: what is due, before and after. */
  clock?: string | undefined;
  before?: string | undefined;
  after?: string | undefined;
}

export interface MoveWords {
  /** On the button and as the heading of its form. */
  label: string;
  /** Under the heading: what the move does. */
  hint: string;
  button: 'primary' | 'secondary' | 'danger';
  /** Asked before it is done; null: nothing to ask. */
  confirmation: string | null;
  /** Shown after it is done. */
  banner: string;
  /** The same, where somebody gave the complaint to themselves. */
  bannerToSelf?: string;
  history: (facts: HistoryFacts) => string;
  /** For the field in which the person writes; null: the move asks for no words. */
  ask: { label: string; hint: string; empty: string } | null;
}

/** The words of each row of the lifecycle table. */
export const MOVE_WORDS: Record<Move, MoveWords> = {
  submit: {
    label: 'File the complaint',
    hint: 'HFS checks the complaint, then presents it to the plan.',
    button: 'primary',
    confirmation: null,
    banner: 'Your complaint is filed.',
    history: ({ actor }) => `${actor} filed the complaint`,
    ask: null,
  },
  present: {
    label: 'Present to the plan',
    hint: 'The plan sees the complaint, its files and who filed it, and its time to answer begins.',
    button: 'primary',
    confirmation:
      'The plan will see this complaint from now on. You can take it back only until somebody of the plan opens it.',
    banner: 'The complaint is with the plan.',
    history: ({ actor, plan }) => `${actor} presented the complaint to ${plan}`,
    ask: null,
  },
  recall: {
    label: 'Take back from the plan',
    hint: 'As long as nobody of the plan has opened it, it is as if the complaint had not been presented.',
    button: 'secondary',
    confirmation: null,
    banner: 'The complaint is with HFS again.',
    history: ({ actor, plan }) => `${actor} took the complaint back from ${plan} before it was read`,
    ask: {
      label: 'Why it is taken back',
      hint: 'The representative reads this; the plan does not.',
      empty: 'Write why the complaint is taken back',
    },
  },
  return: {
    label: 'Return for information',
    hint: 'The representative is told what is missing. The clocks of HFS stop until it arrives.',
    button: 'secondary',
    confirmation: null,
    banner: 'The complaint is returned to the representative.',
    history: ({ actor }) => `${actor} asked the representative for information`,
    ask: {
      label: 'What the representative should do',
      hint: 'They read this as you write it.',
      empty: 'Write what the representative should do',
    },
  },
  resubmit: {
    label: 'Send the information',
    hint: 'HFS goes on checking the complaint from where it stopped.',
    button: 'primary',
    confirmation: null,
    banner: 'Your information is sent to HFS.',
    history: ({ actor }) => `${actor} sent the information that HFS asked for`,
    ask: {
      label: 'Your answer',
      hint: 'Answer each point that HFS listed. If it asked for a document, add that first.',
      empty: 'Write your answer to HFS',
    },
  },
  acknowledge: {
    label: 'Acknowledge',
    hint: 'HFS and the representative learn that your plan has it, and who works on it.',
    button: 'primary',
    confirmation: null,
    banner: 'The complaint is acknowledged.',
    history: ({ actor, plan }) => `${actor} acknowledged the complaint for ${plan}`,
    ask: null,
  },
  appoint: {
    label: 'Take it, or give it to a colleague',
    hint: 'Whoever works on it gets its mails; the others of your plan still see it.',
    button: 'secondary',
    confirmation: null,
    banner: 'The complaint is given to your colleague.',
    bannerToSelf: 'You have taken the complaint.',
    history: ({ actor, liaison, isToSelf }) =>
      isToSelf ? `${actor} took the complaint` : `${actor} gave the complaint to ${liaison ?? 'a colleague'}`,
    ask: null,
  },
  'request-extension': {
    label: 'Ask for an extension',
    hint: 'HFS may extend the time to answer once in all, whoever asks.',
    button: 'secondary',
    confirmation: null,
    banner: 'HFS has your request for an extension.',
    history: ({ actor }) => `${actor} asked for an extension`,
    ask: {
      label: 'Why more time is needed',
      hint: 'HFS and the other side read this.',
      empty: 'Write why more time is needed',
    },
  },
  'grant-extension': {
    label: 'Grant the extension',
    hint: 'The time to answer becomes longer. There is no second extension.',
    button: 'primary',
    confirmation: null,
    banner: 'The extension is granted, and both sides are told.',
    history: ({ actor }) => `${actor} granted the extension`,
    ask: { label: 'Why', hint: 'Both sides read this.', empty: 'Write why the extension is granted' },
  },
  'refuse-extension': {
    label: 'Refuse the extension',
    hint: 'The time to answer stays as it is.',
    button: 'secondary',
    confirmation: null,
    banner: 'The extension is refused, and both sides are told.',
    history: ({ actor }) => `${actor} refused the extension`,
    ask: { label: 'Why', hint: 'Both sides read this.', empty: 'Write why the extension is refused' },
  },
  'not-ours': {
    label: 'Not ours',
    hint: 'For a complaint that another plan, or nobody, has to answer. It goes back to HFS.',
    button: 'secondary',
    confirmation: null,
    banner: 'The complaint is back at HFS.',
    history: ({ actor, plan }) => `${actor} gave the complaint back for ${plan}: not theirs to answer`,
    ask: {
      label: 'Why it is not yours, and what shows it',
      hint: 'Name the evidence, such as the member’s dates of enrollment. Send documents to HFS as a message.',
      empty: 'Write why it is not yours, and what shows it',
    },
  },
  propose: {
    label: 'Answer with a proposal',
    hint: 'HFS and the representative read your position and your explanation.',
    button: 'primary',
    confirmation: null,
    banner: 'Your proposal is sent to HFS and the representative.',
    history: ({ actor, plan, position }) =>
      `${actor} answered for ${plan}${position === undefined ? '' : `: ${position}`}`,
    ask: {
      label: 'Your explanation',
      hint: 'Say what you found, why, and what you will do by when.',
      empty: 'Explain your position',
    },
  },
  accept: {
    label: 'Accept the proposal',
    hint: 'The complaint is closed as the plan proposes.',
    button: 'primary',
    confirmation: 'The complaint is closed as the plan proposes, and you ask for no Department review.',
    banner: 'You have accepted the proposal, and the complaint is closed.',
    history: ({ actor, plan }) => `${actor} accepted what ${plan} proposed`,
    ask: null,
  },
  'request-review': {
    label: 'Ask for a Department review',
    hint: 'The Department decides what you and the plan did not settle. Both sides may send information first.',
    button: 'primary',
    confirmation: null,
    banner: 'The Department reviews your complaint.',
    history: ({ actor }) => `${actor} asked for a Department review`,
    ask: {
      label: 'Why you do not accept it',
      hint: 'HFS and the plan read this.',
      empty: 'Write why you do not accept it',
    },
  },
  inform: {
    label: 'Send information for the review',
    hint: 'For when you have sent everything. Add documents first. The decision is due sooner when both sides have done this.',
    button: 'primary',
    confirmation: null,
    banner: 'Your information is sent to HFS.',
    history: ({ actor }) => `${actor} sent information for the review`,
    ask: {
      label: 'What the Department should know',
      hint: 'HFS and the other side read this.',
      empty: 'Write what the Department should know, or that you have nothing to add',
    },
  },
  'draft-decision': {
    label: 'Draft the decision',
    hint: 'A supervisor reads it, and issues it or sends it back. Nobody else sees a draft.',
    button: 'primary',
    confirmation: null,
    banner: 'The draft waits for a supervisor.',
    history: ({ actor }) => `${actor} drafted the decision`,
    ask: {
      label: 'The decision',
      hint: 'Both sides get this text as you write it: what is decided, why, and under which rule.',
      empty: 'Write the decision',
    },
  },
  'send-back': {
    label: 'Send the draft back',
    hint: 'Whoever drafted it is told what to mend.',
    button: 'secondary',
    confirmation: null,
    banner: 'The draft is sent back.',
    history: ({ actor }) => `${actor} sent the draft of the decision back`,
    ask: { label: 'What to mend', hint: 'Only HFS reads this.', empty: 'Write what to mend' },
  },
  decide: {
    label: 'Issue the decision',
    hint: 'Both sides get the decision as it is drafted, and the complaint is closed.',
    button: 'primary',
    confirmation: 'The decision goes to both sides at once.',
    banner: 'The decision is issued, and the complaint is closed.',
    history: ({ actor, closureReason }) =>
      `${actor} issued the decision${closureReason === undefined ? '' : `: ${closureReason}`}`,
    ask: null,
  },
  'confirm-payment': {
    label: 'Confirm a payment',
    hint: 'For what your plan has paid, not for what it will pay. Confirm each payment by itself.',
    button: 'secondary',
    confirmation: null,
    banner: 'The payment is confirmed.',
    history: ({ actor, plan, amount }) =>
      `${actor} confirmed that ${plan} paid${amount === undefined ? '' : ` ${amount}`}`,
    ask: null,
  },
  'ask-representative': {
    label: 'Ask the representative',
    hint: 'The complaint stays where it is, and the representative gets a date for the answer.',
    button: 'secondary',
    confirmation: null,
    banner: 'The representative is asked.',
    history: ({ actor }) => `${actor} asked the representative a question`,
    ask: {
      label: 'What HFS wants to know',
      hint: 'The representative reads this; the plan does not.',
      empty: 'Write what you want to know',
    },
  },
  'ask-plan': {
    label: 'Ask the plan',
    hint: 'The complaint stays where it is, and the plan gets a date for the answer.',
    button: 'secondary',
    confirmation: null,
    banner: 'The plan is asked.',
    history: ({ actor, plan }) => `${actor} asked ${plan} a question`,
    ask: {
      label: 'What HFS wants to know',
      hint: 'The plan reads this; the representative does not.',
      empty: 'Write what you want to know',
    },
  },
  answer: {
    label: 'Answer HFS',
    hint: 'HFS has asked you a question. The other side does not read your answer.',
    button: 'primary',
    confirmation: null,
    banner: 'HFS has your answer.',
    history: ({ actor }) => `${actor} answered what HFS asked`,
    ask: {
      label: 'Your answer',
      hint: 'If HFS asked for a document, add that first.',
      empty: 'Write your answer to HFS',
    },
  },
  assign: {
    label: 'Assign',
    hint: 'The complaint moves to the chosen person’s list.',
    button: 'secondary',
    confirmation: null,
    banner: 'The complaint is assigned.',
    bannerToSelf: 'You have taken the complaint.',
    history: ({ actor, assignee, isToSelf }) =>
      isToSelf
        ? `${actor} took the complaint`
        : `${actor} assigned the complaint to ${assignee ?? 'a colleague'}`,
    ask: null,
  },
  close: {
    label: 'Close the complaint',
    hint: 'Every clock ends, and the representative is told the outcome.',
    button: 'danger',
    confirmation: 'The representative is told at once. Only a supervisor can reopen a closed complaint.',
    banner: 'The complaint is closed, and the representative is told.',
    history: ({ actor, closureReason }) =>
      `${actor} closed the complaint${closureReason === undefined ? '' : `: ${closureReason}`}`,
    ask: {
      label: 'The outcome, in plain words',
      hint: 'The representative who filed reads this; the plan does not.',
      empty: 'Write the outcome for the representative',
    },
  },
  withdraw: {
    label: 'Withdraw the complaint',
    hint: 'HFS stops working on it, and so does the plan if it has it.',
    button: 'danger',
    confirmation:
      'A withdrawn complaint is closed. To take it up again, you would have to file a new one, in time.',
    banner: 'Your complaint is withdrawn.',
    history: ({ actor }) => `${actor} withdrew the complaint`,
    ask: null,
  },
  lapse: {
    label: 'Lapse',
    hint: 'Time ran out.',
    button: 'danger',
    confirmation: 'Only the portal closes what has run out.',
    banner: 'The complaint is closed.',
    history: ({ actor, closureReason }) =>
      `${actor} closed the complaint, as time had run out${closureReason === undefined ? '' : `: ${closureReason}`}`,
    ask: null,
  },
  reopen: {
    label: 'Reopen',
    hint: 'The complaint goes back to where it was, and its clocks go on from there.',
    button: 'secondary',
    confirmation: null,
    banner: 'The complaint is open again.',
    history: ({ actor }) => `${actor} reopened the complaint`,
    ask: {
      label: 'Why it is reopened',
      hint: 'The representative who filed reads this.',
      empty: 'Write why the complaint is reopened',
    },
  },
  'correct-date': {
    label: 'Correct a date',
    hint: 'For a move that was entered on another day than it was made. Every deadline is counted anew.',
    button: 'secondary',
    confirmation: null,
    banner: 'The date is corrected, and the deadlines are counted anew.',
    history: ({ actor, before, after }) =>
      `${actor} corrected a date${before && after ? ` from ${before} to ${after}` : ''}`,
    ask: { label: 'Why', hint: 'Both sides read this.', empty: 'Write why the date is corrected' },
  },
  'shift-deadline': {
    label: 'Move a deadline by an order',
    hint: 'An order of HFS moves every deadline of its kind.',
    button: 'secondary',
    confirmation: null,
    banner: 'The deadline is moved.',
    history: (facts) => `${facts.actor} moved a deadline by an order${moved(facts)}`,
    ask: null,
  },
  'undo-shift': {
    label: 'Undo an order',
    hint: 'The deadlines are as they were before the order.',
    button: 'secondary',
    confirmation: null,
    banner: 'The deadline is as it was.',
    history: (facts) => `${facts.actor} took an order back${moved(facts)}`,
    ask: null,
  },
  recount: {
    label: 'Count deadlines anew',
    hint: 'The holidays have changed.',
    button: 'secondary',
    confirmation: null,
    banner: 'The deadlines are counted anew.',
    history: (facts) => `${facts.actor} counted a deadline anew, as the holidays have changed${moved(facts)}`,
    ask: null,
  },
  reply: {
    label: 'Reply',
    hint: 'A message from HFS has gone to the representative.',
    button: 'secondary',
    confirmation: null,
    banner: 'The representative has a reply.',
    history: ({ actor }) => `${actor} gave the representative a first reply, by a message`,
    ask: null,
  },
};

/** ": Answer with a written proposal, from May 1, 2026 to May 31, 2026" */
function moved({ clock, before, after }: HistoryFacts): string {
  return clock && before && after ? `: ${clock}, from ${before} to ${after}` : '';
}
