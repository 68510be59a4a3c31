import type { AlignedRow } from './align-row.ts';
import type { ColumnUses } from './column-plan.ts';
import { type ClaimField, type ColumnUse, isFieldUse } from './columns.ts';
import { divideName } from './member-name.ts';
import { type DateManner, isDayFirst, isMonthFirst, readDate } from './read-date.ts';
import { divideDates } from './read-date-range.ts';
import type { ImportedCell, ImportedRow } from './social-security.ts';
import type { Mark, RowTexts, WaitingRow } from './waiting.ts';

/** What all cells of a column have in common, by which single cells are understood. */
export interface ColumnManners {
  readonly namesHaveCommas: boolean;
  /** Places of columns in which dates have the day before the month. */
  readonly dayFirst: ReadonlySet<number>;
}

export function mannersOf(rows: readonly ImportedRow[], uses: ColumnUses): ColumnManners {
  const names = uses.indexOf('memberName');
  const textsAt = (place: number) => rows.map(({ cells }) => cells[place]?.text ?? '');
  const dayFirst = uses.flatMap((use, place) => {
    if (use === null || !DATE_USES.has(use)) return [];
    const texts = textsAt(place);
    return texts.some(isDayFirst) && !texts.some(isMonthFirst) ? [place] : [];
  });
  return {
    namesHaveCommas: names >= 0 && textsAt(names).some((text) => text.includes(',')),
    dayFirst: new Set(dayFirst),
  };
}

const DATE_USES: ReadonlySet<ColumnUse> = new Set(['serviceFrom', 'serviceTo', 'serviceDates', 'denialDate']);

type Written = Pick<WaitingRow, 'texts' | 'marks'>;

/** A row's texts by field, with marks where a cell was more than its text. */
export function textsOf(
  row: AlignedRow,
  uses: ColumnUses,
  manners: ColumnManners,
  manner: DateManner,
): Written {
  const written: { texts: RowTexts; marks: Partial<Record<ClaimField, Mark>> } = { texts: {}, marks: {} };
  uses.forEach((use, place) => {
    const cell = row.cells[place];
    if (use === null || use === 'own' || !cell) return;
    const isUnclear = manners.dayFirst.has(place) && isUnclearDate(cell.text, manner);
    const found = isFieldUse(use) ? fieldTexts(use, cell) : dividedTexts(use, cell, manners, manner);
    Object.assign(written.texts, found.texts);
    Object.assign(written.marks, found.marks);
    const field = mainField(use);
    if (isUnclear) written.marks[field] = { kind: 'day-first' };
    if (row.raggedAt === place) written.marks[field] = { kind: 'ragged' };
  });
  return withRange(written, manner);
}

/** Whether the date is read, and would be another date with its day before its month. */
function isUnclearDate(text: string, manner: DateManner): boolean {
  const read = readDate(text, { ...manner, isDayFirst: true });
  return !read.ok && read.problem === 'order-unclear';
}

function fieldTexts(field: ClaimField, cell: ImportedCell): Written {
  const mark = markOf(field, cell);
  return { texts: { [field]: cell.text.trim() }, marks: mark ? { [field]: mark } : {} };
}

function markOf(field: ClaimField, { kind, text }: ImportedCell): Mark | null {
  if (kind === 'ssn' || kind === 'error') return { kind };
  if (kind === 'formula' && text === '') return { kind };
  const isBeyondExact = kind === 'number' && Math.abs(Number(text)) >= 1e15;
  const isShortened = /^\d(\.\d+)?E\+\d+$/i.test(text.trim());
  return field === 'claimNumber' && (isBeyondExact || isShortened) ? { kind: 'digits-lost' } : null;
}

function dividedTexts(
  use: 'memberName' | 'serviceDates',
  cell: ImportedCell,
  { namesHaveCommas }: ColumnManners,
  manner: DateManner,
): Written {
  const whole = fieldTexts(mainField(use), cell);
  if (Object.keys(whole.marks).length > 0 || cell.text.trim() === '') return whole;
  if (use === 'serviceDates') {
    const { from, to } = divideDates(cell.text, manner);
    return { texts: { serviceFrom: from, serviceTo: to }, marks: {} };
  }
  const name = divideName(cell.text, namesHaveCommas);
  if (name) return { texts: { memberLastName: name.last, memberFirstName: name.first }, marks: {} };
  return { ...whole, marks: { memberLastName: { kind: 'name-order' } } };
}

/** A first date of service that is two dates, where the last one is left empty. */
function withRange(written: Written, manner: DateManner): Written {
  const { serviceFrom = '', serviceTo = '' } = written.texts;
  if (serviceTo !== '' || serviceFrom === '') return written;
  const { from, to } = divideDates(serviceFrom, manner);
  return { ...written, texts: { ...written.texts, serviceFrom: from, serviceTo: to } };
}

function mainField(use: Exclude<ColumnUse, 'own'>): ClaimField {
  if (use === 'memberName') return 'memberLastName';
  return use === 'serviceDates' ? 'serviceFrom' : use;
}
