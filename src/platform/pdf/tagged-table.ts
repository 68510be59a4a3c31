/** A cell of a table: what it says, and how. */
export interface PdfCell {
  readonly text: string;
  readonly isHeader: boolean;
  readonly isNumeric: boolean;
}

export interface PdfTable {
  readonly widths: readonly number[];
  readonly fontSize: number;
  /** Repeated at the head of every page, there outside of the reading order; null: there is none. */
  readonly head: readonly PdfCell[] | null;
  readonly rows: readonly (readonly PdfCell[])[];
}

export interface TableFonts {
  readonly regular: string;
  readonly bold: string;
}

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

const PADDING = 4;
const LINE = '#a9aeb1';
const SHADE = '#f0f0f0';

/** Draws a table at the present place, tagged row by row; a row is never torn over two pages unless it fills one. */
export function drawTable(doc: Doc, root: Element, table: PdfTable, fonts: TableFonts): void {
  const element = doc.struct('Table');
  root.add(element);
  const pen = { doc, table, fonts };
  doc.fontSize(table.fontSize);
  if (table.head) drawRow(pen, element, table.head);
  for (const row of table.rows) {
    if (doc.y + heightOf(pen, row) > doc.page.height - doc.page.margins.bottom) {
      doc.addPage();
      if (table.head) repeatHead(pen, table.head);
    }
    drawRow(pen, element, row);
  }
  element.end();
  doc.x = doc.page.margins.left;
}

interface Pen {
  readonly doc: Doc;
  readonly table: PdfTable;
  readonly fonts: TableFonts;
}

function drawRow(pen: Pen, table: Element, row: readonly PdfCell[]): void {
  const { doc } = pen;
  const top = doc.y;
  const height = heightOf(pen, row);
  drawFrame(pen, { row, top, height });
  const element = doc.struct('TR');
  table.add(element);
  for (const [at, cell] of row.entries()) {
    element.add(doc.struct(cell.isHeader ? 'TH' : 'TD', {}, () => writeCell(pen, { cell, at, top })));
  }
  element.end();
  doc.y = top + height;
}

/** On a further page, for those who see it; whoever hears the table has the head already. */
function repeatHead(pen: Pen, head: readonly PdfCell[]): void {
  const { doc } = pen;
  const top = doc.y;
  const height = heightOf(pen, head);
  drawFrame(pen, { row: head, top, height });
  doc.markContent('Artifact', { type: 'Layout' });
  for (const [at, cell] of head.entries()) writeCell(pen, { cell, at, top });
  doc.endMarkedContent();
  doc.y = top + height;
}

function drawFrame(
  { doc, table }: Pen,
  { row, top, height }: { row: readonly PdfCell[]; top: number; height: number },
): void {
  const { left } = doc.page.margins;
  const width = table.widths.reduce((sum, each) => sum + each, 0);
  doc.markContent('Artifact', { type: 'Layout' });
  doc.save();
  if (row === table.head) doc.rect(left, top, width, height).fill(SHADE);
  doc.lineWidth(0.5).strokeColor(LINE);
  doc
    .moveTo(left, top + height)
    .lineTo(left + width, top + height)
    .stroke();
  doc.restore();
  doc.endMarkedContent();
}

function writeCell(
  { doc, table, fonts }: Pen,
  { cell, at, top }: { cell: PdfCell; at: number; top: number },
): void {
  const before = table.widths.slice(0, at).reduce((sum, each) => sum + each, 0);
  const width = (table.widths[at] ?? 0) - 2 * PADDING;
  doc.font(cell.isHeader ? fonts.bold : fonts.regular);
  doc.text(cell.text, doc.page.margins.left + before + PADDING, top + PADDING, {
    width,
    align: cell.isNumeric ? 'right' : 'left',
  });
}

function heightOf({ doc, table, fonts }: Pen, row: readonly PdfCell[]): number {
  const heights = row.map(({ text, isHeader }, at) => {
    doc.font(isHeader ? fonts.bold : fonts.regular);
    return doc.heightOfString(text, { width: (table.widths[at] ?? 0) - 2 * PADDING });
  });
  return Math.max(...heights, 0) + 2 * PADDING;
}
