import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { drawTable, type PdfTable } from './tagged-table.ts';

/** A piece of a document, in reading order. */
export type PdfPart =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Labels beside their values. */
  | { readonly kind: 'facts'; readonly rows: readonly PdfFact[] }
  | { readonly kind: 'table'; readonly columns: readonly PdfColumn[]; readonly rows: readonly string[][] };

export interface PdfFact {
  readonly label: string;
  readonly value: string | readonly string[];
}

export interface PdfColumn {
  readonly text: string;
  readonly isNumeric?: boolean | undefined;
  /** Its share of the width against the others; 1, unless it is given. */
  readonly share?: number | undefined;
}

export interface PdfText {
  readonly title: string;
  /** At the foot of every page, before its number. */
  readonly footer: string;
  readonly parts: readonly PdfPart[];
}

const MARGIN = 54;
const FOOTER_Y = 36;
const SIZES = { text: 10, small: 8, heading: { 1: 20, 2: 14, 3: 11 } } as const;
const INK = '#1b1b1b';

const REGULAR = 'regular';
const BOLD = 'bold';
const FONT_FILES = { regular: fontFile('Regular'), bold: fontFile('Bold') };

/**
 * A tagged PDF (PDF/UA: headings, paragraphs and tables in reading order, with a title and a language) as a stream of
 * bytes. It is made in memory page by page; nothing is written to a disk.
 */
export function taggedPdf({ title, footer, parts }: PdfText): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: 'LETTER',
    margin: MARGIN,
    pdfVersion: '1.7',
    // Known to the library, but not to its types.
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    bufferPages: true,
    // None to begin with: a font that is opened by its file first is opened anew each time it is named.
    font: '',
    info: { Title: title, Creator: 'Managed Care Complaint Portal' },
  });
  doc.registerFont(REGULAR, FONT_FILES.regular).registerFont(BOLD, FONT_FILES.bold).font(REGULAR);
  doc.fillColor(INK).fontSize(SIZES.text);
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const part of parts) write(doc, root, part);
  root.end();
  numberPages(doc, footer);
  doc.end();
  return doc;
}

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

function write(doc: Doc, root: Element, part: PdfPart): void {
  if (part.kind === 'heading') writeHeading(doc, root, part);
  else if (part.kind === 'paragraph') writeParagraph(doc, root, part.text);
  else writeTable(doc, root, part.kind === 'facts' ? factTable(doc, part.rows) : columnTable(doc, part));
}

function writeTable(doc: Doc, root: Element, table: PdfTable): void {
  if (table.rows.length === 0) return;
  drawTable(doc, root, table, { regular: REGULAR, bold: BOLD });
  doc.font(REGULAR).fontSize(SIZES.text).moveDown(0.8);
}

function writeHeading(doc: Doc, root: Element, part: PdfPart & { kind: 'heading' }): void {
  const { level, text } = part;
  // Before the heading is marked: a page that began within it would leave the mark of the page before without an end.
  keepTogether(doc);
  root.add(
    doc.struct(`H${level}`, {}, () => {
      if (level > 1) doc.moveDown(0.6);
      doc.font(BOLD).fontSize(SIZES.heading[level]).text(text);
      doc.font(REGULAR).fontSize(SIZES.text).moveDown(0.4);
    }),
  );
}

/** A heading at the foot of a page would stand alone. */
function keepTogether(doc: Doc): void {
  if (doc.y > doc.page.height - 2.5 * MARGIN) doc.addPage();
}

function writeParagraph(doc: Doc, root: Element, text: string): void {
  root.add(doc.struct('P', {}, () => void doc.text(text, { lineGap: 2 }).moveDown(0.6)));
}

const FACT_WIDTH = 140;

function factTable(doc: Doc, rows: readonly PdfFact[]): PdfTable {
  return {
    widths: [FACT_WIDTH, innerWidth(doc) - FACT_WIDTH],
    fontSize: SIZES.text,
    head: null,
    rows: rows.map(({ label, value }) => [
      { text: label, isHeader: true, isNumeric: false },
      { text: [value].flat().join('\n'), isHeader: false, isNumeric: false },
    ]),
  };
}

function columnTable(doc: Doc, { columns, rows }: PdfPart & { kind: 'table' }): PdfTable {
  const whole = columns.reduce((sum, { share = 1 }) => sum + share, 0);
  const cells = (texts: readonly string[], isHeader: boolean) =>
    texts.map((text, at) => ({ text, isHeader, isNumeric: columns[at]?.isNumeric ?? false }));
  return {
    widths: columns.map(({ share = 1 }) => (innerWidth(doc) * share) / whole),
    fontSize: SIZES.small,
    head: cells(
      columns.map(({ text }) => text),
      true,
    ),
    rows: rows.map((row) => cells(row, false)),
  };
}

function innerWidth(doc: Doc): number {
  return doc.page.width - 2 * MARGIN;
}

/** Outside of the reading order, as PDF/UA wants it. */
function numberPages(doc: Doc, footer: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // Text below the bottom margin would begin another page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font(REGULAR).fontSize(SIZES.small);
    doc.text(`${footer} · Page ${page - start + 1} of ${count}`, MARGIN, doc.page.height - FOOTER_Y, {
      lineBreak: false,
    });
    doc.endMarkedContent();
  }
}

function fontFile(weight: string): string {
  return fileURLToPath(import.meta.resolve(`@uswds/uswds/fonts/public-sans/PublicSans-${weight}.ttf`));
}
