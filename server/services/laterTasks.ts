import type { Logger } from 'pino';

export interface LaterTasks {
  /** Does something after the answer was given; an error is logged. */
  readonly later: (task: () => Promise<void>) => void;
  /** Resolves when all of it was done. */
  readonly done: () => Promise<void>;
}

/** Work that nobody waits for but the end of the process. */
export function laterTasks(logger: Logger): LaterTasks {
  const running = new Set<Promise<void>>();
  return {
    later: (task) => {
      const mine = task().catch((error: unknown) => logger.error({ err: error }, 'work after an answer failed'));
      running.add(mine);
      void mine.finally(() => running.delete(mine));
    },
    done: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
