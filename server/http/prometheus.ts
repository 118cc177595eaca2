import type { HistogramValue } from '../histogram.ts';
import type { Metric, Sample } from '../metric.ts';

const PREFIX = 'opbrengstenbord_';

/** Metrics in Prometheus' text format, version 0.0.4. */
export function prometheus(metrics: readonly Metric[]): string {
  return metrics.map(lines).join('');
}

function lines(metric: Metric): string {
  const name = PREFIX + metric.name;
  const head = `# HELP ${name} ${metric.help}\n# TYPE ${name} ${metric.type}\n`;
  const samples = metric.type === 'histogram' ? bucketLines(name, metric.value) : sampleLines(name, metric.samples);
  return head + samples;
}

function sampleLines(name: string, samples: readonly Sample[]): string {
  return samples.map(({ labels = {}, value }) => `${name}${labelText(labels)} ${value}\n`).join('');
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${value.replace(/[\\"\n]/g, '_')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function bucketLines(name: string, { bounds, counts, sum }: HistogramValue): string {
  let total = 0;
  const buckets = counts.map((count, index) => {
    total += count;
    return `${name}_bucket{le="${bounds[index] ?? '+Inf'}"} ${total}\n`;
  });
  return `${buckets.join('')}${name}_sum ${sum}\n${name}_count ${total}\n`;
}
