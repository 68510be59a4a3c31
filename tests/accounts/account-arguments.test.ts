import { describe, expect, it } from 'vitest';
import { parseAccountCommand } from '../../src/commands/account-arguments.ts';
import { BootFailure } from '../../src/platform/errors.ts';

describe('npm run account', () => {
  it.each([
    [['invite', '--name', 'Li'], '--email is missing.'],
    [['invite', '--email', 'li', '--name', 'Li'], '--email li is no e-mail address.'],
    [invite({ '--role': 'analyst' }), '--name is missing: the name of the person.'],
    [invite({ '--name': 'A', '--role': 'boss' }), '--role must be one of analyst, supervisor,'],
    [invite({ '--name': 'A', '--role': 'liaison' }), '--plan is missing'],
    [invite({ '--name': 'A', '--role': 'analyst', '--plan': 'AETNA' }), '--plan is for liaisons only.'],
    [['dismiss'], 'There is no command dismiss'],
    [['list', 'of', 'them'], 'Not understood: of them.'],
    [['list', '--all'], 'Unknown option'],
  ])('does not understand %j, and says why', (argv, line) => {
    expect(() => parseAccountCommand(argv)).toThrow(BootFailure);
    expect(() => parseAccountCommand(argv)).toThrow(line);
  });
});

function invite(options: Record<string, string>): string[] {
  return ['invite', '--email', 'a@b.example', ...Object.entries(options).flat()];
}
