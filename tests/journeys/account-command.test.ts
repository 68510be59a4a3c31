import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'portal-command-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Each is a process of its own, which a busy machine starts slowly. */
const PROCESS_TIMEOUT = 60_000;

describe('npm run account', { timeout: PROCESS_TIMEOUT }, () => {
  it('invites by mail, shows who there is, suspends and activates', async () => {
    const invited = await account(
      'invite',
      '--email',
      'Li@Plan.example',
      '--name',
      'Li Rowan',
      '--role',
      'liaison',
      '--plan',
      'molina',
    );
    expect(invited).toMatchObject({
      code: 0,
      said: 'li@plan.example is invited as liaison. The mail with the link has been sent.\n',
    });
    const [mail = ''] = await readdir(path.join(folder, 'mail'));
    expect(await readFile(path.join(folder, 'mail', mail), 'utf8')).toMatch(
      /\/password\/new\/[\w-]+\.[\w-]{43}/,
    );

    expect((await account('list')).said).toMatch(
      /li@plan\.example +Li Rowan +liaison +Molina.* +invited +never/,
    );
    expect((await account('suspend', '--email', 'li@plan.example')).said).toContain('is suspended');
    expect((await account('activate', '--email', 'li@plan.example')).said).toContain('is invited again');
  });

  it.each([
    [['list', '--all'], 'Unknown option'],
    [['suspend', '--email', 'nobody@b.example'], 'No account has the address nobody@b.example.'],
    [invite({ '--name': 'A', '--role': 'liaison', '--plan': 'ACME' }), '--plan must be one of AETNA,'],
  ])('answers %j with one line and an error', async (argv, line) => {
    const { code, said, complained } = await account(...argv);
    expect(code).toBe(1);
    expect(said).toBe('');
    expect(complained.trimEnd().split('\n')).toEqual([expect.stringContaining(line)]);
  });

  it('says in one line that the database cannot be reached', async () => {
    const away = await run(['list'], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nowhere' });
    expect(away).toEqual({
      code: 1,
      said: '',
      complained: 'The database (DATABASE_URL) cannot be reached.\n',
    });
  });
});

function invite(options: Record<string, string>): string[] {
  return ['invite', '--email', 'a@b.example', ...Object.entries(options).flat()];
}

function account(...argv: string[]) {
  return run(argv, { DATABASE_URL: database.ownerUrl() });
}

function run(
  argv: readonly string[],
  settings: Record<string, string>,
): Promise<{ code: number; said: string; complained: string }> {
  const command = path.resolve('src/commands/account.ts');
  const env = { ...process.env, NODE_ENV: 'development', BASE_URL: '', DATA_DIR: folder, ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...argv], { env }, (error, said, complained) => {
      resolve({ code: error ? Number(error.code) : 0, said, complained });
    });
  });
}
