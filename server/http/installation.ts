import type { AdminOverview } from '../../shared/protocol/admin.ts';
import type { Metric } from '../metric.ts';

/** What the administrator's pages ask of the process and its store. */
export interface Installation {
  readonly version: string;
  readonly isReady: () => Promise<boolean>;
  readonly metrics: () => readonly Metric[];
  readonly storage: () => Promise<Pick<AdminOverview['storage'], 'kind' | 'storeBytes' | 'freeBytes' | 'diskBytes'>>;
}

/** Numbers that tell an administrator how it goes; the others are for who watches with tools. */
const SHOWN = [
  'live_sockets',
  'live_documents',
  'journal_failing',
  'journal_waiting_rows',
  'journal_failed_commits_total',
  'snapshot_failures_total',
  'live_hook_errors_total',
  'unhandled_rejections_total',
  'resident_memory_bytes',
] as const;

/** The process as the administrator sees it. */
export async function healthOf({ isReady, metrics }: Installation): Promise<AdminOverview['health']> {
  const all = new Map(metrics().map((metric) => [metric.name, metric]));
  const sum = (name: string, status?: string): number | undefined => {
    const metric = all.get(name);
    if (metric?.type !== 'counter' && metric?.type !== 'gauge') return undefined;
    const samples = metric.samples.filter(({ labels }) => status === undefined || labels?.['status'] === status);
    return samples.reduce((total, { value }) => total + value, 0);
  };
  const numbers = SHOWN.flatMap((name) => {
    const value = sum(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ready: await isReady(),
    startedAt: new Date(performance.timeOrigin).toISOString(),
    numbers: { ...Object.fromEntries(numbers), http_errors_total: sum('http_requests_total', '5xx') ?? 0 },
  };
}
