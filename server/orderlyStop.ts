import type { Logger } from 'pino';

/** A stop takes 10 s at most; what hangs by then is given up. */
const STOP_WITHIN_MS = 9_500;
/** The terminal and npm both pass a Ctrl-C on: the same wish twice. */
const SAME_WISH_MS = 500;

/** Ends the process, once. */
export interface OrderlyStop {
  /** Closes what runs and exits with this code; 1 where closing fails or hangs. */
  readonly stop: (code: number) => void;
  /** What a signal asks: the first time to stop, a later time to wait for nothing any more. */
  readonly signal: () => void;
}

/** @param close resolves when everything is closed */
export function orderlyStop(close: () => Promise<void>, logger: Logger): OrderlyStop {
  let askedAt: number | undefined;

  const stop = (code: number): void => {
    if (askedAt !== undefined) return;
    askedAt = performance.now();
    setTimeout(() => {
      logger.error('the stop took too long');
      process.exit(1);
    }, STOP_WITHIN_MS);
    close().then(
      () => process.exit(code),
      (error: unknown) => {
        logger.error({ err: error }, 'the stop failed');
        process.exit(1);
      },
    );
  };

  return {
    stop,
    signal: () => {
      if (askedAt === undefined) return stop(0);
      if (performance.now() - askedAt < SAME_WISH_MS) return;
      // What was acknowledged is on disk; the rest stays with who sent it.
      logger.warn('a second signal: the stop is not waited for');
      process.exit(1);
    },
  };
}
