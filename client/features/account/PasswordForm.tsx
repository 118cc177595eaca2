import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/useProblemText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { toast } from '../../ui/toast.ts';
import { useChangeProfile } from './useChangeProfile.ts';

const SHORTEST = 10;

/** Sets a first password, or changes it for who knows the old one. */
export function PasswordForm({ hasPassword, email }: { hasPassword: boolean; email: string }) {
  const { t } = useTranslation('account');
  const problemText = useProblemText();
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [short, setShort] = useState(false);
  const change = useChangeProfile();

  function submit(event: FormEvent) {
    event.preventDefault();
    setShort(next.length < SHORTEST);
    if (next.length < SHORTEST) return;
    change.mutate(
      { password: { ...(hasPassword && { old }), new: next } },
      {
        onSuccess: () => {
          setOld('');
          setNext('');
          toast(t('passwordSaved'));
        },
      },
    );
  }

  return (
    <form className="ob-account__password" onSubmit={submit} noValidate>
      <p className="ob-sheet__text">{t(hasPassword ? 'passwordSet' : 'passwordNone')}</p>
      {change.isError && (
        <Banner tone="negative" role="alert">
          {problemText(change.error)}
        </Banner>
      )}
      {/* So that a password manager knows whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      {hasPassword && (
        <PasswordField label={t('oldPassword')} value={old} onChange={setOld} autoComplete="current-password" />
      )}
      <PasswordField
        label={t('newPassword')}
        hint={t('newPasswordHint')}
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        minLength={SHORTEST}
        error={short ? t('passwordTooShort') : undefined}
      />
      <Button type="submit" busy={change.isPending}>
        {t('savePassword')}
      </Button>
    </form>
  );
}
