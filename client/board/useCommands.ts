import type { CommandRunner } from './commandRunner.ts';
import { useLiveBoard } from './liveBoardContext.ts';

/** Runs commands on the open board; the same functions as long as it is open. */
export function useCommands(): Pick<CommandRunner, 'run' | 'undo' | 'redo'> {
  return useLiveBoard().commands;
}
