import { useState } from 'react';
import type { Id } from '../../shared/board/ids.ts';
import type { CommandResult } from '../../shared/commands/command.ts';
import { editActivity } from '../../shared/commands/editActivity.ts';
import { editOutcome } from '../../shared/commands/editOutcome.ts';
import { useBoardIndex } from './boardHooks.ts';
import { useSetPresence } from './presenceHooks.ts';
import type { TitledCollection } from './titleWatch.ts';
import { useCommands } from './useCommands.ts';

export interface TitleDraft {
  readonly value: string;
  readonly setValue: (value: string) => void;
  readonly onFocus: () => void;
  /** Gives the title; undefined when nothing was changed. */
  readonly commit: () => CommandResult | undefined;
  readonly cancel: () => void;
  /** The title that someone else gave while this one was being written. */
  readonly theirs: string | undefined;
}

/** A title while a person writes it: it goes to the board as a whole, since titles do not merge. */
export function useTitleDraft({ collection, id }: { collection: TitledCollection; id: Id }): TitleDraft {
  const title = useBoardIndex(({ board }) => board[collection].get(id)?.title ?? '');
  const [draft, setDraft] = useState<{ readonly value: string; readonly base: string } | undefined>(undefined);
  const setPresence = useSetPresence();
  const { run } = useCommands();
  const isActivity = collection === 'activities';
  const subject = isActivity ? { activityId: id } : { outcomeId: id };

  function leave(): void {
    setDraft(undefined);
    setPresence(subject);
  }

  function commit(): CommandResult | undefined {
    if (!draft) return undefined;
    if (draft.value.trim() === draft.base) {
      leave();
      return undefined;
    }
    const result = isActivity
      ? run(editActivity, { activityId: id, title: draft.value })
      : run(editOutcome, { outcomeId: id, title: draft.value });
    if (result.ok) leave();
    return result;
  }

  return {
    value: draft?.value ?? title,
    setValue: (value) => setDraft({ value, base: draft?.base ?? title }),
    onFocus: () => setPresence({ ...subject, field: 'title' }),
    commit,
    cancel: leave,
    theirs: draft && draft.base !== title ? title : undefined,
  };
}
