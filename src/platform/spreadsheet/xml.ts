import { SaxesParser } from 'saxes';
import { SheetRefused } from './sheet-refused.ts';

/** What a part of a workbook says, in its order. Names are without their namespace's prefix. */
export interface XmlReader {
  readonly open?: (name: string, attributes: XmlAttributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** An attribute by its name without the prefix; absent: undefined. */
export type XmlAttributes = Readonly<Record<string, string>>;

/**
 * Reads XML. Entities of its own are refused with the document type that would declare them.
 * @throws SheetRefused when it is not well-formed; whatever the reader throws
 */
export function readXml(xml: string, reader: XmlReader): void {
  const parser = new SaxesParser({ xmlns: true });
  const refuse = () => {
    throw new SheetRefused({ kind: 'damaged' });
  };
  const text = (piece: string) => reader.text?.(piece);
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('opentag', ({ local, attributes }) => {
    const named = Object.values(attributes).map((each) => [each.local, each.value]);
    reader.open?.(local, Object.fromEntries(named));
  });
  parser.on('closetag', ({ local }) => reader.close?.(local));
  parser.write(xml).close();
}
