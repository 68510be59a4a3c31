import { deliverNotices } from '../../src/notices/deliver.ts';
import { type Mail, setMailTransport } from '../../src/platform/mail/transport.ts';

/** The address that the tests' mail and origin checks know the portal by. */
export const BASE_URL = 'http://localhost:3000';

const delivered: Mail[] = [];

/** Mail goes to this process's memory instead of a server. */
export function receiveMail(): void {
  delivered.length = 0;
  setMailTransport({
    isIdempotent: true,
    send: async (mail) => {
      delivered.push(mail);
    },
    failureOf: () => 'try-again',
  });
}

/** Sends what is owed, and gives all the mail that has been sent in this test file; to one address, if it is named. */
export async function sentMail(to?: string): Promise<readonly Mail[]> {
  await deliverNotices(BASE_URL);
  return delivered.filter((mail) => to === undefined || mail.to.address === to);
}

/** The path of the link in the newest mail to an address. Throws when there is none. */
export async function mailedPath(to: string): Promise<string> {
  const text = (await sentMail(to)).at(-1)?.text ?? '';
  const path = text.split(/\s/).find((word) => word.startsWith(`${BASE_URL}/`));
  if (!path) throw new Error(`No link was mailed to ${to}`);
  return path.slice(BASE_URL.length);
}
