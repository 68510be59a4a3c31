export const CONTACT_WAYS = ['phone', 'email', 'portal_message', 'letter', 'meeting'] as const;
/** How a plan tries to reach a provider. */
export type ContactWay = (typeof CONTACT_WAYS)[number];

export const CONTACT_WAY_WORDS: Readonly<Record<ContactWay, string>> = {
  phone: 'Telephone',
  email: 'E-mail',
  portal_message: 'Message in a portal',
  letter: 'Letter',
  meeting: 'Meeting',
};
