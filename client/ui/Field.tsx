import './Field.css';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';

export interface FieldTexts {
  readonly label: string;
  /** Stands under the label, before one types. */
  readonly hint?: ReactNode | undefined;
  /** What is wrong and what to do. */
  readonly error?: string | undefined;
  /** For a field whose meaning is plain to see; the label stays for screen readers. */
  readonly hideLabel?: boolean;
}

/** Ids with which a control points at its hint and error. */
export function describedBy(id: string, { hint, error }: FieldTexts): string | undefined {
  return (
    [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') || undefined
  );
}

/** Label, hint and error around one control. */
export function Field({
  id,
  children,
  label,
  hint,
  error,
  hideLabel,
}: FieldTexts & { id: string; children: ReactNode }) {
  return (
    <div className="ob-field">
      <label htmlFor={id} className={classNames('ob-field__label', hideLabel && 'ob-visually-hidden')}>
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="ob-field__hint">
          {hint}
        </p>
      )}
      {children}
      {error !== undefined && (
        <p id={`${id}-error`} className="ob-field__error">
          <Icon of={CircleAlert} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
