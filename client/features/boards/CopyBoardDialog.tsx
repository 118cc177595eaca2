import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { BoardSummary } from '../../../shared/protocol/api.ts';
import { BOARDS_KEY } from '../../api/boards.ts';
import { api } from '../../api.ts';
import { paths } from '../../paths.ts';
import { toast } from '../../ui/toast.ts';
import { TitleDialog } from './TitleDialog.tsx';

export function CopyBoardDialog({ board, onClose }: { board: BoardSummary; onClose: () => void }) {
  const { t } = useTranslation('boards');
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const copy = useMutation({
    mutationFn: (title: string) => api.boards.copy(board.id, title),
    onSuccess: async (detail) => {
      await queries.invalidateQueries({ queryKey: BOARDS_KEY });
      toast(t('copied', { title: detail.title }));
      navigate(paths.board(detail.id));
    },
  });
  return (
    <TitleDialog
      title={t('copyTitle')}
      initial={t('copySuffix', { title: board.title })}
      submitLabel={t('copySubmit')}
      busy={copy.isPending}
      error={copy.error}
      onClose={onClose}
      onSubmit={(title) => copy.mutate(title)}
    >
      <p>{t('copyText')}</p>
    </TitleDialog>
  );
}
