import type { Sheet } from './sheet.ts';
import { SHEET_LIMITS } from './sheet-limits.ts';
import { SheetRefused } from './sheet-refused.ts';
import { readSharedStrings } from './workbook-strings.ts';
import { readStyles } from './workbook-styles.ts';
import { readWorksheet } from './worksheet.ts';
import { readXml } from './xml.ts';
import { ZipArchive } from './zip-archive.ts';

const MACRO_PARTS = /(^|\/)(vbaProject|vbaData)[^/]*$|^xl\/macrosheets\//i;
const MACRO_TYPES = /macroEnabled|ms-office\.vba|ms-excel\.(intl)?macrosheet/i;

/**
 * The visible sheets of an Excel workbook (.xlsx) that hold something. Nothing is computed: of a formula, only the
 * result that Excel stored with it is taken.
 * @throws SheetRefused
 */
export function readWorkbook(bytes: Buffer, rowLimit: number = SHEET_LIMITS.rows): Sheet[] {
  const archive = new ZipArchive(bytes);
  const types = archive.read('[Content_Types].xml');
  if (types === null) throw new SheetRefused({ kind: 'not-a-table' });
  if (MACRO_TYPES.test(types) || archive.names().some((name) => MACRO_PARTS.test(name))) {
    throw new SheetRefused({ kind: 'macros' });
  }
  const main = relationsOf(archive, '').find(({ type }) => type === 'officeDocument')?.target;
  const workbook = main === undefined ? null : archive.read(main);
  if (main === undefined || workbook === null) throw new SheetRefused({ kind: 'not-a-table' });
  return readSheets(archive, main, workbook, rowLimit);
}

function readSheets(archive: ZipArchive, main: string, workbook: string, rowLimit: number): Sheet[] {
  const relations = relationsOf(archive, main);
  const { tabs, countsFrom1904 } = readTabs(workbook);
  const partOf = (type: string) => {
    const target = relations.find((each) => each.type === type)?.target;
    return (target && archive.read(target)) || '';
  };
  const strings = readSharedStrings(partOf('sharedStrings'));
  const styles = readStyles(partOf('styles'));
  const sheets = tabs.flatMap(({ name, relation }) => {
    const part = relations.find(({ id, type }) => id === relation && type === 'worksheet')?.target;
    const xml = part === undefined ? null : archive.read(part);
    if (xml === null) return [];
    const rows = readWorksheet(xml, { strings, styles, countsFrom1904 }, rowLimit);
    return [{ name, rows, isDelimited: false }];
  });
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw new SheetRefused({ kind: 'empty' });
  return filled;
}

interface Tab {
  readonly name: string;
  readonly relation: string;
}

function readTabs(xml: string): { tabs: Tab[]; countsFrom1904: boolean } {
  const tabs: Tab[] = [];
  let countsFrom1904 = false;
  readXml(xml, {
    open: (name, { name: tab = '', id = '', state = 'visible', date1904 = '0' }) => {
      if (name === 'sheet' && state === 'visible') tabs.push({ name: tab, relation: id });
      if (name === 'workbookPr') countsFrom1904 = date1904 === '1' || date1904 === 'true';
    },
  });
  return { tabs, countsFrom1904 };
}

interface Relation {
  readonly id: string;
  /** The last word of its type's address. */
  readonly type: string;
  /** The path of the part that it leads to. */
  readonly target: string;
}

/** Where a part leads; the archive itself is ''. */
function relationsOf(archive: ZipArchive, part: string): Relation[] {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/') + 1) : '';
  const xml = archive.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  readXml(xml ?? '<none/>', {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: pathOf(folder, Target) });
    },
  });
  return relations;
}

function pathOf(folder: string, target: string): string {
  return new URL(target, `archive:///${folder}`).pathname.slice(1);
}
