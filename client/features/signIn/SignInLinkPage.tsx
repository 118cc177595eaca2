import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { SESSION_KEY, useStartSession } from '../../api/session.ts';
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

/** A sign-in link that was opened. Opening it uses nothing up, since mail scanners open links: the button does. */
export function SignInLinkPage({ token }: { token: string }) {
  const { t } = useTranslation(['signIn', 'common']);
  const problemText = useProblemText();
  const [, navigate] = useLocation();
  const startSession = useStartSession();
  const signIn = useMutation({
    mutationFn: () => api.session.signInByLink(token),
    onSuccess: (session) => {
      startSession(session);
      navigate(paths.boards(), { replace: true });
    },
  });
  const owner = useQuery({ queryKey: [...SESSION_KEY, 'link', token], queryFn: () => api.session.linkOwner(token) });
  const name = owner.data?.name;
  const failed = signIn.error ?? owner.error;
  usePageTitle(t('linkPageTitle'));

  return (
    <GatePage lead={t('lead')} footer={<LanguageSwitch />}>
      <h1 className="ob-gate__title">
        {failed ? t('linkFailedTitle') : name ? t('linkTitleName', { name }) : t('linkTitle')}
      </h1>
      {failed ? (
        <>
          <Banner tone="negative" role="alert">
            {problemText(failed)}
          </Banner>
          <ButtonLink variant="primary" size="lg" block href={paths.signIn()}>
            {t('toSignIn')}
          </ButtonLink>
        </>
      ) : (
        <>
          <p className="ob-gate__text">{t('linkText')}</p>
          {owner.isPending ? (
            <div role="status">
              <VisuallyHidden>{t('common:loading')}</VisuallyHidden>
              <Skeleton height="2.75rem" />
            </div>
          ) : (
            <Button variant="primary" size="lg" block busy={signIn.isPending} onClick={() => signIn.mutate()}>
              {name ? t('linkSubmitAs', { name }) : t('linkSubmit')}
            </Button>
          )}
        </>
      )}
    </GatePage>
  );
}
