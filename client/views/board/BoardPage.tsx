import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';
import { useLiveBoard } from '../../board/liveBoardContext.ts';
import { useBoardStatus } from '../../board/statusHooks.ts';
import { paths } from '../../paths.ts';
import { screen } from '../../screen.ts';
import { SkipLink } from '../../ui/SkipLink.tsx';
import { useScreenFocus } from '../../ui/useScreenFocus.ts';
import { BoardColumns } from './BoardColumns.tsx';
import { BoardNotices } from './BoardNotices.tsx';
import { SkeletonColumns } from './BoardSkeleton.tsx';
import { BoardBar } from './bar/BoardBar.tsx';
import { BoardTop } from './bar/BoardTop.tsx';
import { parseViewAddress } from './model/viewAddress.ts';
import { useBoardPageKeys } from './useBoardPageKeys.ts';
import { useOpenCard } from './useOpenCard.ts';
import { useViewAddress } from './useViewAddress.ts';
import { type BoardViewContext, BoardViewProvider } from './viewContext.ts';
import { viewStore } from './viewState.ts';

/** Nobody opens a menu before the board stands, so they come after it. */
const BoardMenus = screen(
  () => import('./BoardMenus.tsx'),
  (m) => m.BoardMenus,
);

/** The board with its bars, and the panel that stands open beside it. */
export function BoardPage({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('board');
  const { id: boardId } = useLiveBoard();
  const [store] = useState(() => viewStore(boardId, parseViewAddress(window.location.search)));
  const [location, navigate] = useLocation();
  const [, card] = useRoute<{ activityId: string }>('/bord/:boardId/kaart/:activityId');
  const hasPanel = ![paths.board, paths.boardName, paths.planYears].some((path) => path(boardId) === location);
  const view = useMemo<BoardViewContext>(
    () => ({
      t,
      boardId,
      store,
      openCard: (activityId) => navigate(paths.card(boardId, activityId) + window.location.search),
    }),
    [t, boardId, store, navigate],
  );
  useViewAddress(store);
  useOpenCard(store, card?.activityId);
  useBoardPageKeys(store);
  return (
    <BoardViewProvider value={view}>
      <SkipLink />
      <div className="ob-board-page" data-panel={hasPanel || undefined}>
        <BoardTop />
        <BoardNotices />
        <Main />
      </div>
      {children}
      <Suspense fallback={null}>
        <BoardMenus />
      </Suspense>
    </BoardViewProvider>
  );
}

function Main() {
  const { t } = useTranslation('board');
  const { phase } = useBoardStatus();
  const isLoading = phase === 'loading';
  const content = useScreenFocus<HTMLElement>();
  return (
    <main ref={content} id="content" className="ob-board-main" tabIndex={-1} aria-busy={isLoading}>
      <BoardBar />
      {isLoading ? (
        <>
          <p role="status" className="ob-visually-hidden">
            {t('loading')}
          </p>
          <SkeletonColumns />
        </>
      ) : (
        <BoardColumns />
      )}
    </main>
  );
}
