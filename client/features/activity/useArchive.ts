import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../shared/board/board.ts';
import { archiveActivity, restoreActivity } from '../../../shared/commands/archiveActivity.ts';
import { useCommands } from '../../board/useCommands.ts';
import { toast } from '../../ui/toast.ts';

/** Puts a card in the trash and back, and says so with the way back. */
export function useArchive(): {
  readonly archive: (activity: Activity) => void;
  readonly restore: (activity: Activity) => void;
} {
  const { t } = useTranslation('activity');
  const { run } = useCommands();

  function restore({ id, title }: Activity): void {
    if (run(restoreActivity, { activityId: id }).ok) toast(t('restored', { title }));
  }

  function archive(activity: Activity): void {
    if (!run(archiveActivity, { activityId: activity.id }).ok) return;
    toast(t('archivedNow', { title: activity.title }), {
      action: { label: t('restore'), onPress: () => restore(activity) },
    });
  }

  return { archive, restore };
}
