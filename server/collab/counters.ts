import type { Hocuspocus } from '@hocuspocus/server';
import type { Journal } from '../db/journal.ts';
import type { Compaction } from './compaction.ts';
import type { CollabContext } from './documentLink.ts';
import type { CollabMetrics } from './metrics.ts';
import type { SocketRegistry } from './socketRegistry.ts';

/** The live server in numbers; names that end in `_total` only grow. */
export function counters(parts: {
  readonly metrics: CollabMetrics;
  readonly registry: SocketRegistry;
  readonly engine: Hocuspocus<CollabContext>;
  readonly journal: Journal;
  readonly compaction: Compaction;
}): Readonly<Record<string, number>> {
  const { metrics, registry, engine, journal, compaction } = parts;
  const { commits, rows, failedCommits } = journal.counters();
  const { snapshots, failures } = compaction.counters();
  return {
    live_sockets: registry.size,
    live_documents: engine.documents.size,
    live_updates_total: metrics.updates,
    live_refused_updates_total: metrics.refused,
    live_slowed_sockets_total: metrics.slowed,
    live_hook_errors_total: metrics.hookErrors,
    live_closed_sockets_total: sum(metrics.closed),
    live_denied_documents_total: sum(metrics.denied),
    journal_failing: journal.state() === 'failing' ? 1 : 0,
    journal_rows_total: rows,
    journal_commits_total: commits,
    journal_failed_commits_total: failedCommits,
    snapshots_total: snapshots,
    snapshot_failures_total: failures,
  };
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
