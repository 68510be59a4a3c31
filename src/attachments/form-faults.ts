import multer from 'multer';
import { Forbidden, Invalid } from '../platform/errors.ts';

/**
 * What is told of a failure while a form was read: Invalid where the form was not in order, or else the failure itself.
 * @param fileField the name of the form's file field
 */
export function formFault(error: unknown, fileField: string): unknown {
  if (error instanceof multer.MulterError && error.code === 'LIMIT_FIELD_VALUE')
    return new Invalid([{ field: error.field ?? fileField, text: OVERLONG_FIELD }]);
  return isFormFault(error) ? brokenForm(fileField) : error;
}

const OVERLONG_FIELD =
  'A field of the form holds far more text than it may. Go back, shorten the text, and send the form again.';

/** Whether the form was not in order: multer's own errors, and those of the parser beneath it, which have no class. */
function isFormFault(error: unknown): boolean {
  return error instanceof multer.MulterError || (error instanceof Error && FORM_FAULTS.test(error.message));
}

const FORM_FAULTS = /^(Multipart: |Malformed part header|Unexpected end of (form|file)|Malformed urlencoded)/;

export function staleForm(): Forbidden {
  return new Forbidden('This page was open for too long. Load it again, and choose the files again.');
}

/** @param field the name of the field that is not as the form's page made it */
export function alteredForm(field: string): Invalid {
  return new Invalid([
    {
      field,
      text: 'The form did not arrive as its page made it. Load the page again, and send it from there.',
    },
  ]);
}

function brokenForm(fileField: string): Invalid {
  return new Invalid([
    { field: fileField, text: 'The files did not arrive as they should. Choose them again.' },
  ]);
}
