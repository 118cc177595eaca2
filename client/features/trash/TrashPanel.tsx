import './TrashPanel.css';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Activity, Outcome } from '../../../shared/board/board.ts';
import { FRAME, party } from '../../../shared/board/documentRef.ts';
import { restoreActivity } from '../../../shared/commands/archiveActivity.ts';
import { restoreOutcome } from '../../../shared/commands/archiveOutcome.ts';
import { useOrganisation, useOutcome, useTrash } from '../../board/boardHooks.ts';
import { useRefusalText, useWriteRefusal } from '../../board/rightsHooks.ts';
import { useBoardStatus } from '../../board/statusHooks.ts';
import { useCommands } from '../../board/useCommands.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { OrganisationChip } from '../../ui/OrganisationChip.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { TrashRow } from './TrashRow.tsx';

/** What was taken off the board, the latest first; everything can go back. */
export function TrashPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('board');
  const { activities, outcomes } = useTrash();
  const { phase } = useBoardStatus();
  const isEmpty = activities.length + outcomes.length === 0;
  return (
    <SidePanel label={t('trash')} onClose={onClose}>
      <h2 className="ob-side-panel__title">{t('trash')}</h2>
      {isEmpty && phase !== 'loading' && (
        <EmptyState icon={Trash2} title={t('trashEmpty')} level="h3">
          {t('trashEmptyText')}
        </EmptyState>
      )}
      {outcomes.length > 0 && (
        <section>
          <h3 className="ob-trash__heading">{t('trashOutcomes')}</h3>
          <ul className="ob-trash">
            {outcomes.map((outcome) => (
              <OutcomeRow key={outcome.id} outcome={outcome} />
            ))}
          </ul>
        </section>
      )}
      {activities.length > 0 && (
        <section>
          <h3 className="ob-trash__heading">{t('trashActivities')}</h3>
          <ul className="ob-trash">
            {activities.map((activity) => (
              <ActivityRow key={activity.id} activity={activity} />
            ))}
          </ul>
        </section>
      )}
    </SidePanel>
  );
}

function ActivityRow({ activity }: { activity: Activity }) {
  const { run } = useCommands();
  const owner = useOrganisation(activity.owner);
  const cannot = useWriteRefusal(party(activity.owner));
  const refusalText = useRefusalText();
  const why = cannot && refusalText({ code: cannot, ...(owner && { organisationName: owner.name }) });
  return (
    <TrashRow
      id={activity.id}
      title={activity.title}
      archivedAt={activity.archivedAt}
      about={owner && <OrganisationChip code={owner.code} name={owner.name} colour={owner.colour} />}
      cannot={why}
      onRestore={() => run(restoreActivity, { activityId: activity.id })}
    />
  );
}

function OutcomeRow({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('board');
  const { run } = useCommands();
  const parent = useOutcome(outcome.place.parentId ?? '');
  const cannot = useWriteRefusal(FRAME);
  const refusalText = useRefusalText();
  return (
    <TrashRow
      id={outcome.id}
      title={outcome.title}
      archivedAt={outcome.archivedAt}
      about={parent && t('trashSection', { title: parent.title })}
      cannot={cannot && refusalText({ code: cannot })}
      onRestore={() => run(restoreOutcome, { outcomeId: outcome.id })}
    />
  );
}
