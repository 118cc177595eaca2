import type { Hocuspocus } from '@hocuspocus/server';
import type { Journal } from '../db/journal.ts';
import { counter, counterBy, gauge, histogram, type Metric } from '../metric.ts';
import type { Compaction } from './compaction.ts';
import type { CollabContext } from './documentLink.ts';
import type { CollabMetrics } from './metrics.ts';
import type { SocketRegistry } from './socketRegistry.ts';

/** The live server as operators see it (docs/operations/monitoring.md). */
export function liveMetrics(parts: {
  readonly metrics: CollabMetrics;
  readonly registry: SocketRegistry;
  readonly engine: Hocuspocus<CollabContext>;
  readonly journal: Journal;
  readonly compaction: Compaction;
}): readonly Metric[] {
  const { metrics, registry, engine, journal, compaction } = parts;
  const { snapshots, failures } = compaction.counters();
  return [
    gauge('live_sockets', 'Open live connections.', registry.size),
    gauge('live_documents', 'Documents in memory.', engine.documents.size),
    counter('live_updates_total', 'Edits that were journalled and applied.', metrics.updates),
    histogram(
      'live_acknowledgement_seconds',
      'Time from receiving an edit to acknowledging it, which waits for the disk.',
      metrics.acknowledgement.value(),
    ),
    counterBy(
      'live_refused_updates_total',
      'Edits that were not taken while the connection stays, by reason.',
      'reason',
      metrics.refused,
    ),
    counterBy('live_closed_sockets_total', 'Connections that the server closed, by reason.', 'reason', metrics.closed),
    counterBy('live_denied_documents_total', 'Documents that were denied, by reason.', 'reason', metrics.denied),
    counter('live_slowed_sockets_total', 'Times that a connection was read more slowly.', metrics.slowed),
    counter('live_hook_errors_total', 'Handlers that failed: each is a mistake of the product.', metrics.hookErrors),
    ...journalMetrics(journal),
    counter('snapshots_total', 'Snapshots that were added beside the journal.', snapshots),
    counter('snapshot_failures_total', 'Snapshots that could not be made; nothing is lost by it.', failures),
  ];
}

function journalMetrics(journal: Journal): readonly Metric[] {
  const { commits, rows, failedCommits, waitingRows, waitingBytes, commitRows, commitSeconds } = journal.counters();
  const isFailing = journal.state() === 'failing' ? 1 : 0;
  return [
    gauge('journal_failing', '1 while the store takes nothing and no edit is acknowledged.', isFailing),
    gauge('journal_waiting_rows', 'Edits that wait for the disk.', waitingRows),
    gauge('journal_waiting_bytes', 'Bytes of the edits that wait for the disk.', waitingBytes),
    counter('journal_rows_total', 'Edits on disk.', rows),
    counter('journal_commits_total', 'Commits of the journal.', commits),
    counter('journal_failed_commits_total', 'Commits that failed; each is tried again.', failedCommits),
    histogram('journal_commit_rows', 'Edits in one commit.', commitRows),
    histogram('journal_commit_seconds', 'Time of one commit, failed tries included.', commitSeconds),
  ];
}

/** Metrics as numbers by name: counts by reason are added up, histograms left out. */
export function plainNumbers(metrics: readonly Metric[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    metrics.flatMap((metric) =>
      metric.type === 'histogram' ? [] : [[metric.name, metric.samples.reduce((sum, { value }) => sum + value, 0)]],
    ),
  );
}
