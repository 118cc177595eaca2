import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation, useSearch } from 'wouter';
import { useSession } from './api/session.ts';
import { useProblemText } from './api/useProblemText.ts';
import { Loading } from './Loading.tsx';
import { paths } from './paths.ts';
import { Button } from './ui/Button.tsx';
import { EmptyState } from './ui/EmptyState.tsx';

/** Shows its children to who is signed in; others sign in first and come back here. */
export function RequireSession({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [location] = useLocation();
  const search = useSearch();
  const session = useSession();

  if (session.data === null) return <Redirect to={paths.signIn(search ? `${location}?${search}` : location)} replace />;
  if (session.data) return children;
  if (session.isPending) return <Loading />;
  return (
    <main className="ob-page">
      <EmptyState
        level="h1"
        icon={CloudOff}
        title={problemText(session.error)}
        action={
          <Button variant="primary" onClick={() => void session.refetch()}>
            {t('retry')}
          </Button>
        }
      />
    </main>
  );
}
