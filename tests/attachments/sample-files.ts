import { crc32, deflateRawSync } from 'node:zlib';

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << >>\n%%EOF\n');
export const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
export const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const TIFF_LITTLE = Buffer.from('49492a0008000000', 'hex');
export const TIFF_BIG = Buffer.from('4d4d002a00000008', 'hex');
export const OLE = Buffer.from('d0cf11e0a1b11ae1000000000000000000', 'hex');

/** A PDF, as far as we look, of so many bytes, in pieces. */
export function* longPdf(bytes: number): Generator<Buffer> {
  yield PDF;
  const block = Buffer.alloc(64 * 1024, 'stream of page content ');
  for (let left = bytes - PDF.length; left > 0; left -= block.length) yield block.subarray(0, left);
}

type Parts = readonly (readonly [name: string, content: string | Buffer])[];

const TYPES = '[Content_Types].xml';

/** A DOCX as Word writes it: the content types first. */
export function docx(extra: Parts = [], contentTypes = '<Types/>'): Buffer {
  return zip([[TYPES, contentTypes], ['_rels/.rels', '<r/>'], ['word/document.xml', '<w/>'], ...extra]);
}

/** An XLSX as some libraries write it: the content types last. */
export function xlsx(extra: Parts = [], contentTypes = '<Types/>'): Buffer {
  return zip([['xl/workbook.xml', '<x/>'], ...extra, [TYPES, contentTypes]]);
}

/** A ZIP archive of deflated parts. */
export function zip(parts: Parts): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const entry = Buffer.concat([
      Buffer.from('PK\x01\x02\x14\x00'),
      common,
      Buffer.alloc(14),
      Buffer.from(name),
    ]);
    entry.writeUInt32LE(offset, 42);
    locals.push(local);
    directory.push(entry);
    offset += local.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
