import { useTranslation } from 'react-i18next';
import type { BoardSummary } from '../../../shared/protocol/api.ts';
import { toast } from '../../ui/toast.ts';
import { TitleDialog } from './TitleDialog.tsx';
import { useChangeBoard } from './useChangeBoard.ts';

export function RenameBoardDialog({
  board,
  onClose,
}: {
  board: Pick<BoardSummary, 'id' | 'title'>;
  onClose: () => void;
}) {
  const { t } = useTranslation(['boards', 'common']);
  const change = useChangeBoard(board.id);
  return (
    <TitleDialog
      title={t('renameTitle')}
      initial={board.title}
      submitLabel={t('common:save')}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onSubmit={(title) =>
        change.mutate(
          { title },
          {
            onSuccess: () => {
              toast(t('renamed', { title }));
              onClose();
            },
          },
        )
      }
    />
  );
}
