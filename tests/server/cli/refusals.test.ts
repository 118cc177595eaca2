import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../../server/cli/runCommand.ts';
import { startServer, type TestServer } from '../../support/server.ts';

describe('commands that cannot be done', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
    await server.person({ email: 'open@zelf.example' });
  });
  afterAll(() => server.close());

  const run = async (args: readonly string[], password?: string) => {
    const printed = { stdout: '', stderr: '' };
    const code = await runCommand([...args, '--json'], server.store.variables, {
      readPassword: async () => password,
      out: (line) => {
        printed.stdout += `${line}\n`;
      },
      err: (line) => {
        printed.stderr += `${line}\n`;
      },
    });
    return { code, ...printed };
  };

  test.each([
    ['an unknown command', ['bord', 'maken'], /Deze opdracht is er niet: bord maken/],
    ['nothing', [], /Deze opdracht is er niet/],
    ['an option that is missing', ['link'], /--email ontbreekt/],
    ['an option that does not exist', ['link', '--mail', 'x'], /Gebruik: link --email ADRES/],
    ['an unknown address', ['link', '--email', 'niemand@x.example'], /geen account met het adres niemand@x\.example/],
    [
      'an unknown organisation',
      ['user', 'create', '--email', 'a@b.example', '--name', 'A', '--organisation', 'x'],
      /--organisation/,
    ],
    [
      'an unknown template',
      ['board', 'create', '--title', 'T', '--template', 'x', '--facilitator', 'open@zelf.example'],
      /--template/,
    ],
    [
      'years that are none',
      ['board', 'create', '--title', 'T', '--template', 'leeg', '--facilitator', 'open@zelf.example', '--years', 'x'],
      /--years/,
    ],
    ['an unknown role', ['member', 'add', '--board', 'x', '--email', 'open@zelf.example', '--role', 'baas'], /--role/],
    [
      'an unknown board',
      ['member', 'add', '--board', 'x', '--email', 'open@zelf.example', '--role', 'member'],
      /Dit bord is er niet/,
    ],
  ])('%s gives a sentence and exit code 1', async (_what, args, sentence) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(sentence);
  });

  test('a name or address that is taken, and a short password, are refused', async () => {
    const { person } = await server.person({ organisation: 'Bezet Zelf' });
    expect((await run(['organisation', 'create', '--name', 'bezet zelf'])).stderr).toMatch(/--name/);
    const organisation = ['--organisation', person.organisationId!];
    const taken = await run(['user', 'create', '--email', person.email!, '--name', 'A', ...organisation]);
    expect(taken.stderr).toBe('Met dit e-mailadres is al een account.\n');
    const short = await run(['user', 'create', '--email', 'k@k.example', '--name', 'A', ...organisation], 'kort');
    expect(short.stderr).toMatch(/--password/);
  });
});
