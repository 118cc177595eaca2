import { useTranslation } from 'react-i18next';
import type { Id } from '../../../../shared/board/ids.ts';
import { useBoardIndex } from '../../../board/boardHooks.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { allAt, outcomesOf } from '../model/boardModel.ts';
import { useBoardView } from '../viewContext.ts';
import { useOutcomeActions } from './useOutcomeActions.ts';

/** Says what becomes of the cards before an outcome goes to the trash. */
export function ArchiveOutcomeDialog({ outcomeId }: { outcomeId: Id }) {
  const { t } = useTranslation(['boardLater', 'board']);
  const { store } = useBoardView();
  const { archive } = useOutcomeActions();
  const title = useBoardIndex((index) => index.board.outcomes.get(outcomeId)?.title ?? '');
  const count = useBoardIndex(
    (index) =>
      outcomesOf(index, outcomeId)
        .flatMap((id) => allAt(index, id))
        .filter(({ home }) => home).length,
  );
  return (
    <ConfirmDialog
      isOpen
      danger
      title={t('archiveOutcome', { title })}
      confirmLabel={t('board:toTrash')}
      onConfirm={() => archive(outcomeId)}
      onClose={() => store.set({ archiving: undefined })}
    >
      <p>{count === 0 ? t('archiveOutcomeEmpty') : t('archiveOutcomeText', { count })}</p>
    </ConfirmDialog>
  );
}
