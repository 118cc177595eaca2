import { type FuzzResult, fuzzRun } from '../support/fuzzRun.ts';
import { type Campaign, scaled } from './campaign.ts';

const SEEDS = 300;
const STEPS = 150;
/** `npm test` plays the seeds below. */
const FIRST_SEED = 101;

export const fuzz: Campaign = {
  claim:
    'whatever happens to connections, pages, rights, the server and its store, in the end everyone holds the same sound board, and each edit is on it or set aside: never both, never neither.',
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
