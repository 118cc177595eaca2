import './Banner.css';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

const ICONS = { info: Info, warning: TriangleAlert, negative: CircleAlert, positive: CircleCheck };

export interface BannerProps {
  readonly tone: keyof typeof ICONS;
  readonly title?: string;
  /** What happened and what to do. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Read out when it appears: `alert` interrupts. */
  readonly role?: 'status' | 'alert';
}

/** A message that belongs to this place and stays as long as it is true. */
export function Banner({ tone, title, children, action, role }: BannerProps) {
  return (
    <div className={`ob-banner ob-banner--${tone}`} role={role}>
      <Icon of={ICONS[tone]} size={18} />
      <div className="ob-banner__text">
        {title !== undefined && <p className="ob-banner__title">{title}</p>}
        <div>{children}</div>
      </div>
      {action && <div className="ob-banner__action">{action}</div>}
    </div>
  );
}
