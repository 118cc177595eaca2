import './BoardScreen.css';
import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '../../../shared/board/ids.ts';
import { useBoardDetail } from '../../api/boards.ts';
import { problemCode } from '../../api/problem.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { LiveBoardProvider } from '../../board/LiveBoardProvider.tsx';
import { BoardInteractions } from '../../interactions/BoardInteractions.tsx';
import { screen } from '../../screen.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { usePageTitle } from '../../usePageTitle.ts';
import { BoardPage } from './BoardPage.tsx';
import { BoardSkeleton } from './BoardSkeleton.tsx';

const NotFound = screen(
  () => import('../../NotFound.tsx'),
  (m) => m.NotFound,
);

export interface BoardScreenProps {
  readonly boardId: Id;
  /** The panel that stands open beside the board. */
  readonly children?: ReactNode;
}

/** One board, live: it stays open while the panel beside it changes. */
export function BoardScreen({ boardId, children }: BoardScreenProps) {
  const { t } = useTranslation(['board', 'common']);
  const problemText = useProblemText();
  const { data: detail, error, refetch } = useBoardDetail(boardId);
  usePageTitle(detail?.title);

  if (detail) {
    return (
      <LiveBoardProvider detail={detail} fallback={<BoardSkeleton title={detail.title} />}>
        <BoardInteractions>
          <BoardPage>{children}</BoardPage>
        </BoardInteractions>
      </LiveBoardProvider>
    );
  }
  if (!error) return <BoardSkeleton />;
  if (problemCode(error) === 'notFound') return <NotFound />;
  return (
    <main className="ob-page">
      <EmptyState
        level="h1"
        icon={CloudOff}
        title={problemText(error)}
        action={
          <Button variant="primary" onClick={() => void refetch()}>
            {t('common:retry')}
          </Button>
        }
      />
    </main>
  );
}
