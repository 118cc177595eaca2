import './Select.css';
import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { classNames } from './classNames.ts';
import { describedBy, Field, type FieldTexts } from './Field.tsx';
import { Icon } from './Icon.tsx';

export interface SelectProps<Value extends string> extends FieldTexts {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly disabled?: boolean;
  readonly size?: 'sm' | 'md';
}

/** The browser's own select: keyboard, screen reader and the phone's picker come with it. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, onChange, options, disabled = false, size = 'md', label, hint, error, hideLabel } = props;
  const id = useId();
  const texts = { label, hint, error, ...(hideLabel && { hideLabel }) };
  return (
    <Field id={id} {...texts}>
      <div className={classNames('ob-select', size === 'sm' && 'ob-select--sm')}>
        <select
          id={id}
          className="ob-field__control"
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy(id, texts)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon of={ChevronDown} />
      </div>
    </Field>
  );
}
