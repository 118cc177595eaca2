import type { Extension } from '@hocuspocus/server';
import type { Logger } from 'pino';
import type { CollabContext } from './documentLink.ts';
import type { CollabMetrics } from './metrics.ts';
import { Stopped } from './refusal.ts';

type Hook = (payload: unknown) => Promise<unknown>;

/** Hooks whose failure must stop what the engine was about to do. The engine waits for these. */
const GATES: ReadonlySet<string> = new Set([
  'onConnect',
  'onAuthenticate',
  'onCreateDocument',
  'onLoadDocument',
  'beforeHandleMessage',
  'beforeHandleAwareness',
  'beforeSync',
  'beforeUnloadDocument',
]);

/**
 * Wraps every hook of an extension: the engine leaves some promises alone, and one that rejects would end the
 * process. A gate that fails stops its message or document; any other hook that fails is logged and counted.
 */
export function guardHooks(
  extension: Extension<CollabContext>,
  logger: Logger,
  metrics: CollabMetrics,
): Extension<CollabContext> {
  const guarded: Record<string, unknown> = {};
  for (const [name, hook] of Object.entries(extension)) {
    guarded[name] = typeof hook === 'function' ? guard(name, hook as Hook, extension, logger, metrics) : hook;
  }
  return guarded;
}

function guard(name: string, hook: Hook, self: object, logger: Logger, metrics: CollabMetrics): Hook {
  return async (payload) => {
    try {
      return await hook.call(self, payload);
    } catch (error) {
      if (!(error instanceof Stopped)) {
        metrics.hookErrors += 1;
        logger.error({ err: error, hook: name }, 'live: a hook failed');
      }
      if (GATES.has(name)) throw error instanceof Stopped ? error : new Stopped();
      return undefined;
    }
  };
}
