import { insertPeople } from '../support/collabBoard.ts';
import { testDatabase } from '../support/collabDatabase.ts';
import { startTestServer } from '../support/collabServer.ts';
import { type HostileResult, hostileRun, NO_RATES, slowdown } from '../support/hostileRun.ts';
import type { AttackReport } from '../support/hostileTally.ts';
import { percentile } from '../support/percentile.ts';
import { bundle } from '../support/runProgram.ts';
import { TINY_LIMITS, TYPISTS, tinyUpdates } from '../support/tinyUpdates.ts';
import { type Campaign, type Lines, type Outcome, scaled } from './campaign.ts';

/** Mostly without limits of rate, so that the frames reach what reads them; the rest by the product's own limits. */
const RUNS = [
  { name: 'without limits of rate', frames: 950_000, limits: NO_RATES, seed: 20_001 },
  { name: 'with the product’s limits', frames: 50_000, limits: {}, seed: 20_002 },
];
/** A million in a quarter of an hour, and not so many that the server does nothing else. */
const FRAMES_PER_SECOND = 1_250;
const TINY_UPDATES = 100_000;
/** The usual time is measured between parts of the attack. */
const ROUNDS = 10;
const QUIET_EDITS = 60;
const MOST_SLOWDOWN = 2;
/** Below this the usual latency is a timer's noise. */
const FLOOR_MS = 5;

const ms = (values: readonly number[], share: number): string => `${percentile(values, share).toFixed(1)} ms`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Adds up counts of several runs, the most frequent first. */
function added(counts: readonly Readonly<Record<string, number>>[]): [string, number][] {
  const total = new Map<string, number>();
  for (const [key, count] of counts.flatMap((each) => Object.entries(each)))
    total.set(key, (total.get(key) ?? 0) + count);
  return [...total].sort(([, a], [, b]) => b - a);
}

function figuresOf(name: string, { attacks, quiet, attacked, before, after }: HostileResult): Lines {
  const sum = (of: (attack: AttackReport) => number): number => attacks.reduce((total, each) => total + of(each), 0);
  const total = sum((attack) => attack.total);
  return [
    [`${name}: frames`, total],
    [`${name}: frames a second`, Math.round(total / sum((attack) => attack.seconds))],
    [`${name}: connections that attackers made`, sum((attack) => attack.connections)],
    [`${name}: updates refused while the connection stayed`, sum((attack) => attack.refused)],
    [`${name}: an honest edit until another sees it, usually: p50, p95`, `${ms(quiet, 0.5)}, ${ms(quiet, 0.95)}`],
    [`${name}: the same under attack: p50, p95`, `${ms(attacked, 0.5)}, ${ms(attacked, 0.95)}`],
    [`${name}: p95 as a share of the usual`, slowdown({ quiet, attacked }, FLOOR_MS).toFixed(2)],
    [`${name}: honest edits meanwhile`, attacked.length],
    [`${name}: heap and buffers before, after`, `${megabytes(before.heap)}, ${megabytes(after.heap)}`],
    [`${name}: processor time of the server for it`, `${(after.cpu - before.cpu).toFixed(0)} s`],
  ];
}

/** Its own claim: rows that share commits, a snapshot, and little to read afterwards. */
async function typing(updates: number): Promise<Pick<Outcome, 'figures' | 'problems'>> {
  const store = await testDatabase('sqlite');
  await insertPeople(store.database.db);
  const server = await startTestServer(store.database, { limits: TINY_LIMITS });
  try {
    const result = await tinyUpdates(server, store, updates);
    const isSound = result.acknowledged === updates && result.letters === updates;
    return {
      figures: [
        ['tiny updates acknowledged', result.acknowledged],
        ['tiny updates: commits, seconds', `${result.commits}, ${result.seconds.toFixed(0)}`],
        ['tiny updates: most that waited for the disk at once', result.waiting],
        ['tiny updates: rows to read beside the snapshot afterwards, Yjs structs', `${result.tail}, ${result.structs}`],
      ],
      problems: isSound ? [] : [`of ${updates} tiny updates ${result.letters} are there`],
    };
  } finally {
    await server.stop();
    await store.remove();
  }
}

export const hostile: Campaign = {
  claim:
    'whatever frames come in, the server stays up, its memory comes back, nothing is acknowledged that is not stored, ' +
    'no document changes that may not, and honest people are served within twice their usual time.',
  run: async (scale) => {
    const server = await bundle('tests/campaign/hostileServer.ts');
    const attackers = await bundle('tests/campaign/hostileAttackers.ts');
    const results: HostileResult[] = [];
    const figures: Lines[number][] = [];
    const problems: string[] = [];
    try {
      for (const { name, frames, limits, seed } of RUNS) {
        const store = await testDatabase('sqlite');
        try {
          const programs = { server: server.file, attackers: attackers.file };
          const result = await hostileRun({
            programs,
            store,
            frames: scaled(frames, scale),
            framesPerSecond: FRAMES_PER_SECOND,
            seed,
            limits,
            rounds: ROUNDS,
            givesWay: true,
            quietEdits: QUIET_EDITS,
          });
          results.push(result);
          figures.push(...figuresOf(name, result));
          problems.push(...result.problems.map((problem) => `${name}: ${problem}`));
          const slower = slowdown(result, FLOOR_MS);
          if (slower > MOST_SLOWDOWN) problems.push(`${name}: honest people waited ${slower.toFixed(2)} times as long`);
        } finally {
          await store.remove();
        }
      }
    } finally {
      await server.remove();
      await attackers.remove();
    }
    const attacks = results.flatMap((result) => result.attacks);
    const typed = await typing(scaled(TINY_UPDATES / TYPISTS, scale) * TYPISTS);
    figures.push(...typed.figures);
    problems.push(...typed.problems);
    return {
      parameters: [
        ...RUNS.map(({ name, frames, seed }) => [`frames ${name}, seed`, `${scaled(frames, scale)}, ${seed}`] as const),
        ['frames a second at most', FRAMES_PER_SECOND],
        ['parts of each attack; between them the usual time is measured', ROUNDS],
        ['priority of the attackers’ process', 'low: they share the processors with the server and the honest people'],
        ['attackers', 'viewers, commenter, members of another organisation, stranger, nobody, another site, programs'],
        ['of these, members and programs that may write a board of their own, which must stay sound', 3],
      ],
      figures: [
        ...figures,
        ['documents changed, wrong acknowledgements, findings of the check, other problems', problems.length],
        ...added(attacks.map(({ closures }) => closures)).map(([why, n]) => [`closed: ${why}`, n] as const),
        ...added(attacks.map(({ frames }) => frames)).map(([kind, n]) => [`frames: ${kind}`, n] as const),
      ],
      problems,
    };
  },
};
