import type { CommandResult } from '../../shared/commands/command.ts';
import { type MoveActivity, moveActivity } from '../../shared/commands/moveActivity.ts';
import { useCommands } from '../board/useCommands.ts';
import { useMoveWords } from './useMoveWords.ts';

/** Moves a card and says so: what dragging, keys and the menu all end in. */
export function useMoveCard(): (args: MoveActivity) => CommandResult {
  const { run } = useCommands();
  const words = useMoveWords();
  return (args) => {
    const result = run(moveActivity, args);
    if (result.ok) words.moved(args.activityId, args.toId);
    else words.refused(result.code, result.organisationId);
    return result;
  };
}
