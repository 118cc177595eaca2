import './TrashPanel.css';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTrash } from '../../board/boardHooks.ts';
import { useBoardStatus } from '../../board/statusHooks.ts';
import { type Revealed, reveal } from '../../interactions/reveal.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { TrashedActivity } from './TrashedActivity.tsx';
import { TrashedOutcome } from './TrashedOutcome.tsx';

/** What was taken off the board, the latest first; everything can go back. */
export function TrashPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['trash', 'board']);
  const { activities, outcomes } = useTrash();
  const { phase } = useBoardStatus();
  const isEmpty = activities.length + outcomes.length === 0;
  const show = (what: Revealed): void => {
    onClose();
    reveal(what);
  };
  return (
    <SidePanel label={t('board:trash')} onClose={onClose}>
      <h2 className="ob-side-panel__title">{t('board:trash')}</h2>
      {isEmpty && phase !== 'loading' && (
        <EmptyState icon={Trash2} title={t('empty')} level="h3">
          {t('emptyText')}
        </EmptyState>
      )}
      {outcomes.length > 0 && (
        <section>
          <h3 className="ob-trash__heading">{t('outcomes')}</h3>
          <ul className="ob-trash">
            {outcomes.map((outcome) => (
              <TrashedOutcome key={outcome.id} outcome={outcome} onShow={show} />
            ))}
          </ul>
        </section>
      )}
      {activities.length > 0 && (
        <section>
          <h3 className="ob-trash__heading">{t('activities')}</h3>
          <ul className="ob-trash">
            {activities.map((activity) => (
              <TrashedActivity key={activity.id} activity={activity} onShow={show} />
            ))}
          </ul>
        </section>
      )}
    </SidePanel>
  );
}
