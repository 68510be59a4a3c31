import type { PageView } from '../../web/pages.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/begin': BeginView;
  }
}

export interface BeginView extends PageView {
  /** The id of the draft that the button begins. */
  readonly draftId: string;
  readonly needs: readonly { readonly what: string; readonly details: string }[];
}

export function beginView(draftId: string): BeginView {
  return {
    title: 'File a complaint',
    breadcrumbs: [{ href: '/complaints', text: 'My complaints' }],
    draftId,
    needs: [
      { what: 'The plan and the program', details: 'One complaint is about one plan and one topic.' },
      {
        what: 'What the plan was asked',
        details:
          'For a denied or underpaid claim: the date of your dispute and the plan’s tracking number. For anything else: when you raised it, with whom, and what they answered.',
      },
      {
        what: 'The members',
        details:
          'Names, 9-digit RINs and dates of service. For claims also the plan’s claim number and the amount billed.',
      },
      { what: 'Documents, if you have them', details: 'The remittance, or the plan’s letter.' },
    ],
  };
}
