import type { Logger } from 'pino';
import { counter, type Metric } from './metric.ts';

/**
 * What nobody caught. An exception may have left something half done in memory, of which nobody can say what: the
 * process is to end in order and be started anew, from what is on disk. A rejected promise broke off nothing but
 * itself: it is logged and counted, and the process goes on.
 * @param onException asked once, at the first exception
 * @returns the counts
 */
export function watchFaults(logger: Logger, onException: () => void): () => readonly Metric[] {
  let rejections = 0;
  let isEnding = false;
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'uncaught exception');
    if (isEnding) return;
    isEnding = true;
    onException();
  });
  process.on('unhandledRejection', (error) => {
    rejections += 1;
    logger.error({ err: error }, 'unhandled rejection');
  });
  return () => [counter('unhandled_rejections_total', 'Promises that failed and of which nobody saw it.', rejections)];
}
