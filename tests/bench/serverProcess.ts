import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Usage } from './answerBench.ts';

/** A measured server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** @param collect garbage first: for memory, since it costs processor time */
  readonly usage: (collect: boolean) => Promise<Usage>;
  /** Bytes that it sent to the disk since its start, as the kernel counts them. */
  readonly written: () => Promise<number>;
  readonly stop: () => Promise<void>;
  /** Ends it if it still runs. */
  readonly kill: () => void;
}

/** @param cards above 0: it makes the board first, of this many cards */
export async function startServer(file: string, dataDir: string, cards: number): Promise<ServerProcess> {
  const env = { ...process.env, DATA_DIR: dataDir, CARDS: String(cards) };
  const child: ChildProcess = spawn(process.execPath, ['--expose-gc', file], {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  if (!child.stdout) throw new Error('the server has no stdout');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const [url = ''] = line.split(' ');
  return {
    url,
    usage: async (collect) => {
      const answer = once(child, 'message');
      child.send(collect);
      return ((await answer) as [Usage])[0];
    },
    written: async () => {
      const counters = await readFile(`/proc/${child.pid}/io`, 'utf8');
      return Number(/^write_bytes: (\d+)/m.exec(counters)?.[1]);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
