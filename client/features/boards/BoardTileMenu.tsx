import { Archive, ArchiveRestore, Copy, PencilLine, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type BoardAction, isBoardActionAllowed } from '../../../shared/access/boardActions.ts';
import { DEFAULT_SETTINGS } from '../../../shared/access/boardSettings.ts';
import type { BoardSummary } from '../../../shared/protocol/api.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { paths } from '../../paths.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/menu.ts';
import { toast } from '../../ui/toast.ts';
import { CloseBoardDialog } from './CloseBoardDialog.tsx';
import { CopyBoardDialog } from './CopyBoardDialog.tsx';
import { RenameBoardDialog } from './RenameBoardDialog.tsx';
import { useChangeBoard } from './useChangeBoard.ts';

/** What one may do with a board as a whole; only what one's role allows is offered. */
export function BoardTileMenu({ board }: { board: BoardSummary }) {
  const { t } = useTranslation('boards');
  const problemText = useProblemText();
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'rename' | 'copy' | 'close'>();
  const change = useChangeBoard(board.id);
  // What is asked here hangs on no board's own rules.
  const may = (action: BoardAction) => isBoardActionAllowed(action, { role: board.role }, DEFAULT_SETTINGS);
  const closed = board.closedAt !== null;

  function reopen() {
    change.mutate(
      { closed: false },
      {
        onSuccess: () => toast(t('reopened', { title: board.title })),
        onError: (error) => toast(problemText(error), { tone: 'negative' }),
      },
    );
  }

  const items: MenuEntry[] = [
    { id: 'people', label: t('people'), icon: Users, onAction: () => navigate(paths.people(board.id)) },
  ];
  if (may('rename') && !closed) {
    items.push({ id: 'rename', label: t('rename'), icon: PencilLine, onAction: () => setDialog('rename') });
  }
  if (may('copy')) items.push({ id: 'copy', label: t('copy'), icon: Copy, onAction: () => setDialog('copy') });
  if (may('close')) {
    items.push(
      'separator',
      closed
        ? { id: 'reopen', label: t('reopen'), icon: ArchiveRestore, onAction: reopen }
        : { id: 'close', label: t('close'), icon: Archive, onAction: () => setDialog('close') },
    );
  }

  const closeDialog = () => setDialog(undefined);
  return (
    <>
      <MenuButton label={t('menu', { title: board.title })} size="sm" items={items} />
      {dialog === 'rename' && <RenameBoardDialog board={board} onClose={closeDialog} />}
      {dialog === 'copy' && <CopyBoardDialog board={board} onClose={closeDialog} />}
      {dialog === 'close' && <CloseBoardDialog board={board} onClose={closeDialog} />}
    </>
  );
}
