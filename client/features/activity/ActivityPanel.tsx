import { FileQuestion } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/board/ids.ts';
import { useActivity } from '../../board/boardHooks.ts';
import { useSetPresence } from '../../board/presenceHooks.ts';
import { useBoardStatus } from '../../board/statusHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CardPanel } from './CardPanel.tsx';
import { useFocusBack } from './useFocusBack.ts';

export interface ActivityPanelProps {
  readonly boardId: Id;
  readonly activityId: Id;
  readonly onClose: () => void;
}

/** One card at its own address, over the board. */
export function ActivityPanel({ activityId, onClose }: ActivityPanelProps) {
  const { t } = useTranslation('activity');
  const activity = useActivity(activityId);
  const status = useBoardStatus();
  const setPresence = useSetPresence();
  useFocusBack(activityId);

  const isThere = activity !== undefined;
  useEffect(() => {
    if (!isThere) return;
    setPresence({ activityId });
    return () => setPresence(undefined);
  }, [isThere, activityId, setPresence]);

  if (activity) return <CardPanel activity={activity} onClose={onClose} />;
  if (status.phase === 'loading') {
    return (
      <SidePanel label={t('loading')} onClose={onClose}>
        <div role="status" className="ob-activity-skeleton">
          <span className="ob-visually-hidden">{t('loading')}</span>
          <Skeleton width="72%" height="34px" />
          <Skeleton width="46%" height="22px" />
          <Skeleton height="120px" />
          <Skeleton height="180px" />
        </div>
      </SidePanel>
    );
  }
  return (
    <SidePanel label={t('goneTitle')} onClose={onClose}>
      <EmptyState
        icon={FileQuestion}
        title={t('goneTitle')}
        action={
          <Button variant="primary" onClick={onClose}>
            {t('toBoard')}
          </Button>
        }
      >
        {t('goneText')}
      </EmptyState>
    </SidePanel>
  );
}
