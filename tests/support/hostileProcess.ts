import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import type { DatabaseSettings } from '../../server/db/database.ts';
import type { Metric } from '../../server/metric.ts';
import type { AttackPlan } from './hostileAttacker.ts';
import type { AttackReport } from './hostileTally.ts';

/** What the attacked server says of itself. */
export interface ServerState {
  /** JavaScript's heap and buffers after a collection, in bytes. */
  readonly heap: number;
  readonly rss: number;
  /** Seconds of processor time since its start. */
  readonly cpu: number;
  /** Exceptions and rejections that nobody caught. */
  readonly unexpected: number;
  readonly metrics: readonly Metric[];
}

/** What the attackers' process is given. */
export interface Attack {
  readonly frames: number;
  readonly framesPerSecond: number;
  readonly seed: number;
  readonly plans: readonly AttackPlan[];
  /** Attackers have processors of their own; here they share them, and get what the server and who measures leave. */
  readonly givesWay: boolean;
  /** Yjs client ids of honest people. */
  readonly others: readonly number[];
}

export interface AttackedServer {
  readonly url: string;
  readonly child: ChildProcess;
  readonly state: () => Promise<ServerState>;
  /** Gives the exit code; null when a signal ended it. */
  readonly stop: () => Promise<number | null>;
}

function start(file: string, variables: NodeJS.ProcessEnv): ChildProcess {
  const env = { ...process.env, ...variables };
  return spawn(process.execPath, ['--expose-gc', file], { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
}

/** @param file the bundled tests/campaign/hostileServer.ts */
export async function startAttacked(file: string, settings: DatabaseSettings, limits: object): Promise<AttackedServer> {
  const { dataDir, databaseUrl = '' } = settings;
  const child = start(file, { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, LIMITS: JSON.stringify(limits) });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  if (!child.stdout) throw new Error('the server has no stdout');
  const line = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const first = await Promise.race([line.then(([text]) => text), ended.then(() => undefined)]);
  if (first === undefined) throw new Error('the server ended before it said anything');
  return {
    url: first.split(' ')[0] ?? '',
    child,
    state: async () => {
      const answer = Promise.race([once(child, 'message'), ended]) as Promise<[ServerState]>;
      child.send('state');
      return (await answer)[0];
    },
    stop: async () => {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
  };
}

/**
 * @param file the bundled tests/campaign/hostileAttackers.ts
 * @param onBegin called when all is made and the first of them comes
 */
export async function attack(file: string, plan: Attack, onBegin = (): void => undefined): Promise<AttackReport> {
  const child = start(file, { ATTACK: JSON.stringify(plan) });
  if (plan.givesWay && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the attackers ended with ${code}`);
  });
  await Promise.race([once(child, 'message'), ended]);
  onBegin();
  const [report] = (await Promise.race([once(child, 'message'), ended])) as [AttackReport];
  ended.catch(() => undefined);
  return report;
}
