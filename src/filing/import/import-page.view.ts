import { CLAIM_LINES_LIMIT } from '../../complaint/document.ts';
import type { FileField, TextareaField } from '../../web/fields.ts';
import type { Link } from '../../web/pages.ts';
import type { ButtonRow, Tabs } from '../../web/parts.ts';
import { SHEET_FIELD } from '../../web/receive-sheet.ts';
import { type Draft, draftHref } from '../drafts/draft.ts';
import type { StepFrame, StepView } from '../steps/frame.ts';
import { claimWays, importAlerts } from './claim-ways.view.ts';

declare module '../../web/pages.ts' {
  interface Pages {
    'filing/import': UploadView;
    'filing/import-paste': PasteView;
  }
}

interface ImportView extends StepView {
  readonly ways: Tabs;
  readonly buttons: ButtonRow;
}

export interface UploadView extends ImportView {
  readonly file: FileField;
  readonly templates: readonly Link[];
}

export interface PasteView extends ImportView {
  readonly cells: TextareaField;
}

export const CELLS_FIELD = 'cells';

export function uploadView(draft: Draft, frame: StepFrame): UploadView {
  return {
    ...frame,
    title: 'Upload claims',
    alerts: importAlerts(draft),
    ways: claimWays(draft, 'claims/import'),
    action: draftHref(draft.id, 'claims/import'),
    file: {
      name: SHEET_FIELD,
      label: 'Choose a file',
      limits: `Excel (.xlsx) or text (.csv), up to 5 MB. One complaint holds up to ${CLAIM_LINES_LIMIT} claims.`,
      accept: ['.xlsx', '.csv', '.txt', '.tsv'],
      errors: frame.errors,
    },
    templates: [
      { text: 'Template for Excel (.xlsx)', href: draftHref(draft.id, 'claims/template.xlsx') },
      { text: 'Template as text (.csv)', href: draftHref(draft.id, 'claims/template.csv') },
    ],
    buttons: { buttons: [{ text: 'Upload' }] },
  };
}

export function pasteView(draft: Draft, frame: StepFrame, typed: string): PasteView {
  return {
    ...frame,
    title: 'Paste claims',
    alerts: importAlerts(draft),
    ways: claimWays(draft, 'claims/paste'),
    action: draftHref(draft.id, 'claims/paste'),
    cells: {
      name: CELLS_FIELD,
      label: 'Cells',
      hint: `Copy the cells in the spreadsheet with the row of headings, and paste them here. One complaint holds up to ${CLAIM_LINES_LIMIT} claims.`,
      rows: 12,
      value: typed,
      errors: frame.errors,
    },
    buttons: { buttons: [{ text: 'Read the cells' }] },
  };
}
