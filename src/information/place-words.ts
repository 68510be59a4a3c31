import type { FilingPolicy } from '../complaint/policy.ts';
import type { Button } from '../web/parts.ts';
import type { Place } from './where-to-complain.ts';

/** The answer of "Where do I complain?". */
export interface PlaceWords {
  readonly title: string;
  readonly isHere: boolean;
  readonly paragraphs: readonly string[];
  readonly phone?: { readonly number: string; readonly href: string; readonly words: string };
  readonly actions: readonly Button[];
}

/** What to do, place by place. The days are those of the policy. */
export function placeWords(place: Place, policy: FilingPolicy): PlaceWords {
  const words = WORDS[place];
  const inDays = (text: string) =>
    text.replaceAll('{opens}', String(policy.opensAfter)).replaceAll('{closes}', String(policy.closesAfter));
  return { actions: [], isHere: false, ...words, paragraphs: words.paragraphs.map(inDays) };
}

type Words = Pick<PlaceWords, 'title' | 'paragraphs'> & Partial<PlaceWords>;

const FILE: Button = { text: 'File a complaint', href: '/complaints/new' };
const CHECK: Button = { text: 'Check the exact dates', href: '/check', style: 'secondary' };
const READ_MORE: Button = { text: 'What you need to file', href: '/help#before-you-file', style: 'link' };

const WORDS: Readonly<Record<Place, Words>> = {
  member: {
    title: 'Talk to your health plan',
    paragraphs: [
      'This portal is for health care providers. As a member, call your plan’s member services. The number is on your plan’s ID card.',
      'Ask for a grievance if you are unhappy with your care or the plan’s service. Ask for an appeal if the plan denied, cut or stopped a service. The plan must help you with either.',
      'Your provider may file an appeal for you if you agree in writing.',
    ],
  },
  'somebody-else': {
    title: 'This portal is only for providers',
    paragraphs: [
      'Complaints here come from providers who are enrolled with Illinois Medicaid, or from their billing agents.',
      'Anybody may read the public figures about complaints.',
    ],
    actions: [{ text: 'See the public figures', href: '/statistics', style: 'secondary' }],
  },
  'fee-for-service': {
    title: 'Call HFS',
    paragraphs: [
      'When the patient has Medicaid without a health plan, HFS itself pays the claim. Billing staff at HFS can help you by phone. This portal cannot take the complaint.',
    ],
    phone: {
      number: '877-782-5565',
      href: 'tel:+18777825565',
      words: 'HFS help for fee-for-service providers',
    },
  },
  medicare: {
    title: 'Contact Medicare or the Medicare plan',
    paragraphs: [
      'Medicare matters are decided outside Illinois Medicaid, so this portal cannot take them. If the patient has a Medicare plan, start with that plan.',
    ],
    phone: { number: '1-800-MEDICARE', href: 'tel:+18006334227', words: 'Medicare' },
  },
  'other-insurance': {
    title: 'Contact the other insurer',
    paragraphs: [
      'This portal takes complaints about Illinois Medicaid health plans, and about no other insurance.',
    ],
  },
  'find-coverage': {
    title: 'Find out what coverage the patient had',
    paragraphs: [
      'Look up the patient’s eligibility in HFS’s MEDI system, for the date of service and not for today. It shows whether the patient was in a Medicaid health plan, and in which one.',
      'Then come back and answer the question again.',
    ],
  },
  'not-enrolled': {
    title: 'Enroll with Illinois Medicaid first',
    paragraphs: [
      'HFS takes complaints only from enrolled providers. Providers enroll through HFS’s IMPACT system.',
      'If the provider was enrolled on the date of service, answer yes.',
    ],
  },
  'plan-first': {
    title: 'Ask the plan first',
    paragraphs: [
      'The plan must have a chance to fix the problem. HFS closes a complaint that comes before that.',
      'For a claim, file a dispute through the plan’s own process. Write down the date, and the tracking number that the plan gives you. You may file here from day {opens} to day {closes} after that date.',
      'If a patient cannot get care, tell the plan that it is urgent. Once you have asked, you need not wait for its answer.',
    ],
    actions: [{ text: 'How to prepare', href: '/help#before-you-file', style: 'secondary' }],
  },
  'too-early': {
    title: 'It is too early to file',
    paragraphs: [
      'The plan has {opens} days to answer your dispute. You may file here from day {opens} to day {closes}, even if the plan answers sooner.',
      'You can prepare the complaint now. The portal keeps your draft.',
    ],
    actions: [CHECK, { text: 'Start a draft', href: '/complaints/new', style: 'link' }],
  },
  'too-late': {
    title: 'The time to file here has passed',
    paragraphs: [
      'HFS can take a disputed claim only until day {closes} after you filed it with the plan.',
      'Check the dates: it is the date of your dispute that counts, not the date of the claim. Your contract with the plan says what else you can do.',
    ],
    actions: [CHECK],
  },
  'file-claim': {
    title: 'File it here',
    isHere: true,
    paragraphs: [
      'You asked the plan, and the time to file is open. Have at hand the date and tracking number of your dispute, the member’s RIN, the dates of service, and the plan’s explanation of payment.',
    ],
    actions: [FILE, CHECK, READ_MORE],
  },
  'file-urgent': {
    title: 'File it here, and mark it urgent',
    isHere: true,
    paragraphs: [
      'HFS handles problems with immediate access to care first. Say in the form what care the patient needs and what happens without it.',
      'In an emergency, do not wait for this portal: call 911.',
    ],
    actions: [FILE, READ_MORE],
  },
  'file-other': {
    title: 'File it here',
    isHere: true,
    paragraphs: [
      'You asked the plan, and it did not fix the problem. Tell HFS when you asked, whom you asked, and what the plan said.',
    ],
    actions: [FILE, READ_MORE],
  },
};
