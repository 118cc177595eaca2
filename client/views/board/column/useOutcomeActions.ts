import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../shared/board/ids.ts';
import { archiveOutcome, restoreOutcome } from '../../../../shared/commands/archiveOutcome.ts';
import type { MoveOutcome } from '../../../../shared/commands/moveOutcome.ts';
import { useLiveBoard } from '../../../board/liveBoardContext.ts';
import { useCommands } from '../../../board/useCommands.ts';
import { reveal } from '../../../interactions/reveal.ts';
import { useMoveOutcome } from '../../../interactions/useMoveOutcome.ts';
import { toast } from '../../../ui/toast.ts';
import { afterMenu } from '../card/focusAfter.ts';
import { allAt, outcomesOf } from '../model/boardModel.ts';
import { useBoardView } from '../viewContext.ts';

function menuButtonOf(outcomeId: Id): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-outcome-menu="${CSS.escape(outcomeId)}"]`);
}

/** Where focus goes when an outcome leaves the board: the next one's menu, else the one before. */
function besideOf(outcomeId: Id): HTMLElement | null {
  const buttons = [...document.querySelectorAll<HTMLElement>('[data-outcome-menu]')];
  const own = menuButtonOf(outcomeId);
  const holder = own?.closest('[data-outcome]');
  const others = buttons.filter((button) => !holder?.contains(button));
  const position = others.findIndex(
    (button) => own && own.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return others[position] ?? others.at(-1) ?? document.querySelector<HTMLElement>('[data-add-outcome]');
}

/** What the menu of a column or section does: the command, then words and focus. */
export function useOutcomeActions() {
  const { t } = useTranslation(['board', 'common']);
  const live = useLiveBoard();
  const { store } = useBoardView();
  const { run } = useCommands();
  const moveOutcome = useMoveOutcome();

  const archive = (outcomeId: Id): void => {
    const title = live.store.get().board.outcomes.get(outcomeId)?.title ?? '';
    const beside = besideOf(outcomeId);
    store.set({ archiving: undefined });
    const result = run(archiveOutcome, { outcomeId });
    if (!result.ok) return;
    if (store.get().focusId === outcomeId) store.set({ focusId: undefined });
    toast(t('archived', { title }), {
      action: {
        label: t('common:undo'),
        onPress: () => {
          if (run(restoreOutcome, { outcomeId }).ok) reveal({ kind: 'outcome', outcomeId });
        },
      },
    });
    afterMenu(() => beside?.focus());
  };

  return {
    archive,
    /** Asks first where something stands in it. */
    askArchive: (outcomeId: Id): void => {
      const index = live.store.get();
      const outcomes = outcomesOf(index, outcomeId);
      const isEmpty = outcomes.length === 1 && allAt(index, outcomeId).length === 0;
      if (isEmpty) archive(outcomeId);
      else store.set({ archiving: outcomeId });
    },
    move: (args: MoveOutcome): void => {
      if (!moveOutcome(args).ok) return;
      // The element was moved in the page, which takes its focus away.
      afterMenu(() => menuButtonOf(args.outcomeId)?.focus());
    },
  };
}
