import { type DestinationStream, type Logger, pino } from 'pino';

/** Logs as JSON lines on stderr: stdout belongs to what is printed for the operator. */
export function createLogger(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  const redact = ['token', 'cookie', 'password', '*.token', '*.cookie', '*.password'];
  return pino({ level, redact, serializers: { err: (error: unknown) => loggedError(error) } }, destination);
}

/** What is told of an error: errors of databases and parsers carry the rows and texts that they stumbled over. */
interface LoggedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack: string;
  readonly cause?: LoggedError;
}

/** PostgreSQL's classes for wrong data and broken constraints, whose messages quote the data. */
const QUOTES_DATA = /^2[23]\w{3}$/;
const DEEPEST_CAUSE = 5;

function loggedError(error: unknown, depth = 0): LoggedError | undefined {
  if (error === undefined || error === null) return undefined;
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  // Parsers quote what they could not read.
  const isQuoting = error instanceof SyntaxError || error.name === 'ZodError' || QUOTES_DATA.test(code ?? '');
  const cause = depth < DEEPEST_CAUSE ? loggedError(error.cause, depth + 1) : undefined;
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    message: isQuoting ? '' : error.message,
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
    ...(cause === undefined ? {} : { cause }),
  };
}
