import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Db } from '../db/database.ts';
import { addSnapshot } from '../db/snapshots.ts';
import { readStoredDocument } from '../db/storedDocument.ts';
import { type SnapshotWorkerData, type SnapshotWorkerReply, snapshotWorker } from './snapshotWorker.ts';

/** Which document, in which generation. */
export interface DocumentAddress {
  readonly boardId: string;
  readonly key: string;
  readonly generation: number;
}

export interface Compaction {
  /** Adds a snapshot of this document, when its turn comes. Never fails the caller: errors are logged and counted. */
  readonly request: (address: DocumentAddress) => void;
  readonly counters: () => { readonly snapshots: number; readonly failures: number };
  /** Resolves when nothing is asked or running. */
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Adds snapshots beside the journal's rows, one at a time. They are computed from the rows, never from what is in
 * memory, and delete nothing.
 */
export function startCompaction(db: Db, logger: Logger): Compaction {
  const asked = new Map<string, DocumentAddress>();
  const counters = { snapshots: 0, failures: 0 };
  let running: Promise<void> | undefined;
  let closed = false;

  const run = async (): Promise<void> => {
    for (;;) {
      const [next] = asked;
      if (!next || closed) break;
      asked.delete(next[0]);
      try {
        if (await compact(db, next[1], logger)) counters.snapshots += 1;
      } catch (error) {
        counters.failures += 1;
        logger.error({ err: error, ...next[1] }, 'compaction: no snapshot was added');
      }
    }
    running = undefined;
  };

  return {
    request: (address) => {
      if (closed) return;
      asked.set(`${address.boardId}/${address.key}`, address);
      running ??= run();
    },
    counters: () => ({ ...counters }),
    idle: async () => {
      await running;
    },
    close: async () => {
      closed = true;
      await running;
    },
  };
}

/** @returns false where there was nothing new to fold */
async function compact(db: Db, address: DocumentAddress, logger: Logger): Promise<boolean> {
  const { boardId, key: document, generation } = address;
  const stored = await readStoredDocument(db, boardId, document, generation, logger);
  if (stored.updates.length === 0) return false;
  const { state, hash } = await fold({
    requireFrom: import.meta.url,
    state: stored.snapshot?.state ?? null,
    updates: stored.updates.map((row) => row.update),
  });
  const at = new Date().toISOString();
  await addSnapshot(db, { boardId, document, sequence: stored.sequence, generation, state, hash, at });
  return true;
}

function fold(data: SnapshotWorkerData): Promise<SnapshotWorkerReply> {
  return new Promise((resolve, reject) => {
    const source = `const __name = (f) => f; (${snapshotWorker.toString()})(require);`;
    const worker = new Worker(source, { eval: true, workerData: data, execArgv: [], name: 'snapshot' });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the snapshot's thread ended with ${code}`)));
  });
}
