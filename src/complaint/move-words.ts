import type { Move } from './lifecycle.ts';

/** What a history line may name. Everything here is free of health information. */
export interface HistoryFacts {
  actor: string;
  plan: string;
  assignee?: string | undefined;
  closureReason?: string | undefined;
  position?: string | undefined;
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
    confirmation: 'The plan will see this complaint from now on. This cannot be taken back.',
    banner: 'The complaint is with the plan.',
    history: ({ actor, plan }) => `${actor} presented the complaint to ${plan}`,
    ask: null,
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
  assign: {
    label: 'Assign',
    hint: 'The complaint moves to the chosen person’s list.',
    button: 'secondary',
    confirmation: null,
    banner: 'The complaint is assigned.',
    history: ({ actor, assignee }) => `${actor} assigned the complaint to ${assignee ?? 'a colleague'}`,
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
};
