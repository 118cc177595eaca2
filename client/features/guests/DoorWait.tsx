import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation } from 'wouter';
import { problemCode } from '../../api/problem.ts';
import { useSignOut } from '../../api/session.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { guestApi } from './guestApi.ts';

/** Who waits at the door has no connection to the board, so asks. */
const ASK_MS = 2_000;

/** Waits until a facilitator lets this guest in, and goes to the board then. */
export function DoorWait() {
  const { t } = useTranslation('guests');
  const [, navigate] = useLocation();
  const signOut = useSignOut();
  const { data, error } = useQuery({ queryKey: ['guest'], queryFn: guestApi.own, refetchInterval: ASK_MS });
  if (error && problemCode(error) === 'notSignedIn') return <Redirect to={paths.guestOver()} replace />;
  if (data && data.state !== 'atDoor') return <Redirect to={paths.board(data.boardId)} replace />;
  if (!data) return null;
  return (
    <div role="status" className="ob-join__wait">
      <Spinner />
      <h1 className="ob-gate__title">{t('doorWaitTitle', { name: data.name })}</h1>
      <p className="ob-gate__text">{t('doorWaitText')}</p>
      <p className="ob-join__as">
        {data.boardTitle} · {data.organisation}
      </p>
      <Button
        variant="quiet"
        busy={signOut.isPending}
        onClick={() => signOut.mutate(undefined, { onSuccess: (isOut) => isOut && navigate(paths.guestOver()) })}
      >
        {t('leave')}
      </Button>
    </div>
  );
}
