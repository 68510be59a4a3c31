import { z } from 'zod';
import { CLAIM_FIELDS, type ClaimField } from './columns.ts';

const field = z.enum(CLAIM_FIELDS as readonly [ClaimField, ...ClaimField[]]);

/**
 * What was seen when the row was read, and is no longer seen in its text. It is forgotten once the person changes the
 * text, or says that it is right.
 */
const markSchema = z.object({
  kind: z.enum(['ssn', 'formula', 'error', 'ragged', 'day-first', 'name-order', 'digits-lost', 'duplicate']),
  /** Of a duplicate: the row that is the same. */
  row: z.int().optional(),
});
export type Mark = z.infer<typeof markSchema>;

export const waitingRowSchema = z.object({
  id: z.uuid(),
  /** Its number in the spreadsheet that it came from. */
  row: z.int(),
  /** As they were written; no text that looks like a Social Security number. */
  texts: z.partialRecord(field, z.string()),
  marks: z.partialRecord(field, markSchema),
  /** What stood in cells that belong to no column. */
  extra: z.array(z.string()),
});
/** A row of an imported spreadsheet that is no claim yet: something in it is wrong or unclear. */
export type WaitingRow = z.infer<typeof waitingRowSchema>;
export type RowTexts = WaitingRow['texts'];

export const importedCellSchema = z.object({
  text: z.string(),
  kind: z.enum(['text', 'number', 'date', 'formula', 'error', 'ssn']),
});
export const waitingTableSchema = z.object({
  sheetName: z.string().nullable(),
  isDelimited: z.boolean(),
  rows: z.array(z.object({ number: z.int(), cells: z.array(importedCellSchema) })),
  /** The row that holds the headings; null: none looks like it. */
  headerRow: z.int().nullable(),
  otherSheets: z.array(z.string()),
});
/** An imported spreadsheet of which it is not known yet what its columns hold. */
export type WaitingTable = z.infer<typeof waitingTableSchema>;

const skippedSchema = z.object({ row: z.int(), why: z.enum(['empty', 'total', 'heading', 'note']) });
/** A row that holds no claim, and why. */
export type SkippedRow = z.infer<typeof skippedSchema>;

export const importSummarySchema = z.object({
  /** Claims in the spreadsheet. */
  claims: z.int(),
  /** So many of them went into the draft. */
  taken: z.int(),
  /** Rows that the draft had already. */
  already: z.array(z.int()),
  /** So many rows that waited are among those of this spreadsheet, and went out for them. */
  replaced: z.int(),
  skipped: z.array(skippedSchema),
  /** Columns that the complaint has no place for. */
  unused: z.array(z.object({ letter: z.string(), heading: z.string() })),
  otherSheets: z.array(z.string()),
});
/** What became of a spreadsheet. */
export type ImportSummary = z.infer<typeof importSummarySchema>;

export const claimsImportSchema = z.object({
  table: waitingTableSchema.optional(),
  rows: z.array(waitingRowSchema).default([]),
  summary: importSummarySchema.optional(),
});
/** What an import left to do. It is in a draft only while something is. */
export type ClaimsImport = z.infer<typeof claimsImportSchema>;
