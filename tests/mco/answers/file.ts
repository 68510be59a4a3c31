import { ANSWER_COLUMNS } from '../../../src/complaint/answers-import/columns.ts';
import { csvFile } from '../../../src/platform/csv.ts';
import { readSheets } from '../../../src/platform/spreadsheet/read-sheets.ts';
import { tableAsXlsx } from '../../../src/platform/table-file/table-file.ts';
import { uploadTo } from '../../filing/upload.ts';
import { bytesOf, type Page, type Visitor } from '../../support/visitor.ts';

export type FileRow = Readonly<Record<string, string>>;

/** The rows of a downloaded file, by heading. */
export async function download(visitor: Visitor, name: string): Promise<FileRow[]> {
  const { body, status } = await visitor.agent.get(`/mco/answers/${name}`).buffer().parse(bytesOf);
  if (status !== 200) throw new Error(`${name} answers with ${status}`);
  const [header, ...rows] = readSheets(body, 10_000)[0]?.rows ?? [];
  const headings = header?.cells.map(({ text }) => text) ?? [];
  return rows.map(({ cells }) =>
    Object.fromEntries(headings.map((heading, place) => [heading, cells[place]?.text ?? ''])),
  );
}

/** Sends rows as the file that was filled in. */
export async function send(
  visitor: Visitor,
  rows: readonly FileRow[],
  kind: 'csv' | 'xlsx' = 'csv',
): Promise<Page> {
  const header = ANSWER_COLUMNS.map(({ heading }) => heading);
  const cells = rows.map((row) => header.map((heading) => row[heading] ?? ''));
  const file =
    kind === 'csv' ? Buffer.from(csvFile(header, cells)) : await tableAsXlsx({ header, rows: cells });
  return sendFile(visitor, `filled.${kind}`, file);
}

export function sendFile(visitor: Visitor, name: string, content: Buffer): Promise<Page> {
  return uploadTo(visitor, '/mco/answers/import', [[name, content]], {}, 'sheet');
}
