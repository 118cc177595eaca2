import type { CommandResult } from '../../shared/commands/command.ts';
import { type MoveOutcome, moveOutcome } from '../../shared/commands/moveOutcome.ts';
import { useCommands } from '../board/useCommands.ts';
import { useMoveWords } from './useMoveWords.ts';

/** Moves a column or section and says so. */
export function useMoveOutcome(): (args: MoveOutcome) => CommandResult {
  const { run } = useCommands();
  const words = useMoveWords();
  return (args) => {
    const result = run(moveOutcome, args);
    if (result.ok) words.outcomeMoved(args.outcomeId);
    else words.refused(result.code, result.organisationId);
    return result;
  };
}
