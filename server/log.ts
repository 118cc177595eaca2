import { type Logger, pino } from 'pino';

/** Logs as JSON lines on stderr: stdout belongs to what is printed for the operator. */
export function createLogger(level: string): Logger {
  return pino(
    { level, redact: ['token', 'cookie', 'password', '*.token', '*.cookie', '*.password'] },
    pino.destination(2),
  );
}
