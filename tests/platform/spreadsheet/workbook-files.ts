import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive, with whatever its directory is to say falsely of it. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly saysSize?: number;
  readonly flags?: number;
}

/** A ZIP archive of these parts, deflated. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, saysSize, flags = 0 } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const size = saysSize ?? bytes.length;
    const facts = [flags, 8, 0, 0, crc32(bytes), packed.length, size, Buffer.byteLength(name), 0] as const;
    const local = Buffer.concat([header(0x04034b50, [20], facts), Buffer.from(name), packed]);
    locals.push(local);
    const entry = header(0x02014b50, [20, 20], facts, [0, 0, 0]);
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(offset, 4);
    directory.push(entry, tail, Buffer.from(name));
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  const listing = Buffer.concat(directory);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listing, end]);
}

type Facts = readonly [number, number, number, number, number, number, number, number, number];

function header(
  signature: number,
  versions: readonly number[],
  facts: Facts,
  more: readonly number[] = [],
): Buffer {
  const [flags, method, time, date, crc, packed, size, nameLength, extra] = facts;
  const shorts = (values: readonly number[]) => Buffer.from(Uint16Array.from(values).buffer);
  const longs = (values: readonly number[]) => Buffer.from(Uint32Array.from(values).buffer);
  return Buffer.concat([
    longs([signature]),
    shorts([...versions, flags, method, time, date]),
    longs([crc, packed, size]),
    shorts([nameLength, extra, ...more.slice(0, 3)]),
  ]);
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WorkbookParts {
  /** The `<row>` elements of each sheet. */
  readonly sheets: readonly string[];
  readonly strings?: string;
  readonly styles?: string;
  readonly types?: string;
  readonly workbook?: string;
  readonly others?: readonly ZipPart[];
}

/** The parts of an Excel workbook. */
export function workbookParts({
  sheets,
  strings,
  styles,
  types,
  workbook,
  others = [],
}: WorkbookParts): ZipPart[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const tabs = sheets.map(
    (_rows, index) => `<sheet name="Sheet ${index + 1}" sheetId="${index + 1}" r:id="s${index}"/>`,
  );
  return [
    { name: '[Content_Types].xml', content: types ?? '<Types/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships>${relation('m', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: workbook ?? `<workbook xmlns:r="${RELATIONS}"><sheets>${tabs.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${sheets
        .map((_rows, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
        .join(
          '',
        )}${relation('t', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    },
    ...sheets.map((rows, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content:
        rows.startsWith('<?') || rows.startsWith('<!')
          ? rows
          : `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    })),
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: strings }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', content: styles }]),
    ...others,
  ];
}

export const workbookOf = (parts: WorkbookParts): Buffer => zipOf(workbookParts(parts));
