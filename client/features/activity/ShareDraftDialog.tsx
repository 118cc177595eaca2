import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../shared/board/board.ts';
import { draftsApi } from '../../api/drafts.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { useMe } from '../../board/rightsHooks.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { toast } from '../../ui/toast.ts';

export interface ShareDraftDialogProps {
  readonly activity: Activity;
  /** What is not on the server yet would come after the card has gone: it is waited for. */
  readonly isSaving: boolean;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks before a draft is shown to everyone, and tells what they will see. */
export function ShareDraftDialog({ activity, isSaving, isOpen, onClose }: ShareDraftDialogProps) {
  const { t } = useTranslation('drafts');
  const { boardId } = useMe();
  const problemText = useProblemText();
  const share = useMutation({ mutationFn: () => draftsApi.share(boardId, activity.id) });
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('shareTitle')}
      confirmLabel={t('share')}
      busy={isSaving || share.isPending}
      onClose={onClose}
      onConfirm={() =>
        share.mutate(undefined, {
          onSuccess: () => toast(t('shared', { title: activity.title })),
          onError: (error) => toast(problemText(error), { tone: 'negative' }),
          onSettled: onClose,
        })
      }
    >
      <div className="ob-draft__told">
        <p>{t('shareSees')}</p>
        <p>{t('sharePast')}</p>
        <p>{t('shareBack')}</p>
      </div>
    </ConfirmDialog>
  );
}
