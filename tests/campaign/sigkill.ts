import { DATABASE_KINDS, testDatabase } from '../support/collabDatabase.ts';
import { type KillResult, killRun } from '../support/killRun.ts';
import { bundle, endPrograms } from '../support/runProgram.ts';
import { type Campaign, scaled } from './campaign.ts';

const KILLS = { sqlite: 500, postgres: 100 };
const WRITERS = 20;
const KILLS_PER_BOARD = 20;

function figuresOf(kind: string, result: KillResult): [string, number][] {
  return [
    [`${kind}: edits made`, result.edits],
    [`${kind}: edits acknowledged before a kill`, result.acknowledged],
    [`${kind}: of these, moves of a card or column`, result.moves],
    [`${kind}: acknowledged edits lost, doubled or undone, findings of the check`, result.problems.length],
    [`${kind}: changes of a role or the mode while writing`, result.rightsChanges],
    [`${kind}: writers that lost their right in the middle`, result.refusedWriters],
    [`${kind}: snapshots made meanwhile`, result.snapshots],
    [`${kind}: boards checked`, result.boards],
  ];
}

export const sigkill: Campaign = {
  claim: 'a server killed at any moment loses no edit that it acknowledged, and leaves sound boards.',
  run: async (scale) => {
    const program = await bundle('tests/campaign/liveServer.ts');
    const figures: [string, number][] = [];
    const problems: string[] = [];
    try {
      for (const kind of DATABASE_KINDS) {
        const store = await testDatabase(kind);
        try {
          const kills = scaled(KILLS[kind], scale);
          const options = { program: program.file, store, kills, writers: WRITERS, killsPerBoard: KILLS_PER_BOARD };
          const result = await killRun(options);
          figures.push(...figuresOf(kind, result));
          problems.push(...result.problems.map((problem) => `${kind}: ${problem}`));
        } finally {
          await store.remove();
        }
      }
    } finally {
      endPrograms();
      await program.remove();
    }
    return {
      parameters: [
        ...DATABASE_KINDS.map((kind) => [`SIGKILLs on ${kind}`, scaled(KILLS[kind], scale)] as const),
        ['writing clients, of three people in three organisations', WRITERS],
        ['kills of one board', KILLS_PER_BOARD],
      ],
      figures,
      problems,
    };
  },
};
