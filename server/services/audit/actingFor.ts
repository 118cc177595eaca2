import { AsyncLocalStorage } from 'node:async_hooks';

/** For whom work is done now, as far as no function is told. */
interface Acting {
  /** The network that a request came from. */
  readonly address?: string;
  /** The operator does it by a command, also where it is done as someone else. */
  readonly operator?: true;
}

const acting = new AsyncLocalStorage<Acting>();

/** Does something for a request or a command: what is written in the log meanwhile says so. */
export function actingFor<T>(who: Acting, task: () => T): T {
  return acting.run(who, task);
}

/** For whom this is done; nothing where the server does it by itself. */
export function actingNow(): Acting {
  return acting.getStore() ?? {};
}
