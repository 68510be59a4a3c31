import type { DemoAccounts } from './demo.ts';

/** What the operator's terminal shows of the demonstration accounts. */
export function describeDemo({ people, password }: DemoAccounts): string {
  const width = Math.max(...people.map((person) => person.email.length));
  const lines = people.map((person) => `  ${person.email.padEnd(width)}  ${person.what}`);
  return [
    'Demonstration accounts, made up like all that they filed:',
    ...lines,
    `Their password: ${password}`,
    '',
  ].join('\n');
}
