import { useTranslation } from 'react-i18next';
import { useBoardDetail } from '../../api/boards.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { CodeClosed } from './CodeClosed.tsx';
import { CodeOpen } from './CodeOpen.tsx';
import { GuestLists } from './GuestLists.tsx';
import { useGuests } from './useGuests.ts';
import './guests.css';

/** The code by which guests come in, who waits, and who is there; for facilitators. */
export function GuestsPanel({ boardId, onClose }: { boardId: string; onClose: () => void }) {
  const { t } = useTranslation(['guests', 'common']);
  const problemText = useProblemText();
  const board = useBoardDetail(boardId).data;
  const { data, error, refetch } = useGuests(boardId);
  return (
    <SidePanel label={t('title')} path={board?.title} onClose={onClose}>
      <h2 className="ob-side-panel__title">{t('title')}</h2>
      {error && (
        <Banner
          tone="negative"
          role="alert"
          action={
            <Button size="sm" onClick={() => void refetch()}>
              {t('common:retry')}
            </Button>
          }
        >
          {problemText(error)}
        </Banner>
      )}
      {!error && !data && (
        <div role="status" className="ob-guests__loading">
          <VisuallyHidden>{t('loading')}</VisuallyHidden>
          <Skeleton height="9rem" />
          <Skeleton height="4rem" />
        </div>
      )}
      {data && (
        <>
          {data.code ? (
            <CodeOpen boardId={boardId} boardTitle={board?.title ?? ''} code={data.code} guests={data.guests} />
          ) : (
            board?.closedAt === null && <CodeClosed boardId={boardId} />
          )}
          <GuestLists boardId={boardId} guests={data.guests} />
        </>
      )}
    </SidePanel>
  );
}
