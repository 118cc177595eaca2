import type { Logger } from 'pino';
import { Histogram, SECONDS } from '../histogram.ts';
import type { Journal, JournalCounters, JournalEntry, JournalState } from './journal.ts';
import {
  type BatchOutcome,
  type JournalBatch,
  JournalRefusal,
  type JournalStore,
  JournalStoreError,
} from './journalStore.ts';

/** A commit that takes longer than this counts as a failing store, though it may still succeed. */
const SLOW_COMMIT_MS = 2_000;
const RETRY_MS = { first: 50, most: 1_000 };
/** Rows and bytes in one commit: enough for a busy hall, small enough that nobody waits long. */
const GROUP = { rows: 1_000, bytes: 8 * 1024 * 1024 };
/** A commit that succeeded so shortly ago answers for the store, so that who asks often does not wear out the disk. */
const FRESH_MS = 1_000;
/** Buckets of the rows in one commit. */
const ROWS = [1, 2, 5, 10, 25, 50, 100, 250, GROUP.rows];
/** What may wait while the store fails; beyond it new rows are refused. */
const WAITING = { rows: 50_000, bytes: 128 * 1024 * 1024 };

interface Waiting {
  readonly batch: JournalBatch;
  readonly bytes: number;
  readonly resolve: (outcome: { sequences: readonly number[] }) => void;
  readonly reject: (reason: unknown) => void;
}

/** Group commit: everything that arrives while one commit runs goes into the next, in order of arrival. */
export class GroupCommit implements Journal {
  readonly #store: JournalStore;
  readonly #logger: Logger;
  readonly #queue: Waiting[] = [];
  readonly #listeners = new Set<(state: JournalState) => void>();
  readonly #counters = { commits: 0, rows: 0, failedCommits: 0 };
  readonly #commitRows = new Histogram(ROWS);
  readonly #commitSeconds = new Histogram(SECONDS);
  #waiting = { rows: 0, bytes: 0 };
  #state: JournalState = 'healthy';
  #running: Promise<void> | undefined;
  #probe: Promise<void> | undefined;
  #committedAt = Number.NEGATIVE_INFINITY;
  #groups = 0;
  #closing = false;
  #abandoned = false;
  #wake: (() => void) | undefined;

  constructor(store: JournalStore, logger: Logger) {
    this.#store = store;
    this.#logger = logger;
  }

  append = async (entry: JournalEntry): Promise<{ readonly sequence: number }> => {
    const { sequences } = await this.appendTogether([entry]);
    return { sequence: sequences[0] as number };
  };

  appendTogether = (entries: readonly JournalEntry[]): Promise<{ readonly sequences: readonly number[] }> => {
    if (this.#closing) return Promise.reject(new JournalRefusal('closed'));
    if (entries.length === 0) return Promise.resolve({ sequences: [] });
    return this.#add(entries);
  };

  probe = (): Promise<void> => {
    if (this.#closing) return Promise.reject(new JournalRefusal('closed'));
    const isFresh = performance.now() - this.#committedAt < FRESH_MS;
    if (isFresh && this.#state === 'healthy' && !this.#running) return Promise.resolve();
    // One at a time, however many ask while the store fails.
    this.#probe ??= this.#add([])
      .then(() => undefined)
      .finally(() => {
        this.#probe = undefined;
      });
    return this.#probe;
  };

  #add(entries: readonly JournalEntry[]): Promise<{ readonly sequences: readonly number[] }> {
    const bytes = entries.reduce((sum, entry) => sum + entry.update.length, 0);
    if (this.#waiting.rows + entries.length > WAITING.rows || this.#waiting.bytes + bytes > WAITING.bytes) {
      return Promise.reject(new JournalRefusal('overloaded'));
    }
    this.#waiting.rows += entries.length;
    this.#waiting.bytes += bytes;
    const stored = new Promise<{ readonly sequences: readonly number[] }>((resolve, reject) => {
      this.#queue.push({ batch: entries, bytes, resolve, reject });
    });
    this.#running ??= this.#run();
    return stored;
  }

  state = (): JournalState => this.#state;

  onState = (listener: (state: JournalState) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  counters = (): JournalCounters => ({
    ...this.#counters,
    waitingRows: this.#waiting.rows,
    waitingBytes: this.#waiting.bytes,
    commitRows: this.#commitRows.value(),
    commitSeconds: this.#commitSeconds.value(),
  });

  close = async (withinMs = 2_500): Promise<void> => {
    this.#closing = true;
    const giveUp = setTimeout(() => {
      this.#abandoned = true;
      this.#wake?.();
    }, withinMs);
    try {
      await this.#running;
    } finally {
      clearTimeout(giveUp);
      await this.#store.close();
    }
  };

  async #run(): Promise<void> {
    // Messages that arrived in the same turn of the event loop share the first commit.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) await this.#commit(this.#takeGroup());
    this.#running = undefined;
  }

  #takeGroup(): Waiting[] {
    let rows = 0;
    let bytes = 0;
    let count = 0;
    for (const waiting of this.#queue) {
      if (count > 0 && (rows + waiting.batch.length > GROUP.rows || bytes + waiting.bytes > GROUP.bytes)) break;
      rows += waiting.batch.length;
      bytes += waiting.bytes;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  /** Tries until the group is stored: a group keeps its members, so that a try with an unknown outcome can be found. */
  async #commit(group: readonly Waiting[]): Promise<void> {
    const batches = group.map((waiting) => waiting.batch);
    const at = this.#timeOfGroup();
    const rows = batches.reduce((sum, batch) => sum + batch.length, 0);
    const startedAt = performance.now();
    for (let tries = 0; ; tries += 1) {
      if (this.#abandoned) return this.#settle(group, () => new JournalRefusal('closed'));
      const slow = setTimeout(() => this.#setState('failing', 'the commit takes long'), SLOW_COMMIT_MS);
      try {
        const outcomes = await this.#store.commit({ batches, at, retry: tries > 0 });
        this.#committedAt = performance.now();
        if (rows > 0) this.#countCommit(rows, startedAt);
        this.#setState('healthy');
        return this.#settle(group, (index) => outcomes[index]);
      } catch (error) {
        this.#counters.failedCommits += 1;
        if (error instanceof JournalStoreError && error.lasting) return this.#commitOneByOne(group, error);
        this.#setState('failing', error);
        await this.#pause(Math.min(RETRY_MS.first * 2 ** Math.min(tries, 10), RETRY_MS.most));
      } finally {
        clearTimeout(slow);
      }
    }
  }

  /** A clock gives two groups the same millisecond, or one again when it is set back: a count makes microseconds of it. */
  #timeOfGroup(): string {
    this.#groups += 1;
    const count = String(this.#groups % 1_000).padStart(3, '0');
    return new Date().toISOString().replace('Z', `${count}Z`);
  }

  #countCommit(rows: number, startedAt: number): void {
    this.#counters.commits += 1;
    this.#commitRows.observe(rows);
    this.#commitSeconds.observe((performance.now() - startedAt) / 1000);
  }

  /** One batch that the database will never take must not hold up the others. */
  async #commitOneByOne(group: readonly Waiting[], error: JournalStoreError): Promise<void> {
    if (group.length > 1) {
      for (const waiting of group) await this.#commit([waiting]);
      return;
    }
    this.#logger.error({ err: error }, 'journal: the database refuses these rows');
    this.#settle(group, () => new JournalRefusal('invalid', error));
  }

  #settle(group: readonly Waiting[], outcomeOf: (index: number) => BatchOutcome | JournalRefusal | undefined): void {
    group.forEach((waiting, index) => {
      this.#waiting.rows -= waiting.batch.length;
      this.#waiting.bytes -= waiting.bytes;
      const outcome = outcomeOf(index);
      if (outcome && 'sequences' in outcome) {
        this.#counters.rows += waiting.batch.length;
        waiting.resolve(outcome);
      } else if (outcome && 'refused' in outcome) {
        waiting.reject(new JournalRefusal(outcome.refused));
      } else {
        waiting.reject(outcome ?? new JournalRefusal('invalid'));
      }
    });
  }

  #setState(state: JournalState, reason?: unknown): void {
    if (this.#state === state) return;
    this.#state = state;
    if (state === 'failing') this.#logger.error({ err: reason }, 'journal: the store fails, nothing is acknowledged');
    else this.#logger.info('journal: the store works again');
    for (const listener of this.#listeners) listener(state);
  }

  async #pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}
