import './Tag.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export interface TagProps {
  readonly children: ReactNode;
  readonly tone?: 'neutral' | 'action' | 'warning' | 'outlined';
  readonly icon?: LucideIcon;
}

/** A quiet label that states something and does nothing. */
export function Tag({ children, tone = 'neutral', icon }: TagProps) {
  return (
    <span className={`ob-tag ob-tag--${tone}`}>
      {icon && <Icon of={icon} size={14} />}
      {children}
    </span>
  );
}
