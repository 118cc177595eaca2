import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/useProblemText.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast.ts';
import { useChangeProfile } from './useChangeProfile.ts';

export interface ProfileFormProps {
  readonly field: 'name' | 'email' | 'organisation';
  /** What it is now; empty when it is not known. */
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  /** Says what to fill in, when this does not do. */
  readonly wrong: (text: string) => string | undefined;
  readonly saved: string;
  /** The password is asked with a change: whoever finds this page open must not be able to take the account over. */
  readonly asksPassword?: boolean;
}

/** One thing that others see of a person, with a button to save it. */
export function ProfileForm({ field, value, label, hint, wrong, saved, asksPassword }: ProfileFormProps) {
  const { t } = useTranslation(['common', 'account']);
  const problemText = useProblemText();
  const [text, setText] = useState(value);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const change = useChangeProfile();

  function submit(event: FormEvent) {
    event.preventDefault();
    const found = wrong(text.trim());
    setProblem(found);
    if (found !== undefined) return;
    const confirmed = asksPassword ? { currentPassword: password } : {};
    change.mutate(
      { [field]: text.trim(), ...confirmed },
      {
        onSuccess: () => {
          setPassword('');
          toast(saved);
        },
      },
    );
  }

  return (
    <form className="ob-account__line" onSubmit={submit} noValidate>
      <TextField
        label={label}
        hint={hint}
        type={field === 'email' ? 'email' : 'text'}
        value={text}
        onChange={setText}
        autoComplete={field === 'name' ? 'name' : field === 'email' ? 'email' : 'organization'}
        maxLength={field === 'email' ? 254 : 200}
        error={problem ?? (change.isError ? problemText(change.error) : undefined)}
      />
      {asksPassword && text.trim() !== value && (
        <TextField
          label={t('account:oldPassword')}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          maxLength={1024}
        />
      )}
      <Button type="submit" busy={change.isPending} disabled={text.trim() === value}>
        {t('save')}
      </Button>
    </form>
  );
}
