import { CLAIM_LINES_LIMIT } from '../../complaint/document.ts';

/** The question of the page: about claims, or about members that a topic needs or does not. */
export function headingOf(isDispute: boolean, isRequired: boolean): string {
  if (isDispute) return 'Which claims are disputed?';
  return isRequired ? 'Which members is it about?' : 'Is it about particular members?';
}

export function leadOf(isDispute: boolean, isRequired: boolean): string {
  if (isDispute) {
    return `List each claim, up to ${CLAIM_LINES_LIMIT}. They may be of several members, if the question is the same for all of them.`;
  }
  if (isRequired) return 'Name each member, with the dates on which care was given, or is needed.';
  return 'This topic needs none. If it is about particular members, add them; otherwise go on.';
}
