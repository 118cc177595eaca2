import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { TestClient } from '../support/collabClient.ts';
import { percentile } from '../support/percentile.ts';
import { waitFor } from '../support/waitFor.ts';
import { NAMES } from './benchBoard.ts';
import { CrowdClient } from './crowdClient.ts';
import { type ServerProcess, startServer } from './serverProcess.ts';

/** Figures by name; times in ms, sizes in bytes, processor time in microseconds. */
export type Figures = Readonly<Record<string, number>>;

const USERS = ['facilitator', 'memberA', 'memberB'];
/** What every client of the crowd and every watcher writes in a second. */
const EDITS_PER_SECOND = 1;
/** Before it is measured everything runs for a while: a process that has just started translates its code meanwhile. */
const WARM_UP_MS = 4_000;
const MEASURED_MS = 8_000;
const EDITED = NAMES[1] ?? '';

/** A server on a fresh directory, with a board of this many cards; gone afterwards. */
export async function withBoard<T>(
  file: string,
  cards: number,
  measure: (start: () => Promise<ServerProcess>, dataDir: string) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'opbrengstenbord-bench-'));
  const started: ServerProcess[] = [];
  const start = async (): Promise<ServerProcess> => {
    const server = await startServer(file, dataDir, 0);
    started.push(server);
    return server;
  };
  try {
    await (await startServer(file, dataDir, cards)).stop();
    return await measure(start, dataDir);
  } finally {
    // A measurement that failed leaves none behind: it would slow down the next.
    for (const server of started) server.kill();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function crowd(url: string, count: number, from = 0): Promise<CrowdClient[]> {
  const made: CrowdClient[] = [];
  // Ten at a time: coming in is not what is measured here.
  for (let begun = 0; begun < count; begun += 10) {
    const ids = Array.from({ length: Math.min(10, count - begun) }, (_, n) => from + begun + n);
    const some = ids.map((id) => new CrowdClient(url, USERS[id % USERS.length] ?? '', `w${id}`).opened());
    made.push(...(await Promise.all(some)));
  }
  return made;
}

async function joinBoard(
  url: string,
): Promise<{ readonly ms: number; readonly bytes: number; readonly tab: TestClient }> {
  const start = performance.now();
  const tab = new TestClient(url, 'facilitator');
  const documents = NAMES.map((name) => tab.open(name));
  let left = documents.length;
  await new Promise<void>((resolve) => {
    for (const { provider } of documents) {
      provider.on('synced', () => {
        left -= 1;
        if (left === 0) resolve();
      });
    }
  });
  const ms = performance.now() - start;
  const socket = tab.socket.webSocket as unknown as { readonly _socket: { readonly bytesRead: number } };
  return { ms, bytes: socket._socket.bytesRead, tab };
}

/** Joining a board that the server has not in memory, and one that it has. */
export function joins(file: string, cards: number, times: number): Promise<Figures> {
  return withBoard(file, cards, async (start) => {
    const cold: number[] = [];
    const warm: number[] = [];
    let bytes = 0;
    for (let count = 0; count < times; count += 1) {
      const server = await start();
      const first = await joinBoard(server.url);
      const second = await joinBoard(server.url);
      cold.push(first.ms);
      warm.push(second.ms);
      bytes = first.bytes;
      first.tab.destroy();
      second.tab.destroy();
      await server.stop();
    }
    return { cold: percentile(cold, 0.5), warm: percentile(warm, 0.5), bytes };
  });
}

/** Everyone writes, at moments spread over each second; two of them look when it is visible and when it is acknowledged. */
export function live(file: string, clients: number, cards: number): Promise<Figures> {
  return withBoard(file, cards, async (start) => {
    const server = await start();
    const others = await crowd(server.url, clients - 2);
    const watcher = (await joinBoard(server.url)).tab;
    const writer = (await joinBoard(server.url)).tab;
    const seen = watcher.documents.get(EDITED);
    const own = writer.documents.get(EDITED);
    if (!seen || !own) throw new Error('the documents are not open');
    const sentAt = new Map<string, number>();
    const visible: number[] = [];
    seen.doc.getMap<string>('bench').observe(({ keysChanged, target }) => {
      for (const key of keysChanged) {
        const at = sentAt.get(String(target.get(key as string)));
        if (at !== undefined) visible.push(performance.now() - at);
      }
    });
    const acknowledged: number[] = [];
    let waiting: number | undefined;
    own.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
      if (number > 0 || waiting === undefined) return;
      acknowledged.push(performance.now() - waiting);
      waiting = undefined;
    });
    // The first edit after a start also starts what saves it.
    others[0]?.edit('first');
    await waitFor('the first edit is visible', () => seen.doc.getMap('bench').size > 0);
    let made = 0;
    const turns = clients - 1;
    const write = (): void => {
      const index = made % turns;
      made += 1;
      const value = `${index}.${made}`;
      sentAt.set(value, performance.now());
      if (index < others.length) others[index]?.edit(value);
      else {
        waiting ??= performance.now();
        own.doc.getMap('bench').set('writer', value);
      }
    };
    const writeFor = async (ms: number): Promise<void> => {
      const [started, from] = [performance.now(), made];
      for (let passed = 0; passed < ms; passed = performance.now() - started) {
        while (made - from < (passed / 1000) * turns * EDITS_PER_SECOND) write();
        await wait(1);
      }
    };
    const arrived = (): Promise<void> =>
      waitFor('everything arrived', () => visible.length >= made * 0.98, 20_000).catch(() => undefined);
    await writeFor(WARM_UP_MS);
    await arrived();
    for (const list of [visible, acknowledged]) list.length = 0;
    sentAt.clear();
    made = 0;
    const before = await server.usage(false);
    await writeFor(MEASURED_MS);
    await arrived();
    const after = await server.usage(false);
    for (const each of [...others, watcher, writer]) each.destroy();
    await server.stop();
    return {
      p50: percentile(visible, 0.5),
      p95: percentile(visible, 0.95),
      p99: percentile(visible, 0.99),
      acknowledged50: percentile(acknowledged, 0.5),
      acknowledged95: percentile(acknowledged, 0.95),
      cpu: (after.cpu - before.cpu) / (made * (clients - 1)),
      seen: visible.length / made,
    };
  });
}

/** Slope between a first crowd, that pays for the engine's high-water mark, and the last. */
export function idle(file: string, steps: readonly number[]): Promise<Figures> {
  return withBoard(file, 200, async (start) => {
    const server = await start();
    const all: CrowdClient[] = [];
    const points: { clients: number; heap: number; rss: number }[] = [];
    for (const clients of steps) {
      all.push(...(await crowd(server.url, clients - all.length, all.length)));
      // What was sent leaves the buffers.
      await wait(1_000);
      points.push({ clients, ...(await server.usage(true)) });
    }
    for (const each of all) each.destroy();
    await server.stop();
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) throw new Error('nothing was measured');
    const slope = (of: 'heap' | 'rss'): number => (last[of] - first[of]) / (last.clients - first.clients);
    return { heap: slope('heap'), rss: slope('rss') };
  });
}

/** What an edit costs on disk: how much the store grew, and how much was written, an edit every 5 ms by one person. */
export function disk(file: string, cards: number, edits: number): Promise<Figures> {
  return withBoard(file, cards, async (start, dataDir) => {
    const size = async (): Promise<number> => {
      const files = await readdir(dataDir);
      const sizes = await Promise.all(files.map(async (name) => (await stat(join(dataDir, name))).size));
      return sizes.reduce((sum, bytes) => sum + bytes, 0);
    };
    const before = await size();
    const server = await start();
    const [client] = await crowd(server.url, 1);
    const written = await server.written();
    for (let edit = 0; edit < edits; edit += 1) {
      client?.edit(`w.${edit}`);
      await wait(5);
    }
    // The stock server stores two seconds after the last edit.
    await wait(3_000);
    const total = (await server.written()) - written;
    client?.destroy();
    await server.stop();
    return { growth: ((await size()) - before) / edits, written: total / edits };
  });
}
