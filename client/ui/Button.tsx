import './Button.css';
import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './classNames.ts';
import { Icon } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';

export interface ButtonLook {
  /** One primary action a screen. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'sm' | 'md' | 'lg';
  readonly icon?: LucideIcon | undefined;
  readonly block?: boolean;
}

export interface ButtonProps extends ButtonLook, ButtonHTMLAttributes<HTMLButtonElement> {
  /** Shows that the action is under way; further presses do nothing meanwhile. */
  readonly busy?: boolean;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

export function buttonClass({ variant = 'secondary', size = 'md', block }: ButtonLook, extra?: string): string {
  return classNames('ob-button', `ob-button--${variant}`, `ob-button--${size}`, block && 'ob-button--block', extra);
}

/** A button with words. It keeps its focus while busy, since a disabled button would lose it. */
export function Button(props: ButtonProps) {
  const { variant, size, icon, block, busy = false, className, children, onClick, type = 'button', ...rest } = props;
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(
        { ...(variant && { variant }), ...(size && { size }), ...(block && { block }) },
        className,
      )}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <Spinner /> : icon && <Icon of={icon} />}
      <span className="ob-button__label">{children}</span>
    </button>
  );
}
