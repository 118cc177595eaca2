import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useDismissRefusal, useRefusalAt } from '../../board/refusalHooks.ts';
import { useRefusalText } from '../../board/rightsHooks.ts';
import { useBoardStatus, useConnection } from '../../board/statusHooks.ts';
import { screen } from '../../screen.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';

const NearlyFullNotice = screen(
  () => import('./NearlyFullNotice.tsx'),
  (m) => m.NearlyFullNotice,
);
const ReplacedTitles = screen(
  () => import('./ReplacedTitles.tsx'),
  (m) => m.ReplacedTitles,
);
const SetAsideNotice = screen(
  () => import('./setAside/SetAsideNotice.tsx'),
  (m) => m.SetAsideNotice,
);

/** What must be told above the board: that it has ended, has no connection yet, or did not take something. */
export function BoardNotices() {
  const { t } = useTranslation(['board', 'close', 'common']);
  const status = useBoardStatus();
  const connection = useConnection();
  const refusal = useRefusalAt('board');
  const dismiss = useDismissRefusal();
  const textOf = useRefusalText();
  return (
    <div className="ob-board-notices">
      {status.phase === 'ended' && (
        <Banner
          tone="warning"
          role="alert"
          action={
            <Button size="sm" onClick={() => window.location.reload()}>
              {t('common:reload')}
            </Button>
          }
        >
          {t(`close:${status.reason}`)}
        </Banner>
      )}
      {status.phase === 'loading' && connection === 'offline' && (
        <Banner tone="warning" role="status">
          {t('loadingOffline')}
        </Banner>
      )}
      {refusal && (
        <Banner
          tone="warning"
          action={
            <Button size="sm" onClick={dismiss}>
              {t('common:close')}
            </Button>
          }
        >
          {textOf(refusal)}
        </Banner>
      )}
      <Suspense fallback={null}>
        <NearlyFullNotice />
      </Suspense>
      <Suspense fallback={null}>
        <ReplacedTitles />
      </Suspense>
      <Suspense fallback={null}>
        <SetAsideNotice />
      </Suspense>
    </div>
  );
}
