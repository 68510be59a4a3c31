import type { ChoosableKind } from '../../notices/choices.ts';
import type { NoticeKind } from '../../notices/letters.ts';

/** What each kind of mail is called on the pages about one's own mail. */
export const MAIL_NAMES: Readonly<Record<NoticeKind | 'digest', string>> = {
  'confirm-email': 'Confirm your e-mail address',
  'already-registered': 'You already have an account',
  'reset-password': 'Choose a new password',
  'password-changed': 'Your password was changed',
  invitation: 'Your account was made',
  'registration-confirmed': 'Your registration is confirmed',
  'registration-refused': 'Your registration could not be confirmed',
  'complaint-filed': 'We have your complaint',
  'complaint-returned': 'Needs information from you',
  'complaint-presented': 'Your complaint is with the plan',
  'complaint-answered': 'The plan has answered',
  'complaint-closed': 'Your complaint is closed: the outcome',
  'complaint-reopened': 'Your complaint is open again',
  'complaint-news': 'Your complaint has news',
  'complaint-asked': 'HFS asks you a question',
  'complaint-review': 'The Department reviews your complaint',
  'complaint-paid': 'The plan has confirmed a payment',
  'complaint-message': 'HFS has written to you',
  'plan-complaint-message': 'HFS has written to you',
  'staff-complaint-message': 'A message on a complaint that is assigned to you',
  'draft-reminder': 'Your draft can be filed now',
  'asked-reminder': 'A reminder that you asked for',
  'complaint-shared': 'A complaint is shared with you',
  'complaint-handed-over': 'A complaint is yours now',
  'complaint-given-away': 'A complaint is with a colleague now',
  'draft-handed-over': 'A draft is yours now',
  'agent-authorized': 'A provider has authorized you',
  'agent-days-changed': 'A provider has changed the days of its authorization',
  'agent-ended': 'A provider has ended its authorization',
  'agent-taken-over': 'Complaints of a billing agent are yours now',
  'agent-ends-soon': 'A billing agent’s authorization ends soon',
  'agent-over': 'A billing agent’s authorization is over',
  'complaint-taken-by-provider': 'The provider has taken a complaint over',
  'complaint-without-representative': 'A complaint has news, and nobody to read it',
  'plan-complaint-presented': 'A complaint is presented to your plan',
  'plan-complaint-news': 'A complaint has news',
  'plan-complaint-appointed': 'A complaint is given to you',
  'plan-complaint-asked': 'HFS asks your plan a question',
  'plan-complaint-review': 'The Department reviews a complaint',
  'plan-complaint-decided': 'The Department has decided a complaint',
  'plan-complaint-closed': 'A complaint is closed',
  'plan-complaint-reopened': 'A complaint is open again',
  'staff-complaint-assigned': 'A complaint is assigned to you',
  'staff-extension-asked': 'An extension is asked for',
  'staff-decision-drafted': 'A decision is drafted',
  'staff-complaint-moved': 'News on a complaint that is assigned to you',
  digest: 'Daily digest',
};

/** Why a kind of mail cannot be turned off, or what else there is to know before one chooses. */
export const CHOICE_HINTS: Readonly<Partial<Record<ChoosableKind, string>>> = {
  'complaint-closed':
    'It always comes: the outcome goes to you alone, so this mail is how HFS tells it to the provider.',
  'complaint-returned':
    'It always comes: time runs, and HFS closes a complaint when the information does not arrive.',
  'draft-reminder': 'For drafts that were too early to file: on the first day on which you can file them.',
  'asked-reminder': 'It always comes, as you asked for each one. You can take one back below.',
  'plan-complaint-presented': 'It always comes: with it begins the time in which your plan has to answer.',
  'complaint-asked': 'It always comes: your answer is due by a date.',
  'complaint-answered':
    'It always comes: with it begins the time in which you can ask for a Department review.',
  'complaint-review': 'It always comes: with it begins the time in which you can send information.',
  'plan-complaint-asked': 'It always comes: the answer is due by a date.',
  'plan-complaint-review':
    'It always comes: with it begins the time in which your plan can send information.',
  'plan-complaint-decided': 'It always comes: the decision is addressed to your plan, too.',
};
