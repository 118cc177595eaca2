import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { FuzzResult } from '../support/fuzzRun.ts';
import { type Campaign, scaled } from './campaign.ts';

const SEEDS = 300;
const STEPS = 150;
/** `npm test` plays the seeds below. */
const FIRST_SEED = 101;

/** Seeds that are played side by side: most of one is waiting for its network. */
const LANES = 6;

/** Plays every so many seeds in a process of its own. */
async function lane(first: number, count: number, onPlayed: (result: FuzzResult) => void): Promise<FuzzResult[]> {
  const args = [first, count, LANES, STEPS].map(String);
  const child = spawn(process.execPath, [...process.execArgv, 'tests/campaign/fuzzLane.ts', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const results: FuzzResult[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const result: FuzzResult = JSON.parse(line);
    results.push(result);
    onPlayed(result);
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`a lane from seed ${first} ended with ${code}`);
  return results;
}

export const fuzz: Campaign = {
  claim:
    'whatever happens to connections, pages, rights, the server and its store, in the end everyone holds the same sound board, and each edit is on it or set aside: never both, never neither.',
  run: async (scale) => {
    const seeds = scaled(SEEDS, scale);
    let played = 0;
    let failed = 0;
    const onPlayed = ({ problems }: FuzzResult): void => {
      played += 1;
      if (problems.length > 0) failed += 1;
      for (const problem of problems) process.stderr.write(`  ${problem}\n`);
      if (played % 10 === 0) console.log(`  ${played} of ${seeds} seeds played, ${failed} with problems`);
    };
    const lanes = Array.from({ length: LANES }, (_, index) => lane(FIRST_SEED + index, seeds - index, onPlayed));
    const results = (await Promise.all(lanes)).flat();
    if (results.length !== seeds) throw new Error(`${results.length} of ${seeds} seeds were played`);
    const sum = (of: (result: FuzzResult) => number): number => results.reduce((total, each) => total + of(each), 0);
    const problems = results.flatMap((each) => each.problems);
    return {
      parameters: [
        ['seeds', `${seeds}, from ${FIRST_SEED}`],
        ['steps of each', STEPS],
        ['seeds side by side, each in a process of its own', LANES],
        ["people, each with the client's own code on a wire of its own", 3],
      ],
      figures: [
        ['bursts of one to three edits', sum(({ edits }) => edits)],
        ['edits among them that can be told apart', sum(({ marked }) => marked)],
        ['of these, acknowledged', sum(({ acknowledged }) => acknowledged)],
        ['of these, set aside because they were refused or the store was lost', sum(({ setAside }) => setAside)],
        ['of these, acknowledged after the backup and gone with the store', sum(({ gone }) => gone)],
        ['lost, doubled, leaked or set aside wrongly; boards that differ; broken invariants', problems.length],
        ['wires cut', sum(({ cuts }) => cuts)],
        ['wires made slow', sum(({ delays }) => delays)],
        ['spells of 10 to 40 steps without a network', sum(({ spells }) => spells)],
        ['pages closed or ended, and opened again from what the device kept', sum(({ pages }) => pages)],
        ['changes of roles and modes', sum(({ rightsChanges }) => rightsChanges)],
        ['restarts of the server', sum(({ serverRestarts }) => serverRestarts)],
        ['stores lost, with a backup put in their place', sum(({ restores }) => restores)],
      ],
      problems,
    };
  },
};
