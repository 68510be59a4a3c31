import { readXml } from './xml.ts';

/** The texts that cells name by their number. Readings of East Asian words are no part of them. */
export function readSharedStrings(xml: string): string[] {
  if (xml === '') return [];
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isReading = false;
  readXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isReading = true;
      isText = name === 't' && !isReading;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isReading = false;
      if (name === 'si') strings.push(withoutEscapes(text));
    },
  });
  return strings;
}

/** Excel writes characters that XML cannot hold as _x000D_. */
export function withoutEscapes(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
