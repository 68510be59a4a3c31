import type { Scenario } from './scenarios.ts';

interface DemoFile {
  readonly name: string;
  readonly text: string;
}

/** The papers that come with a demonstration complaint: none, or the plan's letter, and for some a log of calls. */
export function demoFiles(scenario: Scenario, seed: number): DemoFile[] {
  if (seed % 3 === 0) return [];
  const letter: DemoFile = {
    name: 'letter-from-the-plan.txt',
    text: [
      'Provider dispute: our decision',
      '',
      'We have reviewed your dispute. Our determination stands.',
      scenario.carc ? `Claim adjustment reason code: ${scenario.carc}` : 'No claim is affected.',
      '',
      'This letter belongs to a demonstration. Nobody wrote it.',
      '',
    ].join('\n'),
  };
  const calls: DemoFile = {
    name: 'calls-to-the-plan.csv',
    text: 'Day,Spoke with,What they said\r\n1,Provider services,Will call back\r\n3,Provider services,Still in review\r\n',
  };
  return seed % 3 === 1 ? [letter] : [letter, calls];
}
