import type { Policy } from '../complaint/policy.ts';
import type { ChoiceField } from '../web/fields.ts';
import type { PageView } from '../web/pages.ts';
import type { Cards, ProcessList } from '../web/parts.ts';
import { clockWords } from './policy-words.ts';
import { questionField } from './where-to-complain.view.ts';

declare module '../web/pages.ts' {
  interface Pages {
    'information/home': HomeView;
  }
}

export interface HomeView extends PageView {
  /** The first question of "Where do I complain?". */
  readonly who: ChoiceField;
  readonly cards: Cards;
  readonly process: ProcessList;
}

export function homeView(policy: Policy): HomeView {
  return {
    title: 'Report a problem with a Medicaid health plan',
    who: { ...questionField('who', policy.filing, false), isHeading: false, tiles: false },
    cards: { cards: CARDS },
    process: processOf(policy),
  };
}

const CARDS = [
  {
    heading: 'File a complaint',
    text: 'Tell HFS what happened. Save at each step, and come back when you like.',
    href: '/complaints/new',
  },
  {
    heading: 'May I file yet?',
    text: 'Enter the date of your dispute with the plan. See the first and the last day to file.',
    href: '/check',
  },
  {
    heading: 'Register',
    text: 'Open an account for your practice, facility or billing company.',
    href: '/register',
  },
  {
    heading: 'Public figures',
    text: 'How many complaints HFS receives and resolves, by plan and by type of provider.',
    href: '/statistics',
  },
] as const;

/** What happens after filing, with the clocks of the policy in force. */
function processOf(policy: Policy): ProcessList {
  const present = clockWords(policy, 'present');
  const reply = clockWords(policy, 'first_reply');
  const propose = clockWords(policy, 'propose');
  const resubmit = clockWords(policy, 'resubmit');
  return {
    steps: [
      {
        heading: 'HFS checks it',
        text: `Within ${present.usual}, HFS presents your complaint to the plan. If something is missing, HFS asks you, and you have ${resubmit.usual} to send it. Urgent complaints get a first reply within ${reply.urgent}.`,
      },
      {
        heading: 'The plan answers',
        text: `The plan has ${propose.usual} to send a written proposal, or ${propose.urgent} if it is urgent.`,
      },
      {
        heading: 'You get the outcome',
        text: 'You accept the plan’s answer, or ask for a Department review; both sides get the decision in writing. We e-mail only the representative who filed it. The e-mail says where to look, and nothing about the patient.',
      },
    ],
  };
}
