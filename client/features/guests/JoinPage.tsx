import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Redirect } from 'wouter';
import { problemCode } from '../../api/problem.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { LanguageSwitch } from '../../LanguageSwitch.tsx';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { GatePage } from '../../ui/GatePage.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { usePageTitle } from '../../usePageTitle.ts';
import { DoorWait } from './DoorWait.tsx';
import { guestApi } from './guestApi.ts';
import { JoinForm } from './JoinForm.tsx';
import { SignedInAlready } from './SignedInAlready.tsx';
import './join.css';

/** A code that someone opened: which board it is, and who they are. */
export function JoinPage({ code }: { code: string }) {
  const { t } = useTranslation(['guests', 'common']);
  const offer = useQuery({ queryKey: ['guestOffer', code], queryFn: () => guestApi.offer(code), retry: false });
  usePageTitle(offer.data?.boardTitle ?? t('codePageTitle'));
  const { data } = offer;
  // Who may open the board goes there; who waits at the door waits on.
  if (data?.boardId !== undefined && data.signedInAs !== undefined) {
    return <Redirect to={paths.board(data.boardId)} replace />;
  }
  return (
    <GatePage lead={t('lead')} footer={<LanguageSwitch />}>
      {offer.isPending && (
        <div role="status" className="ob-gate__form">
          <VisuallyHidden>{t('opening')}</VisuallyHidden>
          <Skeleton width="55%" />
          <Skeleton height="2.2rem" />
          <Skeleton height="2.6rem" />
          <Skeleton height="2.6rem" />
        </div>
      )}
      {offer.isError && <CodeFailed error={offer.error} onRetry={() => void offer.refetch()} />}
      {data && data.boardId !== undefined && <DoorWait />}
      {data && data.boardId === undefined && data.signedInAs !== undefined && (
        <SignedInAlready name={data.signedInAs} boardTitle={data.boardTitle} />
      )}
      {data && data.boardId === undefined && data.signedInAs === undefined && <JoinForm code={code} offer={data} />}
    </GatePage>
  );
}

function CodeFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation(['guests', 'common']);
  const problemText = useProblemText();
  const code = problemCode(error);
  const isUnknown = code === 'notFound' || code === 'invalidInput';
  return (
    <>
      <h1 className="ob-gate__title">{t(isUnknown ? 'codeUnknownTitle' : 'codePageTitle')}</h1>
      <Banner tone="negative" role="alert">
        {isUnknown ? t('codeUnknown') : code === 'tooManyRequests' ? t('busy') : problemText(error)}
      </Banner>
      {isUnknown ? (
        <ButtonLink variant="primary" size="lg" block href={paths.join()}>
          {t('tryOther')}
        </ButtonLink>
      ) : (
        <Button size="lg" block onClick={onRetry}>
          {t('common:retry')}
        </Button>
      )}
    </>
  );
}
