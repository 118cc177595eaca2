import { LogIn } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { keptGuests, setGuestHere } from '../../guestDevice.ts';
import { LanguageSwitch } from '../../LanguageSwitch.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { GatePage } from '../../ui/GatePage.tsx';
import { usePageTitle } from '../../usePageTitle.ts';

/** What a guest sees whose access ended, for whatever reason. */
export function GuestOver() {
  const { t } = useTranslation('guests');
  const [hasWritten] = useState(() => keptGuests().length > 0);
  usePageTitle(t('overTitle'));
  useEffect(() => setGuestHere(undefined), []);
  return (
    <GatePage lead={t('lead')} footer={<LanguageSwitch />}>
      <h1 className="ob-gate__title">{t('overTitle')}</h1>
      <p className="ob-gate__text">{t('overText')}</p>
      {hasWritten && <p className="ob-gate__text">{t('overClaim')}</p>}
      <ButtonLink variant="primary" size="lg" block icon={LogIn} href={paths.join()}>
        {t('overAgain')}
      </ButtonLink>
      <p className="ob-gate__text">
        <Link href={paths.signIn()}>{t('haveAccount')}</Link>
      </p>
    </GatePage>
  );
}
