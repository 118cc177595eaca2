import { parseArgs } from 'node:util';
import { problem as sentences } from '../../shared/i18n/nl/problem.ts';
import { openDatabase } from '../db/database.ts';
import { readSettings, SettingsError } from '../env.ts';
import { createLogger } from '../log.ts';
import { actingFor } from '../services/audit/actingFor.ts';
import { Problem, problemOf } from '../services/problem.ts';
import { CliError } from './cliError.ts';
import type { CliCommand, CliContext, CliInput } from './commandContext.ts';
import { backup } from './commands/backup.ts';
import { boardCreate } from './commands/boardCreate.ts';
import { check } from './commands/check.ts';
import { link } from './commands/link.ts';
import { memberAdd } from './commands/memberAdd.ts';
import { organisationCreate } from './commands/organisationCreate.ts';
import { restore } from './commands/restore.ts';
import { userCreate } from './commands/userCreate.ts';
import { userDeactivate } from './commands/userDeactivate.ts';
import { userReactivate } from './commands/userReactivate.ts';

/** The edges of a command. */
export interface CliIo {
  readonly readPassword: () => Promise<string | undefined>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Commands by the words that call them. */
const COMMANDS: ReadonlyMap<string, CliCommand> = new Map([
  ['organisation create', organisationCreate],
  ['user create', userCreate],
  ['user deactivate', userDeactivate],
  ['user reactivate', userReactivate],
  ['board create', boardCreate],
  ['member add', memberAdd],
  ['link', link],
  ['backup', backup],
  ['restore', restore],
  ['check', check],
]);

function usage(): string {
  return ['Opdrachten:', ...[...COMMANDS.values()].map((command) => `  ${command.usage}`)].join('\n');
}

function find(words: readonly string[]): { readonly command: CliCommand; readonly rest: readonly string[] } {
  for (const length of [2, 1]) {
    const command = COMMANDS.get(words.slice(0, length).join(' '));
    if (command) return { command, rest: words.slice(length) };
  }
  throw new CliError(`Deze opdracht is er niet: ${words.slice(0, 2).join(' ') || '(leeg)'}.\n${usage()}`);
}

function parse(command: CliCommand, rest: readonly string[]): CliInput {
  try {
    const options = { ...command.options, json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true });
    return { options: values, words: positionals };
  } catch {
    throw new CliError(`Zo werkt deze opdracht niet. Gebruik: ${command.usage}`);
  }
}

/** What went wrong, as a sentence for the operator. */
function sentenceOf(error: unknown): string {
  if (error instanceof CliError || error instanceof SettingsError) return error.message;
  const problem = problemOf(error);
  const cause = problem.cause instanceof Error ? ` (${problem.cause.message})` : '';
  if (problem.code === 'invalidInput')
    return `Deze optie klopt niet of is al in gebruik: --${problem.fields?.join(', --')}.`;
  if (problem.code === 'notFound') return 'Dit bord is er niet.';
  if (problem.code === 'emailTaken') return 'Met dit e-mailadres is al een account.';
  return `${sentences[problem.code]}${error instanceof Problem ? '' : cause}`;
}

function linesOf(result: object, asJson: boolean): string[] {
  if (asJson) return [JSON.stringify(result)];
  return Object.entries(result).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
}

async function carryOut<Result extends object>(
  command: CliCommand<Result>,
  context: CliContext,
  input: CliInput,
): Promise<{ readonly result: Result; readonly failure: string | undefined }> {
  const result = await command.run(context, input);
  return { result, failure: command.failure?.(result) };
}

/**
 * Runs one of the operator's commands: its result goes to stdout, a sentence about what went wrong to stderr.
 * @param args words and options after the program's name
 * @param variables the environment
 * @returns the exit code
 */
export async function runCommand(
  args: readonly string[],
  variables: { readonly [name: string]: string | undefined },
  { readPassword, out, err }: CliIo,
): Promise<number> {
  try {
    const { command, rest } = find(args);
    const input = parse(command, rest);
    const settings = readSettings({ LOG_LEVEL: 'error', ...variables });
    const publicUrl = settings.publicUrl ?? `http://localhost:${settings.port}`;
    const database = await openDatabase(settings);
    try {
      const logger = createLogger(settings.logLevel);
      const context = { database, settings, publicUrl, logger, now: () => new Date(), readPassword };
      const printed = await actingFor({ operator: true }, () => carryOut(command, context, input));
      for (const line of linesOf(printed.result, input.options['json'] === true)) out(line);
      if (printed.failure !== undefined) err(printed.failure);
      return printed.failure === undefined ? 0 : 1;
    } finally {
      await database.close();
    }
  } catch (error) {
    err(sentenceOf(error));
    return 1;
  }
}
