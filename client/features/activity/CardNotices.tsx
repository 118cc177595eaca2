import { ArchiveRestore, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Activity, isLive } from '../../../shared/board/board.ts';
import { editActivity } from '../../../shared/commands/editActivity.ts';
import { useRefusalAt } from '../../board/refusalHooks.ts';
import { useRefusalText } from '../../board/rightsHooks.ts';
import type { TitleOverwritten } from '../../board/titleWatch.ts';
import { useBoardEvent } from '../../board/useBoardEvent.ts';
import { useCommands } from '../../board/useCommands.ts';
import { WriteReason } from '../../editor/WriteReason.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useArchive } from './useArchive.ts';

export interface CardNoticesProps {
  readonly activity: Activity;
  /** Why it may not be changed, in words; undefined when it may. */
  readonly reason: string | undefined;
  readonly reasonId: string;
}

/** What must be said about the card before one reads or writes it. */
export function CardNotices({ activity, reason, reasonId }: CardNoticesProps) {
  const { t } = useTranslation('activity');
  const { restore } = useArchive();
  const refusal = useRefusalAt(activity.id);
  const refusalText = useRefusalText();
  return (
    <>
      {!isLive(activity) && (
        <Banner
          tone="warning"
          role="status"
          action={
            reason === undefined && (
              <Button size="sm" icon={ArchiveRestore} onClick={() => restore(activity)}>
                {t('restore')}
              </Button>
            )
          }
        >
          {t('archived')}
        </Banner>
      )}
      {reason !== undefined && <WriteReason id={reasonId} reason={reason} />}
      <div role="alert">{refusal && <Banner tone="warning">{refusalText(refusal)}</Banner>}</div>
      <ReplacedTitle activity={activity} />
    </>
  );
}

/** Two gave a title at once: mine is shown and can be taken back. */
function ReplacedTitle({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activity');
  const { run } = useCommands();
  const [replaced, setReplaced] = useState<TitleOverwritten>();
  useBoardEvent('titleOverwritten', (event) => {
    if (event.collection === 'activities' && event.id === activity.id) setReplaced(event);
  });
  if (!replaced || activity.title === replaced.mine) return null;
  return (
    <Banner
      tone="info"
      role="alert"
      action={
        <>
          <Button
            size="sm"
            onClick={() => {
              run(editActivity, { activityId: activity.id, title: replaced.mine });
              setReplaced(undefined);
            }}
          >
            {t('titleTakeBack')}
          </Button>
          <IconButton size="sm" icon={X} label={t('dismiss')} onClick={() => setReplaced(undefined)} />
        </>
      }
    >
      {t('titleReplaced', { mine: replaced.mine, theirs: activity.title })}
    </Banner>
  );
}
