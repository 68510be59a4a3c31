/** A member on the first day of a service, as one value for the blind index. Date: YYYY-MM-DD. */
export function memberService(rin: string, serviceFrom: string): string {
  return `${rin} ${serviceFrom}`;
}
