import { Worker } from 'node:worker_threads';
import { type BatchOutcome, type JournalGroup, type JournalStore, JournalStoreError } from './journalStore.ts';
import { type JournalWorkerData, type JournalWorkerReply, journalWorker } from './journalWorker.ts';

/** The journal in SQLite: one thread with its own connection to the same file. */
export function openSqliteJournal(location: string): JournalStore {
  let worker: Worker | undefined;
  let current: { id: number; settle: (reply: JournalWorkerReply) => void } | undefined;
  let nextId = 1;

  const start = (): Worker => {
    // Tools that keep names (tsx) wrap inner functions in `__name`, which the source text needs too.
    const source = `const __name = (f) => f; (${journalWorker.toString()})(require);`;
    const data: JournalWorkerData = { location, requireFrom: import.meta.url };
    const started = new Worker(source, { eval: true, workerData: data, execArgv: [], name: 'journal' });
    started.unref();
    started.on('message', (reply: JournalWorkerReply) => {
      if (current?.id === reply.id) current.settle(reply);
    });
    const lost = (why: string) => {
      if (worker !== started) return;
      worker = undefined;
      current?.settle({ id: current.id, failure: { message: why, lasting: false } });
    };
    started.on('error', (error) => lost(`the journal's thread failed: ${error.message}`));
    started.on('exit', (code) => lost(`the journal's thread ended with ${code}`));
    return started;
  };

  const commit = (group: JournalGroup): Promise<BatchOutcome[]> =>
    new Promise((resolve, reject) => {
      const id = nextId;
      nextId += 1;
      worker ??= start();
      // Referenced while a commit runs, so that the process does not end before it is on the disk.
      worker.ref();
      current = {
        id,
        settle: (reply) => {
          current = undefined;
          worker?.unref();
          if ('outcomes' in reply) resolve(reply.outcomes);
          else reject(new JournalStoreError(reply.failure.message, reply.failure.lasting));
        },
      };
      worker.postMessage({ id, group });
    });

  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= closeWorker(worker);
    worker = undefined;
    return closed;
  };

  return { commit, close };
}

async function closeWorker(worker: Worker | undefined): Promise<void> {
  if (!worker) return;
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  worker.ref();
  worker.postMessage('close');
  await ended;
}
