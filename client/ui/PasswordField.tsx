import './PasswordField.css';
import { Eye, EyeOff } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describedBy, Field, type FieldTexts } from './Field.tsx';
import { IconButton } from './IconButton.tsx';

export interface PasswordFieldProps extends FieldTexts {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly required?: boolean;
  readonly minLength?: number;
}

/** A password that one can show while typing it; pasting stays allowed. */
export function PasswordField({ label, hint, error, value, onChange, ...rest }: PasswordFieldProps) {
  const { t } = useTranslation('common');
  const id = useId();
  const [shown, setShown] = useState(false);
  const texts = { label, hint, error };
  return (
    <Field id={id} {...texts}>
      <div className="ob-password">
        <input
          {...rest}
          id={id}
          type={shown ? 'text' : 'password'}
          className="ob-field__control"
          value={value}
          spellCheck={false}
          autoCapitalize="none"
          onChange={(event) => onChange(event.target.value)}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy(id, texts)}
        />
        <IconButton
          className="ob-password__eye"
          icon={shown ? EyeOff : Eye}
          label={shown ? t('hidePassword') : t('showPassword')}
          onClick={() => setShown(!shown)}
        />
      </div>
    </Field>
  );
}
