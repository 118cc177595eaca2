import './Chip.css';
import { ChevronDown, type LucideIcon, X } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';

export interface ChipProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly children: ReactNode;
  readonly icon?: LucideIcon;
  /** Stands filled: a filter that is on. */
  readonly active?: boolean;
  /** For a chip that is itself on or off. */
  readonly pressed?: boolean;
  /** It opens something below it. */
  readonly arrow?: boolean;
  /** With this the chip carries a second button that takes it away; both have words. */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A pill for a filter or a choice. */
export function Chip(props: ChipProps) {
  const { children, icon, active = false, pressed, arrow = false, onRemove, removeLabel, className, ...rest } = props;
  const filled = active || pressed === true;
  return (
    <span className={classNames('ob-chip', filled && 'ob-chip--filled', className)}>
      <button type="button" {...rest} aria-pressed={pressed} className="ob-chip__button">
        {icon && <Icon of={icon} />}
        <span className="ob-chip__text">{children}</span>
        {arrow && <Icon of={ChevronDown} />}
      </button>
      {onRemove && (
        <button type="button" className="ob-chip__remove" aria-label={removeLabel} onClick={onRemove}>
          <Icon of={X} />
        </button>
      )}
    </span>
  );
}
