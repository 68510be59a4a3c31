import type { Role } from '../complaint/actor.ts';
import type { NavigationLink } from './pages.ts';

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  representative: 'Provider representative',
  analyst: 'HFS analyst',
  supervisor: 'HFS supervisor',
  administrator: 'HFS administrator',
  privacy_officer: 'HFS privacy officer',
  liaison: 'Plan liaison',
};

const FIGURES = ['/statistics', 'Public figures'] as const;
const HELP = ['/help', 'Help'] as const;
const QUEUE = ['/casework', 'Complaints'] as const;
const ISSUES = ['/casework/issues', 'Issues'] as const;
const REGISTRATIONS = ['/casework/registrations', 'Registrations'] as const;

const VISITOR_LINKS = [
  ['/', 'Home'],
  ['/where-to-complain', 'Where to complain'],
  ['/check', 'May I file yet?'],
  FIGURES,
  HELP,
] as const;

const ROLE_LINKS: Readonly<Record<Role, readonly (readonly [string, string])[]>> = {
  representative: [
    ['/complaints', 'My complaints'],
    ['/complaints/new', 'File a complaint'],
    ['/organization', 'Organization'],
    ['/check', 'May I file yet?'],
    FIGURES,
    HELP,
  ],
  analyst: [QUEUE, ISSUES, REGISTRATIONS, FIGURES, HELP],
  supervisor: [QUEUE, ISSUES, REGISTRATIONS, FIGURES, HELP],
  administrator: [
    ['/administration/holidays', 'Holidays'],
    ['/administration/orders', 'Orders'],
    ['/administration/policies', 'Policies'],
    ['/administration/plans', 'Plans'],
    FIGURES,
    HELP,
  ],
  privacy_officer: [['/administration/audit', 'Audit log'], FIGURES, HELP],
  liaison: [
    ['/mco', 'Complaints'],
    ['/mco/answers', 'Answer many'],
    ['/mco/issues', 'Issues'],
    ['/mco/scorecard', 'Scorecard'],
    FIGURES,
    HELP,
  ],
};

/** The header's links for a role (null: nobody is signed in), with the one that leads nearest to a path marked. */
export function navigationFor(role: Role | null, path: string): NavigationLink[] {
  const links = role ? ROLE_LINKS[role] : VISITOR_LINKS;
  const nearest = links
    .map(([href]) => href)
    .filter((href) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
    .reduce((longest, href) => (href.length > longest.length ? href : longest), '');
  return links.map(([href, text]) => ({ href, text, current: href === nearest }));
}
