import './EmptyState.css';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export interface EmptyStateProps {
  readonly icon?: LucideIcon;
  /** Drawing in place of an icon. */
  readonly picture?: ReactNode;
  readonly title: string;
  /** Why it is empty and what one can do. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly level?: 'h1' | 'h2' | 'h3';
}

/** Nothing here yet: says why, and offers the first step. */
export function EmptyState({ icon, picture, title, children, action, level: Heading = 'h2' }: EmptyStateProps) {
  return (
    <div className="ob-empty">
      {picture}
      {icon && (
        <span className="ob-empty__icon">
          <Icon of={icon} size={24} />
        </span>
      )}
      <Heading className="ob-empty__title">{title}</Heading>
      {children !== undefined && <p className="ob-empty__text">{children}</p>}
      {action && <div className="ob-empty__action">{action}</div>}
    </div>
  );
}
