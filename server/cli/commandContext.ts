import type { Logger } from 'pino';
import type { Database } from '../db/database.ts';
import type { Settings } from '../env.ts';

/** What a command gets: the database is open, whether or not a server runs beside it. */
export interface CliContext {
  readonly database: Database;
  readonly settings: Settings;
  /** Origin for links. */
  readonly publicUrl: string;
  readonly logger: Logger;
  readonly now: () => Date;
  /** The password that was put on stdin, if any. */
  readonly readPassword: () => Promise<string | undefined>;
}

/** The options after the command, as they were given; `arguments` are the words without `--`. */
export interface CliInput {
  readonly options: { readonly [name: string]: string | boolean | undefined };
  readonly words: readonly string[];
}

export interface CliCommand<Result extends object = object> {
  /** Names of its options; `boolean` ones take no value. */
  readonly options: { readonly [name: string]: { readonly type: 'string' | 'boolean' } };
  /** How it is called, for the operator. */
  readonly usage: string;
  /** Gives the object that is printed. Throws `CliError` or `Problem`. */
  readonly run: (context: CliContext, input: CliInput) => Promise<Result>;
  /** A sentence for stderr, and exit code 1, where the result is bad news. A method, so that commands of any result fit one list. */
  failure?(result: Result): string | undefined;
}
