import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation } from 'wouter';
import { useSession, useSignOut } from '../../api/session.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { isEmailAddress } from '../../emailAddress.ts';
import { HomeBar } from '../../HomeBar.tsx';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { PageShell } from '../../ui/PageShell.tsx';
import { usePageTitle } from '../../usePageTitle.ts';
import { Devices } from './Devices.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { Preferences } from './Preferences.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import './account.css';

/** Name, language, colours, password, devices, and out. */
export function AccountPage() {
  const { t } = useTranslation('account');
  const { t: tDevices } = useTranslation('devices');
  const problemText = useProblemText();
  const [, navigate] = useLocation();
  const session = useSession().data;
  const signOut = useSignOut();
  usePageTitle(t('pageTitle'));
  if (!session) return null;
  const { user } = session;
  // A guest has no account.
  if (user.guest) return <Redirect to={paths.boards()} replace />;

  return (
    <PageShell bar={<HomeBar />} width="sm">
      <header className="ob-page__header">
        <div>
          <h1 className="ob-page__title">{t('pageTitle')}</h1>
          <p className="ob-page__lead">{t('lead')}</p>
        </div>
      </header>
      <section className="ob-sheet" aria-labelledby="about-you">
        <h2 id="about-you">{t('aboutYou')}</h2>
        <ProfileForm
          field="name"
          value={user.name}
          label={t('name')}
          hint={t('nameHint')}
          wrong={(text) => (text === '' ? t('nameMissing') : undefined)}
          saved={t('nameSaved')}
        />
        <ProfileForm
          field="email"
          value={user.email}
          label={t('email')}
          hint={t(user.email === '' ? 'emailNone' : 'emailHint')}
          wrong={(text) => (isEmailAddress(text) ? undefined : t('emailWrong'))}
          saved={t('emailSaved')}
          asksPassword={session.hasPassword}
        />
        {user.organisation ? (
          <dl className="ob-facts">
            <dt>{t('organisation')}</dt>
            <dd>{user.organisation.name}</dd>
          </dl>
        ) : (
          <ProfileForm
            field="organisation"
            value=""
            label={t('organisation')}
            hint={t('organisationHint')}
            wrong={(text) => (text === '' ? t('organisationMissing') : undefined)}
            saved={t('organisationSaved')}
          />
        )}
      </section>
      <section className="ob-sheet" aria-labelledby="preferences">
        <h2 id="preferences">{t('preferences')}</h2>
        <Preferences />
      </section>
      <section className="ob-sheet" aria-labelledby="password">
        <h2 id="password">{t('password')}</h2>
        <PasswordForm key={String(session.hasPassword)} hasPassword={session.hasPassword} email={user.email} />
      </section>
      <section className="ob-sheet" aria-labelledby="devices">
        <h2 id="devices">{tDevices('title')}</h2>
        <Devices />
      </section>
      <section className="ob-sheet ob-sheet--row" aria-labelledby="sign-out">
        <div>
          <h2 id="sign-out">{t('signOutTitle')}</h2>
          <p className="ob-sheet__text">{t('signOutText')}</p>
        </div>
        <Button
          icon={LogOut}
          busy={signOut.isPending}
          onClick={() => signOut.mutate(undefined, { onSuccess: (isOut) => isOut && navigate(paths.signIn()) })}
        >
          {t('signOut')}
        </Button>
        {signOut.isError && (
          <Banner tone="negative" role="alert">
            {problemText(signOut.error)}
          </Banner>
        )}
      </section>
    </PageShell>
  );
}
