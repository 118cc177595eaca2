import { LayoutDashboard, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { useBoards } from '../../api/boards.ts';
import { useSession } from '../../api/session.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { HomeBar } from '../../HomeBar.tsx';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageShell } from '../../ui/PageShell.tsx';
import { usePageTitle } from '../../usePageTitle.ts';
import { BoardTile } from './BoardTile.tsx';
import { BoardTilesSkeleton } from './BoardTilesSkeleton.tsx';
import './boards.css';

/** Mijn borden: the boards one is on, the last changed first, closed ones apart. */
export function BoardsPage() {
  const { t } = useTranslation(['boards', 'common']);
  const problemText = useProblemText();
  const list = useBoards();
  const isStored = list.data?.isStored === true;
  usePageTitle(t('pageTitle'));

  const isGuest = useSession().data?.user.guest === true;

  const boards = (list.data?.boards ?? []).toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  const open = boards.filter((board) => board.closedAt === null);
  const closed = boards.filter((board) => board.closedAt !== null);

  // A guest has one board, and nothing else to do here.
  if (isGuest && open[0]) return <Redirect to={paths.board(open[0].id)} replace />;
  return (
    <PageShell bar={<HomeBar />}>
      <header className="ob-page__header">
        <div>
          <h1 className="ob-page__title">{t('pageTitle')}</h1>
          <p className="ob-page__lead">{t('lead')}</p>
        </div>
        {boards.length > 0 && !isStored && !isGuest && (
          <ButtonLink variant="primary" icon={Plus} href={paths.newBoard()}>
            {t('create')}
          </ButtonLink>
        )}
      </header>
      {list.isPending && <BoardTilesSkeleton label={t('loading')} />}
      {list.isError && (
        <Banner
          tone="negative"
          role="alert"
          action={
            <Button size="sm" onClick={() => void list.refetch()}>
              {t('common:retry')}
            </Button>
          }
        >
          {problemText(list.error)}
        </Banner>
      )}
      {isStored && (
        <Banner tone="warning" role="status">
          {t(boards.length > 0 ? 'storedBoards' : 'noStoredBoards')}
        </Banner>
      )}
      {list.data && !isStored && boards.length === 0 && (
        <div className="ob-boards__empty">
          <EmptyState
            icon={LayoutDashboard}
            title={t('emptyTitle')}
            action={
              <ButtonLink variant="primary" size="lg" icon={Plus} href={paths.newBoard()}>
                {t('create')}
              </ButtonLink>
            }
          >
            {t('emptyText')}
          </EmptyState>
        </div>
      )}
      {open.length > 0 && (
        <ul className="ob-boards">
          {open.map((board) => (
            <BoardTile key={board.id} board={board} />
          ))}
        </ul>
      )}
      {closed.length > 0 && (
        <section aria-labelledby="closed-boards">
          <h2 id="closed-boards" className="ob-boards__closed-title">
            {t('closedTitle')}
          </h2>
          <ul className="ob-boards">
            {closed.map((board) => (
              <BoardTile key={board.id} board={board} level="h3" />
            ))}
          </ul>
        </section>
      )}
    </PageShell>
  );
}
