import type { Logger } from 'pino';

/** Does something again and again, never twice at once; an error is logged and the next turn comes. Gives the way to stop. */
export function every(ms: number, task: () => Promise<void>, logger: Logger): () => Promise<void> {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= task()
      .catch((error: unknown) => logger.error({ err: error }, 'a repeated task failed'))
      .finally(() => {
        running = undefined;
      });
  }, ms);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
