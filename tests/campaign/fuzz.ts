import { type FuzzResult, fuzzRun } from '../support/fuzzRun.ts';
import { type Campaign, scaled } from './campaign.ts';

const SEEDS = 300;
const STEPS = 150;
/** `npm test` plays the seeds below. */
const FIRST_SEED = 101;

export const fuzz: Campaign = {
  claim:
    'whatever happens to connections, rights and the server, in the end everyone holds the same sound board with every acknowledged edit.',
  run: async (scale) => {
    const seeds = scaled(SEEDS, scale);
    const results: FuzzResult[] = [];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed += 1) {
      results.push(await fuzzRun({ seed, steps: STEPS }));
    }
    const sum = (of: (result: FuzzResult) => number): number => results.reduce((total, each) => total + of(each), 0);
    const problems = results.flatMap((each) => each.problems);
    return {
      parameters: [
        ['seeds', `${seeds}, from ${FIRST_SEED}`],
        ['steps of each', STEPS],
        ['people, each on a wire of its own', 3],
      ],
      figures: [
        ['bursts of one to three edits', sum(({ edits }) => edits)],
        ['of the marked edits among them, acknowledged', sum(({ acknowledged }) => acknowledged)],
        ['acknowledged and lost, boards that differ, broken invariants', problems.length],
        ['wires cut', sum(({ cuts }) => cuts)],
        ['wires made slow', sum(({ delays }) => delays)],
        ['changes of roles and modes', sum(({ rightsChanges }) => rightsChanges)],
        ['edits refused, after which somebody began afresh', sum(({ refusals }) => refusals)],
        ['restarts of the server', sum(({ serverRestarts }) => serverRestarts)],
      ],
      problems,
    };
  },
};
