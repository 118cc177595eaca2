import './IconButton.css';
import type { LucideIcon } from 'lucide-react';
import { type ButtonHTMLAttributes, type Ref, useRef } from 'react';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import { TooltipFor } from './TooltipFor.tsx';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly icon: LucideIcon;
  /** Accessible name, and the tooltip unless that says something else. */
  readonly label: string;
  readonly tooltip?: string | undefined;
  readonly size?: 'sm' | 'md';
  readonly variant?: 'quiet' | 'outlined';
  /** For a button that stays pressed. */
  readonly pressed?: boolean;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

/** A button that is only an icon: it always has a name, and says it in a tooltip. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, tooltip = label, size = 'md', variant = 'quiet', pressed, className, ref, ...rest } = props;
  const own = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        type="button"
        {...rest}
        ref={(element) => {
          own.current = element;
          if (typeof ref === 'function') ref(element);
          else if (ref) ref.current = element;
        }}
        aria-label={label}
        aria-pressed={pressed}
        className={classNames('ob-icon-button', `ob-icon-button--${size}`, `ob-icon-button--${variant}`, className)}
      >
        <Icon of={icon} size={size === 'sm' ? 16 : 18} />
      </button>
      <TooltipFor target={own} text={tooltip} />
    </>
  );
}
