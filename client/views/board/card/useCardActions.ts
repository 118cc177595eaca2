import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../shared/board/ids.ts';
import { archiveActivity, restoreActivity } from '../../../../shared/commands/archiveActivity.ts';
import { linkActivity, unlinkActivity } from '../../../../shared/commands/linkActivity.ts';
import { useCommands } from '../../../board/useCommands.ts';
import { moveFocusTo } from '../../../interactions/focusCard.ts';
import { reveal } from '../../../interactions/reveal.ts';
import { useMoveCard } from '../../../interactions/useMoveCard.ts';
import { announce } from '../../../ui/announce.ts';
import { toast } from '../../../ui/toast.ts';
import { afterMenu, focusBeside } from './focusAfter.ts';

/** What the menu of a card does: the command, then words and focus. A refusal shows on the card itself. */
export function useCardActions() {
  const { t } = useTranslation(['board', 'common']);
  const { run } = useCommands();
  const moveCard = useMoveCard();

  return {
    move: (activityId: Id, fromId: Id | undefined, toId: Id): void => {
      const result = moveCard({ activityId, fromId, toId });
      if (result.ok) afterMenu(() => moveFocusTo({ outcomeId: toId, activityId }));
    },
    contribute: (activityId: Id, outcomeId: Id, label: string, on: boolean): void => {
      const result = run(on ? linkActivity : unlinkActivity, { activityId, outcomeId });
      if (result.ok) announce(t(on ? 'linked' : 'unlinked', { label }));
    },
    archive: (activityId: Id, title: string, trigger: HTMLElement): void => {
      const focus = focusBeside(trigger);
      const result = run(archiveActivity, { activityId });
      if (!result.ok) return;
      toast(t('archived', { title }), {
        action: {
          label: t('common:undo'),
          onPress: () => {
            if (run(restoreActivity, { activityId }).ok) reveal({ kind: 'card', activityId });
          },
        },
      });
      afterMenu(focus);
    },
  };
}
