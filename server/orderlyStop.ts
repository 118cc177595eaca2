import type { Logger } from 'pino';

/** A stop takes 10 s at most; what hangs by then is given up. */
const STOP_WITHIN_MS = 9_500;
/** The terminal and npm both pass a Ctrl-C on: the same wish twice. */
const SAME_WISH_MS = 500;

/** Ends the process, once. */
export interface OrderlyStop {
  /** Closes what runs and exits with this code; 1 where closing fails or hangs. */
  readonly stop: (code: number) => void;
  /** True from the moment that a stop was asked: what fails from then on, fails for want of what was closed. */
  readonly isAsked: () => boolean;
  /**
   * What a signal asks: the first time to stop, the second time not to wait for a store or people. What was acknowledged
   * is on disk all the same; the rest stays with who sent it.
   */
  readonly signal: () => void;
}

/** What a stop can do with a server. */
interface Closing {
  /** Resolves when everything is closed. */
  readonly close: () => Promise<void>;
  /** Lets go of what is not on disk yet; resolves when nothing is being written any more. */
  readonly abandon: () => Promise<void>;
}

export function orderlyStop(server: Closing, logger: Logger): OrderlyStop {
  let askedAt: number | undefined;

  const stop = (code: number): void => {
    if (askedAt !== undefined) return;
    askedAt = performance.now();
    setTimeout(() => {
      logger.error('the stop took too long');
      process.exit(1);
    }, STOP_WITHIN_MS);
    server.close().then(
      () => process.exit(code),
      (error: unknown) => {
        logger.error({ err: error }, 'the stop failed');
        process.exit(1);
      },
    );
  };

  return {
    stop,
    isAsked: () => askedAt !== undefined,
    signal: () => {
      if (askedAt === undefined) return stop(0);
      if (performance.now() - askedAt < SAME_WISH_MS) return;
      logger.warn('another signal: the stop is not waited for');
      askedAt = Number.POSITIVE_INFINITY;
      // Not at once: to exit under the journal's thread while SQLite is at work aborts the process.
      void server.abandon().finally(() => process.exit(1));
    },
  };
}
