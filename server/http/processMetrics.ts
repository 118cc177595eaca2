import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { gauge, type Metric } from '../metric.ts';

/** The monitor wakes this often, and counts that time as delay. */
const RESOLUTION_MS = 20;
/** The worst of a period that lies between one and two of these. */
const PERIOD_MS = 60_000;
const QUANTILES = { '0.5': 50, '0.99': 99, '1': 100 } as const;

/** Memory and delay of this process. */
export interface ProcessMetrics {
  readonly metrics: () => readonly Metric[];
  readonly stop: () => void;
}

export function watchProcess(): ProcessMetrics {
  const monitor = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  monitor.enable();
  let before = delays(monitor);
  const period = setInterval(() => {
    before = delays(monitor);
    monitor.reset();
  }, PERIOD_MS).unref();

  return {
    metrics: () => {
      const now = delays(monitor);
      const { rss, heapUsed, external } = process.memoryUsage();
      return [
        gauge('up', 'Always 1.', 1),
        gauge(
          'process_start_time_seconds',
          'When the process started, in seconds since 1970.',
          Math.round(performance.timeOrigin / 1000),
        ),
        gauge('resident_memory_bytes', 'Memory that the process holds, as the operating system counts it.', rss),
        gauge('heap_used_bytes', 'Memory in use by JavaScript objects.', heapUsed),
        gauge('external_memory_bytes', 'Memory in use by buffers outside the JavaScript heap.', external),
        {
          name: 'event_loop_delay_seconds',
          help: 'How late the process came to its work, over the last one to two minutes.',
          type: 'gauge',
          samples: Object.keys(QUANTILES).map((quantile, index) => ({
            labels: { quantile },
            value: Math.max(before[index] ?? 0, now[index] ?? 0),
          })),
        },
      ];
    },
    stop: () => {
      clearInterval(period);
      monitor.disable();
    },
  };
}

function delays(monitor: IntervalHistogram): readonly number[] {
  if (monitor.count === 0) return [];
  return Object.values(QUANTILES).map((p) => Math.max(0, monitor.percentile(p) / 1e6 - RESOLUTION_MS) / 1000);
}
