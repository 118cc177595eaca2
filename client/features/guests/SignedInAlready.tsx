import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../../api/session.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';

/** For who has an account that is not on the board: a guest's session would take its place. */
export function SignedInAlready({ name, boardTitle }: { name: string; boardTitle: string }) {
  const { t } = useTranslation(['guests', 'common']);
  const queries = useQueryClient();
  const signOut = useSignOut();
  return (
    <>
      <div className="ob-join__board">
        <p className="ob-gate__text">{t('joinTitle')}</p>
        <h1 className="ob-gate__title">{boardTitle}</h1>
      </div>
      <p className="ob-join__as">{t('signedInTitle', { name })}</p>
      <p className="ob-gate__text">{t('signedInText')}</p>
      <Button
        size="lg"
        variant="primary"
        block
        busy={signOut.isPending}
        onClick={() =>
          signOut.mutate(undefined, {
            onSuccess: (isOut) => isOut && queries.invalidateQueries({ queryKey: ['guestOffer'] }),
          })
        }
      >
        {t('signOutAndJoin')}
      </Button>
      <ButtonLink variant="quiet" block href={paths.boards()}>
        {t('common:goHome')}
      </ButtonLink>
    </>
  );
}
