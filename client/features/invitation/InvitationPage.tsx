import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemCode } from '../../api/problem.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { api } from '../../api.ts';
import { LanguageSwitch } from '../../LanguageSwitch.tsx';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { GatePage } from '../../ui/GatePage.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { usePageTitle } from '../../usePageTitle.ts';
import { InvitationOffer } from './InvitationOffer.tsx';

/** An invitation that was opened: what one is invited to, and one button. Opening it uses nothing up. */
export function InvitationPage({ token }: { token: string }) {
  const { t } = useTranslation(['invitation', 'common']);
  const { t: tSignIn } = useTranslation(['signIn', 'common']);
  const problemText = useProblemText();
  const offer = useQuery({ queryKey: ['invitation', token], queryFn: () => api.invitations.offer(token) });
  usePageTitle(offer.data?.boardTitle ?? t('pageTitle'));

  return (
    <GatePage lead={tSignIn('lead')} footer={<LanguageSwitch />}>
      {offer.isPending && (
        <div role="status" className="ob-gate__form">
          <VisuallyHidden>{t('loading')}</VisuallyHidden>
          <Skeleton width="55%" />
          <Skeleton height="2.2rem" />
          <Skeleton width="80%" />
          <Skeleton height="2.6rem" />
        </div>
      )}
      {offer.isError && (
        <>
          <h1 className="ob-gate__title">{t('failedTitle')}</h1>
          <Banner tone="negative" role="alert">
            {problemText(offer.error)}
          </Banner>
          {problemCode(offer.error) === 'invitationUsed' && (
            <ButtonLink variant="primary" size="lg" block href={paths.signIn()}>
              {tSignIn('toSignIn')}
            </ButtonLink>
          )}
          <Button size="lg" block onClick={() => void offer.refetch()}>
            {t('common:retry')}
          </Button>
          <ButtonLink variant="quiet" block href={paths.boards()}>
            {t('common:goHome')}
          </ButtonLink>
        </>
      )}
      {offer.data && <InvitationOffer token={token} offer={offer.data} />}
    </GatePage>
  );
}
