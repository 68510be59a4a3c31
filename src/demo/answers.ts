import type { Position } from '../complaint/position.ts';

/** What a plan says where no claim is in dispute. */
interface Answer {
  readonly words: string;
  readonly action: string;
}

interface CategoryWords {
  readonly overturned: Answer;
  readonly upheld: Answer;
  /** With which HFS closes what the plan has corrected. */
  readonly resolved: string;
}

/** The plan's answer by what the complaint is about; null: it is about claims, as the course of events has it. */
export function answerFor(category: string, position: Position): Answer | null {
  const words = WORDS[category];
  return words && position !== 'partly_overturned' ? words[position] : null;
}

/** The words with which HFS closes what the plan has corrected; null: it is about claims. */
export function resolvedWords(category: string): string | null {
  return WORDS[category]?.resolved ?? null;
}

const WORDS: Readonly<Record<string, CategoryWords>> = {
  ACCESS_TO_CARE: {
    overturned: {
      words:
        'We agree. The member’s file is corrected, and what was prescribed is approved as of today; a coordinator has called the member.',
      action: 'We approve it, and follow it until the member has it.',
    },
    upheld: {
      words:
        'We named two vendors by letter. Both take on the repair within ten days of a call from the provider or the member.',
      action: 'Nothing more: the vendors are named.',
    },
    resolved: 'The plan has approved what the member needs, and has told us from which day.',
  },
  PRIOR_AUTHORIZATION: {
    overturned: {
      words:
        'We agree that the request waited too long. It is decided now, and approved as it was asked for.',
      action: 'We send the authorization with its number and dates.',
    },
    upheld: {
      words:
        'The request was decided in time. The notice of our decision names the criteria that are not met.',
      action: 'Nothing: the decision stands.',
    },
    resolved: 'The plan has decided the request, and has sent you the authorization.',
  },
  ENROLLMENT: {
    overturned: {
      words:
        'We agree. The roster is loaded with the effective date that was confirmed; all four practitioners show as in the network.',
      action: 'We correct our directory, and process again what was denied for the roster alone.',
    },
    upheld: {
      words: 'The effective date is that of the signed application, as the provider agreement has it.',
      action: 'Nothing: the date stands.',
    },
    resolved: 'The plan has loaded the roster, and its directory shows your practitioners in the network.',
  },
  MCO_SERVICE: {
    overturned: {
      words:
        'We agree. The fault that ended sessions is mended since Monday. What was lost in that time may be sent again, and counts as in time.',
      action: 'We take disputes by secure mail, too, until the end of the month.',
    },
    upheld: {
      words: 'Our records show no failure of the portal in that time, and other disputes arrived.',
      action: 'Nothing: the portal works.',
    },
    resolved: 'The plan has mended its portal, and takes as in time what was lost meanwhile.',
  },
};
