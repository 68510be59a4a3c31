import type { z } from 'zod';
import { claimLineSchema } from '../document.ts';
import { carcField, dollarsField } from '../fields.ts';
import type { ClaimField } from './columns.ts';
import { dateText, FORMULA_TEXT, ONE_CODE_TEXT } from './import-words.ts';
import { type DateManner, readDate } from './read-date.ts';

/** What a text says in a field: a value as the draft keeps it, nothing, or what is wrong and what may be meant. */
export type CellRead =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'fault'; readonly text: string; readonly offer?: string };

const { shape } = claimLineSchema;
const NOTHING: CellRead = { kind: 'nothing' };

/** Written where there is nothing to write. */
const BLANKS = /^(-+|n\/?a|none|null|nil|\.)$/i;

/** Reads a field's text as people write it. */
export function readCell(field: ClaimField, text: string, manner: DateManner): CellRead {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '') return NOTHING;
  if (plain.startsWith('=')) return { kind: 'fault', text: FORMULA_TEXT };
  if (field === 'paidCents' && /^\$? ?-+$/.test(plain)) return { kind: 'value', value: 0 };
  if (BLANKS.test(plain)) return NOTHING;
  return READERS[field](plain, text, manner);
}

type Reader = (plain: string, text: string, manner: DateManner) => CellRead;

const readName: Reader = (_plain, text) => bySchema(shape.memberLastName, text.normalize('NFC'));
const readDay: Reader = (plain, _text, manner) => {
  const read = readDate(plain, manner);
  if (read.ok) return { kind: 'value', value: read.value };
  return {
    kind: 'fault',
    text: dateText(read.problem),
    ...(read.offer ? { offer: usDate(read.offer) } : {}),
  };
};

const READERS: Readonly<Record<ClaimField, Reader>> = {
  memberLastName: readName,
  memberFirstName: readName,
  rin: readRin,
  serviceFrom: readDay,
  serviceTo: readDay,
  claimNumber: (plain) => bySchema(shape.claimNumber.unwrap(), plain),
  billedCents: readDollars,
  paidCents: readDollars,
  carc: readCarc,
  denialDate: readDay,
};

/** A spreadsheet that took it for a number drops zeros at its front: the person is asked whether it was one. */
function readRin(plain: string): CellRead {
  const digits = withoutDecimals(plain);
  const read = bySchema(shape.rin, digits);
  const bare = digits.replace(/[ -]/g, '');
  return read.kind === 'fault' && /^\d{8}$/.test(bare) ? { ...read, offer: `0${bare}` } : read;
}

function readCarc(plain: string): CellRead {
  const codes = plain.split(/[,;|/&]| and /).filter((code) => carcField.safeParse(code).success);
  return codes.length > 1
    ? { kind: 'fault', text: ONE_CODE_TEXT }
    : bySchema(carcField, withoutDecimals(plain));
}

/** The currency may be named before or after; a euro is no dollar. */
function readDollars(plain: string): CellRead {
  return bySchema(dollarsField, plain.replace(/^(usd|us\$) ?| ?usd$/gi, ''));
}

/** Programs that keep every number as a fraction write 29 as 29.0. */
function withoutDecimals(text: string): string {
  return text.replace(/^(\d+)\.0+$/, '$1');
}

function bySchema(schema: z.ZodType<string | number>, text: string): CellRead {
  const read = schema.safeParse(text);
  if (read.success) return { kind: 'value', value: read.data };
  return { kind: 'fault', text: read.error.issues[0]?.message ?? '' };
}

/** "8/5/2026" from 2026-08-05 */
function usDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${month}/${day}/${year}`;
}
