import { useMutation } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, useSearch } from 'wouter';
import { useSession, useStartSession } from '../../api/session.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { api } from '../../api.ts';
import { isEmailAddress } from '../../emailAddress.ts';
import { guestHere } from '../../guestDevice.ts';
import { LanguageSwitch } from '../../LanguageSwitch.tsx';
import { paths, returnAddress } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { GatePage } from '../../ui/GatePage.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { usePageTitle } from '../../usePageTitle.ts';
import './signIn.css';

/** Signing in with a password, or asking for a link by e-mail. */
export function SignInPage() {
  const { t } = useTranslation(['signIn', 'guests']);
  const problemText = useProblemText();
  const goTo = returnAddress(useSearch());
  const session = useSession();
  const startSession = useStartSession();
  const emailField = useRef<HTMLInputElement>(null);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<{ email?: boolean; password?: boolean }>({});
  const signIn = useMutation({ mutationFn: () => api.session.signIn(email, password), onSuccess: startSession });
  const link = useMutation({ mutationFn: () => api.session.requestLink(email) });
  usePageTitle(t('pageTitle'));

  // Who was a guest there a moment ago is told that this is over, and not asked for a password.
  const here = guestHere();
  if (session.data === null && here !== undefined && goTo.startsWith(paths.board(here))) {
    return <Redirect to={paths.guestOver()} replace />;
  }
  if (session.data) return <Redirect to={goTo} replace />;

  function checkEmail(): boolean {
    if (isEmailAddress(email)) return true;
    emailField.current?.focus();
    return false;
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    link.reset();
    const emailFine = checkEmail();
    setMissing({ email: !emailFine, password: password === '' });
    if (emailFine && password !== '') signIn.mutate();
  }

  function sendLink() {
    signIn.reset();
    const emailFine = checkEmail();
    setMissing({ email: !emailFine });
    if (emailFine) link.mutate();
  }

  const failed = signIn.error ?? link.error;
  return (
    <GatePage lead={t('lead')} footer={<LanguageSwitch />}>
      <h1 className="ob-gate__title">{t('title')}</h1>
      {failed && (
        <Banner tone="negative" role="alert">
          {problemText(failed)}
        </Banner>
      )}
      {link.isSuccess && (
        <Banner tone="positive" role="status" title={t('linkSentTitle')}>
          {t('linkSent', { email })}
        </Banner>
      )}
      <form className="ob-gate__form" onSubmit={submit} noValidate>
        <TextField
          ref={emailField}
          label={t('email')}
          type="email"
          value={email}
          onChange={setEmail}
          autoComplete="username"
          inputMode="email"
          spellCheck={false}
          error={missing.email ? t('emailMissing') : undefined}
        />
        <PasswordField
          label={t('password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={missing.password ? t('passwordMissing') : undefined}
        />
        <Button type="submit" variant="primary" size="lg" block busy={signIn.isPending}>
          {t('submit')}
        </Button>
      </form>
      <p className="ob-sign-in__or">{t('or')}</p>
      <Button icon={Mail} size="lg" block busy={link.isPending} onClick={sendLink}>
        {t('sendLink')}
      </Button>
      <p className="ob-gate__text ob-sign-in__hint">
        {t('invitedHint')} <Link href={paths.join()}>{t('guests:signInHint')}</Link>
      </p>
    </GatePage>
  );
}
