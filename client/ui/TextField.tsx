import { type InputHTMLAttributes, type Ref, useId } from 'react';
import { describedBy, Field, type FieldTexts } from './Field.tsx';

export interface TextFieldProps
  extends FieldTexts,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'size' | 'id'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** One line of text. Pass `autoComplete` wherever the browser may know the answer. */
export function TextField({ label, hint, error, hideLabel, value, onChange, type = 'text', ...rest }: TextFieldProps) {
  const id = useId();
  const texts = { label, hint, error, ...(hideLabel && { hideLabel }) };
  return (
    <Field id={id} {...texts}>
      <input
        {...rest}
        id={id}
        type={type}
        className="ob-field__control"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, texts)}
      />
    </Field>
  );
}
