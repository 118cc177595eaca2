import { useTranslation } from 'react-i18next';
import { homeIn } from '../../../shared/board/boardIndex.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { useBoardIndex, useTree } from '../../board/boardHooks.ts';
import { useMoveCard } from '../../interactions/useMoveCard.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { outcomeOptions } from './outcomeOptions.ts';
import { Picker } from './Picker.tsx';

/** Chooses another home for a card. */
export function MoveDialog({ activityId, isOpen, onClose }: { activityId: Id; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('activity');
  const tree = useTree();
  const home = useBoardIndex((index) => homeIn(index, activityId));
  const move = useMoveCard();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('moveTitle')} size="sm">
      <Picker
        label={t('moveTo')}
        options={outcomeOptions(tree, new Set(home === undefined ? [] : [home]))}
        onPick={(toId) => {
          onClose();
          move({ activityId, toId });
        }}
      />
    </Dialog>
  );
}
