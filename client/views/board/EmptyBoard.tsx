import { Sprout } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FRAME } from '../../../shared/board/documentRef.ts';
import { useWriteRefusal } from '../../board/rightsHooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AddOutcomes } from './column/AddOutcomes.tsx';

/** A board without anything on it: the first step is to name what should change in society. */
export function EmptyBoard() {
  const { t } = useTranslation('boardLater');
  const canChange = useWriteRefusal(FRAME) === undefined;
  return (
    <div className="ob-empty-board">
      <EmptyState
        icon={Sprout}
        title={t(canChange ? 'emptyTitle' : 'emptyTitleReader')}
        action={
          canChange && (
            <div className="ob-empty-board__form">
              <AddOutcomes label={t('emptyLabel')} hint={t('emptyHint')} placeholder={t('emptyExample')} rows={5} />
            </div>
          )
        }
      >
        {t(canChange ? 'emptyText' : 'emptyTextReader')}
      </EmptyState>
    </div>
  );
}
