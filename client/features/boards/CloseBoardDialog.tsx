import { useTranslation } from 'react-i18next';
import type { BoardSummary } from '../../../shared/protocol/api.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { toast } from '../../ui/toast.ts';
import { useChangeBoard } from './useChangeBoard.ts';

export function CloseBoardDialog({ board, onClose }: { board: BoardSummary; onClose: () => void }) {
  const { t } = useTranslation(['boards', 'common']);
  const problemText = useProblemText();
  const change = useChangeBoard(board.id);
  const reopen = () =>
    change.mutate(
      { closed: false },
      {
        onSuccess: () => toast(t('reopened', { title: board.title })),
        onError: (error) => toast(problemText(error), { tone: 'negative' }),
      },
    );
  return (
    <ConfirmDialog
      isOpen
      title={t('closeTitle', { title: board.title })}
      confirmLabel={t('closeSubmit')}
      busy={change.isPending}
      onClose={onClose}
      onConfirm={() =>
        change.mutate(
          { closed: true },
          {
            onSuccess: () => {
              toast(t('closed', { title: board.title }), { action: { label: t('common:undo'), onPress: reopen } });
              onClose();
            },
            onError: (error) => toast(problemText(error), { tone: 'negative' }),
          },
        )
      }
    >
      <p>{t('closeText')}</p>
    </ConfirmDialog>
  );
}
