export interface SnapshotWorkerData {
  /** A file from which `yjs` can be found. */
  readonly requireFrom: string;
  /** Deflated Yjs V2 state to start from; null for none. */
  readonly state: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
}

export interface SnapshotWorkerReply {
  /** Deflated Yjs V2 state, and its hex SHA-256. */
  readonly state: Uint8Array;
  readonly hash: string;
}

/**
 * Folds updates into a snapshot in a thread of its own: a big document takes hundreds of milliseconds.
 * Sent to the worker as source text, as the journal's worker is; it may use nothing from outside.
 */
export function snapshotWorker(require: NodeJS.Require): void {
  const { parentPort, workerData } = require('node:worker_threads') as typeof import('node:worker_threads');
  const { createRequire } = require('node:module') as typeof import('node:module');
  const { createHash } = require('node:crypto') as typeof import('node:crypto');
  const zlib = require('node:zlib') as typeof import('node:zlib');
  const data = workerData as SnapshotWorkerData;
  const Y = createRequire(data.requireFrom)('yjs') as typeof import('yjs');
  const doc = new Y.Doc();
  if (data.state) Y.applyUpdateV2(doc, zlib.inflateRawSync(data.state));
  doc.transact(() => {
    for (const update of data.updates) Y.applyUpdate(doc, update);
  });
  const state = zlib.deflateRawSync(Y.encodeStateAsUpdateV2(doc));
  const reply: SnapshotWorkerReply = { state, hash: createHash('sha256').update(state).digest('hex') };
  parentPort?.postMessage(reply);
}
