import './SegmentedControl.css';
import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';

export interface SegmentedControlProps<Value extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly icon?: LucideIcon }[];
}

/** One choice out of a few, all in sight: radio buttons in one strip. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, hideLabel = false, value, onChange, options } = props;
  const name = useId();
  return (
    <fieldset className="ob-fieldset">
      <legend className={classNames('ob-fieldset__legend', hideLabel && 'ob-visually-hidden')}>{label}</legend>
      <div className="ob-segments">
        {options.map((option) => (
          <label key={option.value} className="ob-segments__option">
            <input
              type="radio"
              className="ob-visually-hidden"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.icon && <Icon of={option.icon} />}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
