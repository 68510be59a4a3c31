import { type Standing, standingText } from '../../complaint/organization-words.ts';
import type { Alert } from '../../web/parts.ts';

/** What keeps a complaint from being filed for an organization, and what happens next. */
export function organizationAlert(name: string, standing: Exclude<Standing, 'confirmed'>): Alert {
  const heading = standingText(name, standing);
  if (standing === 'refused') {
    const text = 'Nothing can be filed for it as it is. Your drafts are kept.';
    return {
      type: 'error',
      heading,
      text,
      links: [{ href: '/organization', text: 'Read why, and what to do' }],
    };
  }
  return {
    type: 'info',
    heading,
    text: [
      'HFS compares each registration with its list of enrolled providers before complaints are filed.',
      'You can write your complaint now. It is kept as a draft, and we mail you as soon as you can file it.',
    ],
  };
}
