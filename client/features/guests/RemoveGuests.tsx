import { useTranslation } from 'react-i18next';
import type { Guest } from '../../../shared/protocol/guests.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { toast } from '../../ui/toast.ts';
import { useGuestChanges } from './useGuests.ts';

export interface RemoveGuestsProps {
  readonly boardId: string;
  readonly guests: readonly Guest[];
  readonly onClose: () => void;
}

/** Asks before guests are removed, and says what that means. */
export function RemoveGuests({ boardId, guests, onClose }: RemoveGuestsProps) {
  const { t } = useTranslation('guests');
  const problemText = useProblemText();
  const { remove } = useGuestChanges(boardId);
  const count = guests.length;
  return (
    <ConfirmDialog
      isOpen
      danger
      title={t('removeTitle', { count })}
      confirmLabel={t('remove')}
      busy={remove.isPending}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(
          guests.map(({ id }) => id),
          {
            onSuccess: () => toast(t('removed', { count })),
            onError: (error) => toast(problemText(error), { tone: 'negative' }),
            onSettled: onClose,
          },
        )
      }
    >
      <p>
        <strong>{guests.map(({ name, organisation }) => `${name} (${organisation.name})`).join(', ')}</strong>
      </p>
      <p>{t('removeText')}</p>
    </ConfirmDialog>
  );
}
