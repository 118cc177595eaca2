import { DATABASE_KINDS } from '../support/collabDatabase.ts';
import { startServer } from '../support/server.ts';
import { playTransfers, type TransferFuzzResult } from '../support/transferFuzz.ts';
import { type Campaign, scaled } from './campaign.ts';

const SEEDS = 200;
const STEPS = 200;
/** `npm test` plays the seeds below. */
const FIRST_SEED = 101;
/** Every so many seeds one is played on PostgreSQL. */
const POSTGRES_EACH = 5;

export const transfers: Campaign = {
  claim:
    'cards are handed over, merged, split and taken back while people type in them, without a network too: every word is on its card or among what came late, and each card is on the board once.',
  run: async (scale) => {
    const seeds = scaled(SEEDS, scale);
    const results: TransferFuzzResult[] = [];
    const [sqlite, postgres] = await Promise.all(DATABASE_KINDS.map((database) => startServer({ database })));
    if (!sqlite || !postgres) throw new Error('no server');
    try {
      for (let index = 0; index < seeds; index += 1) {
        const server = index % POSTGRES_EACH === 0 ? postgres : sqlite;
        const result = await playTransfers(server, FIRST_SEED + index, STEPS);
        results.push(result);
        for (const problem of result.problems) process.stderr.write(`  seed ${result.seed}: ${problem}\n`);
        if (results.length % 10 === 0) console.log(`  ${results.length} of ${seeds} seeds played`);
      }
    } finally {
      await sqlite.close();
      await postgres.close();
    }
    const sum = (of: (result: TransferFuzzResult) => number): number =>
      results.reduce((total, each) => total + of(each), 0);
    const problems = results.flatMap((each) => each.problems.map((problem) => `seed ${each.seed}: ${problem}`));
    return {
      parameters: [
        ['seeds', `${seeds}, from ${FIRST_SEED}, one of ${POSTGRES_EACH} on PostgreSQL`],
        ['steps of each', STEPS],
        ['people', 3],
      ],
      figures: [
        ['words typed', sum(({ words }) => words)],
        ['titles given', sum(({ titles }) => titles)],
        ['cards moved', sum(({ moves }) => moves)],
        ['spells without a network', sum(({ outages }) => outages)],
        ['requests asked, accepted and undone', sum(({ done }) => done)],
        ['requests refused', sum(({ refused }) => refused)],
        ['paragraphs that came late and were added to their cards', sum(({ taken }) => taken)],
        ['edits among what came late at the end', sum(({ late }) => late)],
        ['words gone, titles gone, cards shown twice or nowhere, boards that differ', problems.length],
      ],
      problems,
    };
  },
};
