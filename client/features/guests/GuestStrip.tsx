import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useBoardDetail } from '../../api/boards.ts';
import { useSignOut } from '../../api/session.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { useMe } from '../../board/rightsHooks.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toast.ts';
import { useLeaveWhenOver } from './useLeaveWhenOver.ts';

/** Says to a guest whether they read or write along, in place, for as long as they are here. */
export function GuestStrip({ boardId }: { boardId: string }) {
  const { t } = useTranslation('guests');
  const problemText = useProblemText();
  const [, navigate] = useLocation();
  const signOut = useSignOut();
  const { role, mode } = useMe();
  const organisation = useBoardDetail(boardId).data?.organisation.name ?? '';
  useLeaveWhenOver();
  const isLocked = mode === 'locked' || mode === 'closed';
  const words = role !== 'member' ? 'readingStrip' : isLocked ? 'lockedStrip' : 'writingStrip';
  return (
    <Banner
      tone={words === 'writingStrip' ? 'positive' : 'info'}
      role="status"
      action={
        <Button
          size="sm"
          variant="quiet"
          busy={signOut.isPending}
          onClick={() =>
            signOut.mutate(undefined, {
              onSuccess: (isOut) => isOut && navigate(paths.guestOver()),
              onError: (error) => toast(problemText(error), { tone: 'negative' }),
            })
          }
        >
          {t('leave')}
        </Button>
      }
    >
      {t(words, { organisation })}
    </Banner>
  );
}
