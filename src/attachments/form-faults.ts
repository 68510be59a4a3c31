import multer from 'multer';
import { Forbidden, Invalid } from '../platform/errors.ts';

/** Whether the form was not in order: multer's own errors, and those of the parser beneath it, which have no class. */
export function isFormFault(error: unknown): boolean {
  return error instanceof multer.MulterError || (error instanceof Error && FORM_FAULTS.test(error.message));
}

const FORM_FAULTS = /^(Multipart: |Malformed part header|Unexpected end of (form|file)|Malformed urlencoded)/;

export function staleForm(): Forbidden {
  return new Forbidden('This page was open for too long. Load it again, and choose the files again.');
}

export function brokenForm(field: string): Invalid {
  return new Invalid([{ field, text: 'The files did not arrive as they should. Choose them again.' }]);
}
