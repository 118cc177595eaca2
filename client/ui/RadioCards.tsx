import './RadioCards.css';
import { type ReactNode, useId } from 'react';
import { classNames } from './classNames.ts';

export interface RadioCardsProps<Value extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly description: ReactNode }[];
  readonly disabled?: boolean;
}

/** One choice out of a few that each need a sentence. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, hideLabel = false, value, onChange, options, disabled = false } = props;
  const name = useId();
  return (
    <fieldset className="ob-fieldset" disabled={disabled}>
      <legend className={classNames('ob-fieldset__legend', hideLabel && 'ob-visually-hidden')}>{label}</legend>
      <div className="ob-radio-cards">
        {options.map((option) => (
          <label key={option.value} className="ob-radio-card">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              aria-describedby={`${name}-${option.value}`}
            />
            <span className="ob-radio-card__text">
              <span className="ob-radio-card__label">{option.label}</span>
              <span id={`${name}-${option.value}`} className="ob-radio-card__description">
                {option.description}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
