import './CopyField.css';
import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';

/** A text to take along, such as an invitation link: one press copies it and says so. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation('common');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'idle' | 'copied' | 'byHand'>('idle');

  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
      announce(t('copied'));
    } catch {
      // Without a secure connection or permission the browser refuses; the selected text can still be copied by hand.
      input.current?.select();
      setState('byHand');
      announce(t('copyByHand'), 'assertive');
    }
  }

  return (
    <div className="ob-copy">
      <label htmlFor={id} className="ob-field__label">
        {label}
      </label>
      <div className="ob-copy__row">
        <input
          ref={input}
          id={id}
          className="ob-field__control"
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
        />
        <Button
          variant="primary"
          icon={state === 'copied' ? Check : Copy}
          className="ob-copy__button"
          onClick={() => void copy()}
        >
          {state === 'copied' ? t('copied') : t('copy')}
        </Button>
      </div>
      {state === 'byHand' && <p className="ob-field__hint">{t('copyByHand')}</p>}
    </div>
  );
}
