import { Hono } from 'hono';

export interface Health {
  /** Resolves when the database answers; rejects when it does not. */
  readonly ready: () => Promise<void>;
  /** Numbers by name, without the product's prefix. */
  readonly counters: () => Readonly<Record<string, number>>;
}

/** How long a database may think about `select 1` before we say that it cannot serve. */
const PATIENCE_MS = 2_000;

async function isReady(ready: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answer = ready().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

function prometheus(counters: Readonly<Record<string, number>>): string {
  const own = { up: 1, process_start_time_seconds: Math.round(performance.timeOrigin / 1000) };
  const memory = { resident_memory_bytes: process.memoryUsage.rss() };
  const all = Object.entries({ ...own, ...memory, ...counters });
  return all.map(([name, value]) => `opbrengstenbord_${name} ${value}\n`).join('');
}

/** What tells an operator's tools how the process is: no person and no board is named. */
export function healthRoutes({ ready, counters }: Health): Hono {
  return new Hono()
    .get('/healthz', (c) => c.text('ok\n'))
    .get('/readyz', async (c) => ((await isReady(ready)) ? c.text('ok\n') : c.text('store unavailable\n', 503)))
    .get('/metrics', (c) =>
      c.body(prometheus(counters()), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }),
    );
}
