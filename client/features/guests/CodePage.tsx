import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { cleanGuestCode, GUEST_CODE_LENGTH } from '../../../shared/access/guestCode.ts';
import { LanguageSwitch } from '../../LanguageSwitch.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { GatePage } from '../../ui/GatePage.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { usePageTitle } from '../../usePageTitle.ts';
import './join.css';

/** Asks the code of who came without one. */
export function CodePage() {
  const { t } = useTranslation('guests');
  const [, navigate] = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  usePageTitle(t('codePageTitle'));

  function submit(event: FormEvent) {
    event.preventDefault();
    const code = cleanGuestCode(typed);
    const isCode = code.length === GUEST_CODE_LENGTH && /^\w+$/.test(code);
    setWrong(!isCode);
    if (isCode) navigate(paths.join(code));
    else field.current?.focus();
  }

  return (
    <GatePage lead={t('lead')} footer={<LanguageSwitch />}>
      <h1 className="ob-gate__title">{t('codeFormTitle')}</h1>
      <p className="ob-gate__text">{t('codeFormText')}</p>
      <form className="ob-gate__form ob-code-form" onSubmit={submit} noValidate>
        <TextField
          ref={field}
          label={t('code')}
          hint={t('codeHint')}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          error={isWrong ? t('codeMissing') : undefined}
        />
        <Button type="submit" variant="primary" size="lg" block>
          {t('next')}
        </Button>
      </form>
      <p className="ob-gate__text">
        <Link href={paths.signIn()}>{t('haveAccount')}</Link>
      </p>
    </GatePage>
  );
}
