import type { Link } from '../../web/pages.ts';
import type { Alert, Tabs } from '../../web/parts.ts';
import { type Draft, draftHref } from '../drafts/draft.ts';

export type ClaimWay = 'claims' | 'claims/import' | 'claims/paste';

const WAYS: readonly (readonly [ClaimWay, string])[] = [
  ['claims', 'Add by hand'],
  ['claims/import', 'Upload a file'],
  ['claims/paste', 'Paste from a spreadsheet'],
];

/** The ways to put claims into a draft, of which one is shown. */
export function claimWays(draft: Draft, current: ClaimWay): Tabs {
  return {
    label: 'Ways to add claims',
    tabs: WAYS.map(([page, text]) => ({
      text,
      href: draftHref(draft.id, page),
      current: page === current,
    })),
  };
}

const FEW_ROWS = 3;

/** Leads past rows of many fields to the buttons below them; null: they are few. */
export function skipLink(rows: number): Link | null {
  return rows > FEW_ROWS ? { href: '#list-end', text: 'Go to the end of the list' } : null;
}

/** What of a spreadsheet waits, with the page where it goes on. */
export function importAlerts({ document, id }: Draft): Alert[] {
  const { table, rows = [] } = document.claimsImport ?? {};
  const links = [
    ...(table
      ? [
          {
            text: 'Say what the columns of the spreadsheet hold',
            href: draftHref(id, 'claims/import/columns'),
          },
        ]
      : []),
    ...(rows.length > 0
      ? [
          {
            text:
              rows.length === 1 ? 'Correct the row that waits' : `Correct the ${rows.length} rows that wait`,
            href: draftHref(id, 'claims/import/rows'),
          },
        ]
      : []),
  ];
  return links.length === 0 ? [] : [{ type: 'warning', heading: 'A spreadsheet is not finished', links }];
}
