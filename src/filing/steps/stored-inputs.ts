import type { DraftClaimLine } from '../../complaint/document.ts';
import { parseDate } from '../../platform/dates.ts';
import { dateParts } from '../../platform/form-fields.ts';
import { centsToText } from '../../platform/money.ts';
import type { ClaimRow } from './claim-sheet.ts';
import type { FormBody } from './read-form.ts';

/** A stored date (YYYY-MM-DD) as the three inputs of its field. */
export function dateInputs(name: string, date: string | undefined): FormBody {
  const { month, day, year } = dateParts(parseDate(date ?? ''));
  return { [`${name}-month`]: month, [`${name}-day`]: day, [`${name}-year`]: year };
}

/** A stored line as its inputs. */
export function rowOf(line: DraftClaimLine): ClaimRow {
  const isOneDay = line.serviceTo === line.serviceFrom;
  const dates = {
    ...dateInputs('serviceFrom', line.serviceFrom),
    ...dateInputs('serviceTo', isOneDay ? undefined : line.serviceTo),
    ...dateInputs('denialDate', line.denialDate),
  };
  const texts = {
    id: line.id,
    memberLastName: line.memberLastName,
    memberFirstName: line.memberFirstName,
    rin: line.rin,
    claimNumber: line.claimNumber,
    billedCents: line.billedCents === undefined ? '' : centsToText(line.billedCents),
    paidCents: line.paidCents === undefined ? '' : centsToText(line.paidCents),
    carc: line.carc,
  };
  return Object.fromEntries(
    Object.entries({ ...texts, ...dates }).map(([name, text]) => [name, String(text ?? '')]),
  );
}
