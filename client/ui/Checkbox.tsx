import './Checkbox.css';
import type { ReactNode } from 'react';

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One of several things that may hold at once, in a filter for example. */
export function Checkbox({ children, checked, onChange }: CheckboxProps) {
  return (
    <label className="ob-checkbox">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span className="ob-checkbox__text">{children}</span>
    </label>
  );
}
