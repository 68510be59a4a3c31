/** What a letter may say: a name, a reference and a link. There is no field for more, so no PHI can get in. */
export interface LetterFacts {
  readonly recipientName: string;
  readonly reference: string | null;
  readonly url: string;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

type Template = (facts: LetterFacts) => { subject: string; lines: readonly string[] };

/** Where the link of a letter leads. */
export type LetterPlace =
  | 'account-link'
  | 'sign-in'
  | 'filer'
  | 'staff'
  | 'plan'
  | 'draft'
  | 'begin'
  | 'organization'
  | 'hand-over'
  | 'plan-issue'
  | 'staff-issue';

const LETTERS = {
  'confirm-email': letter('account-link', ({ url }) => ({
    subject: 'Confirm your e-mail address',
    lines: [
      'Someone registered this e-mail address with the complaint portal. If it was you, confirm it here:',
      url,
      'The link works once, for 24 hours. If it was not you, do nothing: no account is opened.',
    ],
  })),
  'already-registered': letter('sign-in', ({ url }) => ({
    subject: 'You already have an account',
    lines: [
      'Someone tried to register this e-mail address again. It already has an account. Sign in, or choose a new password:',
      url,
      'If it was not you, nothing needs to be done.',
    ],
  })),
  'reset-password': letter('account-link', ({ url }) => ({
    subject: 'Choose a new password',
    lines: [
      'Choose a new password here:',
      url,
      'The link works once, for one hour. If you did not ask for it, do nothing: your password stays as it is.',
    ],
  })),
  'password-changed': letter('sign-in', ({ url }) => ({
    subject: 'Your password was changed',
    lines: ['Your password was changed. If it was not you, choose a new one at once:', url],
  })),
  invitation: letter('account-link', ({ url }) => ({
    subject: 'Your account on the complaint portal',
    lines: [
      'An account was made for you. Choose your password here:',
      url,
      'The link works once, for seven days.',
    ],
  })),
  'registration-confirmed': letter('begin', ({ url }) => ({
    subject: 'Your registration is confirmed',
    lines: ['HFS has confirmed your organization’s registration. You can file complaints now:', url],
  })),
  'registration-refused': letter('organization', ({ url }) => ({
    subject: 'Your registration could not be confirmed',
    lines: [
      'HFS could not confirm your organization’s registration. Read why, and what to do, here:',
      url,
      'Your drafts are kept.',
    ],
  })),
  'complaint-filed': letter('filer', ({ reference, url }) => ({
    subject: `We have your complaint ${reference}`,
    lines: [`Your complaint ${reference} has been filed. What happens next, and by when, is here:`, url],
  })),
  'complaint-returned': letter('filer', ({ reference, url }) => ({
    subject: `Complaint ${reference} needs information from you`,
    lines: [
      `We cannot go on with complaint ${reference} until you send what is missing. See what, and by when:`,
      url,
    ],
  })),
  'complaint-presented': letter('filer', ({ reference, url }) => ({
    subject: `Complaint ${reference} is with the plan`,
    lines: [`Complaint ${reference} has been presented to the plan. See by when it must answer:`, url],
  })),
  'complaint-answered': letter('filer', ({ reference, url }) => ({
    subject: `The plan has answered complaint ${reference}`,
    lines: [`The plan has answered complaint ${reference}. Read its proposal here:`, url],
  })),
  'complaint-closed': letter('filer', ({ reference, url }) => ({
    subject: `Complaint ${reference} is closed`,
    lines: [`Complaint ${reference} is closed. Read the outcome here:`, url],
  })),
  'complaint-reopened': letter('filer', ({ reference, url }) => ({
    subject: `Complaint ${reference} is open again`,
    lines: [`Complaint ${reference} has been opened again. See where it stands:`, url],
  })),
  'complaint-news': letter('filer', ({ reference, url }) => ({
    subject: `Complaint ${reference} has news`,
    lines: [`There is news on complaint ${reference}. Read it here:`, url],
  })),
  'complaint-unanswered': letter('filer', ({ reference, url }) => ({
    subject: `The plan has not answered complaint ${reference} in time`,
    lines: [
      `The plan has not answered complaint ${reference} in time. You can ask for a Department review. See until when:`,
      url,
    ],
  })),
  'complaint-asked': letter('filer', ({ reference, url }) => ({
    subject: `HFS asks you about complaint ${reference}`,
    lines: [`HFS has a question about complaint ${reference}. Read it, and see by when to answer:`, url],
  })),
  'complaint-review': letter('filer', ({ reference, url }) => ({
    subject: `The Department reviews complaint ${reference}`,
    lines: [
      `The Department reviews complaint ${reference}. See by when you can send information for it:`,
      url,
    ],
  })),
  'complaint-paid': letter('filer', ({ reference, url }) => ({
    subject: `The plan has confirmed a payment for complaint ${reference}`,
    lines: [`The plan has confirmed a payment for complaint ${reference}. See it here:`, url],
  })),
  'complaint-deadline-near': letter('filer', ({ reference, url }) => ({
    subject: `Something is due from you on complaint ${reference}`,
    lines: [
      `Complaint ${reference} waits for you, and time is running out. See what is due, and by when:`,
      url,
    ],
  })),
  'complaint-deadline-missed': letter('filer', ({ reference, url }) => ({
    subject: `Your time on complaint ${reference} has run out`,
    lines: [
      `On complaint ${reference} something was due from you and did not come in time. See what, and what you can still do:`,
      url,
    ],
  })),
  'complaint-deadline-moved': letter('filer', deadlineMoved),
  'draft-reminder': letter('draft', ({ url }) => ({
    subject: 'You can file your complaint now',
    lines: [
      'You wrote a draft that came too early to be filed. Now it can be filed. Check it, and see the last day:',
      url,
    ],
  })),
  'asked-reminder': letter('begin', ({ url }) => ({
    subject: 'You can file a complaint now',
    lines: [
      'You asked to be told of the first day on which you can file a complaint. It has come. File it here:',
      url,
    ],
  })),
  'complaint-message': letter('filer', ({ reference, url }) => ({
    subject: `HFS has written to you about complaint ${reference}`,
    lines: [`HFS has written to you about complaint ${reference}. Read the message and answer it here:`, url],
  })),
  'plan-complaint-message': letter('plan', ({ reference, url }) => ({
    subject: `HFS has written to you about complaint ${reference}`,
    lines: [`HFS has written to you about complaint ${reference}. Read the message and answer it here:`, url],
  })),
  'staff-complaint-message': letter('staff', ({ reference, url }) => ({
    subject: `There is a message about complaint ${reference}`,
    lines: [`There is a message about complaint ${reference}, which is assigned to you:`, url],
  })),
  'complaint-shared': letter('filer', ({ reference, url }) => ({
    subject: `Complaint ${reference} is shared with you`,
    lines: [`A colleague shares complaint ${reference} with you. You can read it and work on it here:`, url],
  })),
  'complaint-handed-over': letter('filer', ({ reference, url }) => ({
    subject: `Complaint ${reference} is yours now`,
    lines: [
      `An administrator of your organization handed complaint ${reference} over to you. You get its news from now on:`,
      url,
    ],
  })),
  'complaint-given-away': letter('organization', ({ reference, url }) => ({
    subject: `Complaint ${reference} is with a colleague now`,
    lines: [
      `An administrator of your organization handed complaint ${reference} over to a colleague. If that is a mistake, ask them; their names are here:`,
      url,
    ],
  })),
  'draft-handed-over': letter('draft', ({ url }) => ({
    subject: 'A draft is yours now',
    lines: ['An administrator of your organization handed the draft of a complaint over to you:', url],
  })),
  'agent-authorized': letter('organization', ({ url }) => ({
    subject: 'A provider has authorized you',
    lines: [
      'A provider has authorized your organization to file complaints for it. See for whom, and within which days:',
      url,
    ],
  })),
  'agent-days-changed': letter('organization', ({ url }) => ({
    subject: 'A provider has changed the days of its authorization',
    lines: [
      'A provider has changed from when to when you file complaints for it. See for whom, and when:',
      url,
    ],
  })),
  'agent-ended': letter('organization', ({ url }) => ({
    subject: 'A provider has ended its authorization',
    lines: [
      'A provider has ended your authorization to file complaints for it. What you filed for it and what you began is with the provider’s own people now. See for whom you still file:',
      url,
    ],
  })),
  'agent-taken-over': letter('sign-in', ({ url }) => ({
    subject: 'Complaints of a billing agent are yours now',
    lines: [
      'A billing agent files no more for your organization. An administrator gave its complaints and drafts to you; they are among yours:',
      url,
    ],
  })),
  'agent-ends-soon': letter('organization', ({ url }) => ({
    subject: 'A billing agent’s authorization ends soon',
    lines: [
      'Within two weeks a billing agent will no longer file for your organization, nor see what it filed. Give it more days, or end it and take its complaints over:',
      url,
    ],
  })),
  'agent-over': letter('organization', ({ url }) => ({
    subject: 'A billing agent’s authorization is over',
    lines: [
      'The last day on which a billing agent filed for your organization is past. It sees none of your complaints any more. Take over what it filed, so that somebody reads the news, or give it more days:',
      url,
    ],
  })),
  'complaint-taken-by-provider': letter('organization', ({ reference, url }) => ({
    subject: `The provider has taken complaint ${reference} over`,
    lines: [
      `The provider has taken complaint ${reference} over from you: its own people stand for it now. See for whom you file:`,
      url,
    ],
  })),
  'complaint-without-representative': letter('hand-over', ({ reference, url }) => ({
    subject: `Complaint ${reference} has news, and nobody to read it`,
    lines: [
      `There is news on complaint ${reference}, but its representative cannot read it any more. Hand it over to somebody of your organization:`,
      url,
    ],
  })),
  'plan-complaint-presented': letter('plan', ({ reference, url }) => ({
    subject: `Complaint ${reference} is presented to your plan`,
    lines: [
      `Complaint ${reference} has been presented to your plan. Read it, and see by when to answer:`,
      url,
    ],
  })),
  'plan-complaint-news': letter('plan', ({ reference, url }) => ({
    subject: `Complaint ${reference} has news`,
    lines: [`There is news on complaint ${reference}. Read it here:`, url],
  })),
  'plan-complaint-appointed': letter('plan', ({ reference, url }) => ({
    subject: `Complaint ${reference} is given to you`,
    lines: [`A colleague gave complaint ${reference} to you. You get its news from now on:`, url],
  })),
  'plan-complaint-asked': letter('plan', ({ reference, url }) => ({
    subject: `HFS asks you about complaint ${reference}`,
    lines: [`HFS has a question about complaint ${reference}. Read it, and see by when to answer:`, url],
  })),
  'plan-complaint-review': letter('plan', ({ reference, url }) => ({
    subject: `The Department reviews complaint ${reference}`,
    lines: [
      `The provider has asked for a Department review of complaint ${reference}. See by when you can send information for it:`,
      url,
    ],
  })),
  'plan-complaint-decided': letter('plan', ({ reference, url }) => ({
    subject: `The Department has decided complaint ${reference}`,
    lines: [`The Department has decided complaint ${reference}. Read the decision here:`, url],
  })),
  'plan-complaint-closed': letter('plan', ({ reference, url }) => ({
    subject: `Complaint ${reference} is closed`,
    lines: [`Complaint ${reference} needs no further answer from your plan:`, url],
  })),
  'plan-complaint-reopened': letter('plan', ({ reference, url }) => ({
    subject: `Complaint ${reference} is open again`,
    lines: [`Complaint ${reference} has been opened again. See where it stands:`, url],
  })),
  'plan-complaint-deadline-near': letter('plan', ({ reference, url }) => ({
    subject: `Something is due from your plan on complaint ${reference}`,
    lines: [
      `Complaint ${reference} waits for your plan, and time is running out. See what is due, and by when:`,
      url,
    ],
  })),
  'plan-complaint-deadline-missed': letter('plan', ({ reference, url }) => ({
    subject: `Your plan’s time on complaint ${reference} has run out`,
    lines: [
      `On complaint ${reference} something was due from your plan and did not come in time. See what, and send it now:`,
      url,
    ],
  })),
  'plan-complaint-deadline-moved': letter('plan', deadlineMoved),
  'plan-issue-asked': letter('plan-issue', ({ reference, url }) => ({
    subject: `HFS asks your plan for an action plan on issue ${reference}`,
    lines: [
      `HFS sees one cause behind several complaints about your plan, issue ${reference}, and asks for an action plan. Read it here:`,
      url,
    ],
  })),
  'plan-issue-news': letter('plan-issue', ({ reference, url }) => ({
    subject: `Issue ${reference} has news`,
    lines: [`There is news of HFS on issue ${reference}. Read it here:`, url],
  })),
  'staff-issue-news': letter('staff-issue', ({ reference, url }) => ({
    subject: `The plan has written on issue ${reference}`,
    lines: [`The plan has written on issue ${reference}. Read it here:`, url],
  })),
  'staff-complaint-assigned': letter('staff', ({ reference, url }) => ({
    subject: `Complaint ${reference} is assigned to you`,
    lines: [`Complaint ${reference} is assigned to you:`, url],
  })),
  'staff-extension-asked': letter('staff', ({ reference, url }) => ({
    subject: `An extension is asked for on complaint ${reference}`,
    lines: [`On complaint ${reference} more time is asked for. Grant it or refuse it here:`, url],
  })),
  'staff-extension-waits': letter('staff', ({ reference, url }) => ({
    subject: `The extension asked for on complaint ${reference} waits for an answer`,
    lines: [
      `On complaint ${reference} more time is asked for, and the plan’s time to answer is running out. Grant it or refuse it here:`,
      url,
    ],
  })),
  'staff-decision-drafted': letter('staff', ({ reference, url }) => ({
    subject: `A decision on complaint ${reference} is drafted`,
    lines: [
      `The decision on complaint ${reference} is drafted. Read it, and issue it or send it back here:`,
      url,
    ],
  })),
  'staff-complaint-deadline-near': letter('staff', ({ reference, url }) => ({
    subject: `Something is due from HFS on complaint ${reference}`,
    lines: [
      `Complaint ${reference} waits for HFS, and time is running out. See what is due, and by when:`,
      url,
    ],
  })),
  'staff-complaint-deadline-missed': letter('staff', ({ reference, url }) => ({
    subject: `HFS has missed a deadline on complaint ${reference}`,
    lines: [`On complaint ${reference} something was due from HFS and was not done in time. See what:`, url],
  })),
  'staff-urgent-half-time': letter('staff', ({ reference, url }) => ({
    subject: `Half of the time on urgent complaint ${reference} is over`,
    lines: [
      `Complaint ${reference} is urgent. Half of the time for its next step is over, and the step is not taken yet:`,
      url,
    ],
  })),
  'staff-complaint-unassigned': letter('staff', ({ reference, url }) => ({
    subject: `Complaint ${reference} has news, and nobody at HFS has it`,
    lines: [
      `There is news on complaint ${reference}, but it is assigned to nobody who works at HFS. Read it, and assign it where something is left to do:`,
      url,
    ],
  })),
  'staff-complaint-moved': letter('staff', ({ reference, url }) => ({
    subject: `Complaint ${reference} has news`,
    lines: [`There is news on complaint ${reference}, which is assigned to you:`, url],
  })),
} as const;

export type NoticeKind = keyof typeof LETTERS;

export function isNoticeKind(kind: string): kind is NoticeKind {
  return kind in LETTERS;
}

export function letterPlace(kind: NoticeKind): LetterPlace {
  return LETTERS[kind].place;
}

/** The letter of a kind, as plain text. */
export function composeLetter(kind: NoticeKind, facts: LetterFacts): Letter {
  const { subject, lines } = LETTERS[kind].template(facts);
  return { subject, text: letterText(facts.recipientName, lines) };
}

/** A longer mail nobody reads to its end. */
const DIGEST_LIMIT = 100;

/**
 * One letter for several: of each what its subject says, and its link.
 * @param listUrl where those are listed that it has no room for
 */
export function composeDigest(
  recipientName: string,
  letters: readonly { readonly subject: string; readonly url: string }[],
  listUrl: string,
): Letter {
  const more = letters.length - DIGEST_LIMIT;
  const count = `${letters.length} ${letters.length === 1 ? 'notice' : 'notices'}`;
  return {
    subject: `Your daily digest: ${count}`,
    text: letterText(recipientName, [
      'This is what is new since your last digest.',
      ...letters.slice(0, DIGEST_LIMIT).map(({ subject, url }) => `${subject}:\n${url}`),
      ...(more > 0 ? [`And ${more.toLocaleString('en-US')} more. All are listed here:\n${listUrl}`] : []),
    ]),
  };
}

function letterText(recipientName: string, lines: readonly string[]): string {
  const paragraphs = [
    `Hello ${recipientName},`,
    ...lines,
    'For privacy, this message holds no details. Please do not answer it: nobody reads this mailbox.',
    'Managed Care Complaint Portal\nIllinois Department of Healthcare and Family Services',
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** Later by an order of HFS, or earlier when that is undone. */
function deadlineMoved({ reference, url }: LetterFacts): ReturnType<Template> {
  return {
    subject: `A deadline of complaint ${reference} has moved`,
    lines: [
      `HFS has moved a deadline of complaint ${reference} by an order, or has taken an order back. See the new date, and why:`,
      url,
    ],
  };
}

function letter(place: LetterPlace, template: Template): { place: LetterPlace; template: Template } {
  return { place, template };
}
