import './TopBar.css';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Icon } from './Icon.tsx';
import { Logo } from './Logo.tsx';

export interface TopBarProps {
  /** Where the logo leads (and, on a phone, the arrow back). */
  readonly homeHref: string;
  readonly homeLabel: string;
  readonly title: ReactNode;
  /** One quiet line: organisation, years, who may write. */
  readonly subtitle?: ReactNode;
  /** `TopBarNav`. */
  readonly nav?: ReactNode;
  /** `SavedIndicator`. */
  readonly status?: ReactNode;
  /** `PresenceStack`. */
  readonly presence?: ReactNode;
  readonly actions?: ReactNode;
}

/** The bar above a board and above every other screen. */
export function TopBar({ homeHref, homeLabel, title, subtitle, nav, status, presence, actions }: TopBarProps) {
  return (
    <header className="ob-top-bar">
      <Link href={homeHref} className="ob-top-bar__home" aria-label={homeLabel}>
        <span className="ob-top-bar__back">
          <Icon of={ChevronLeft} size={22} />
        </span>
        <span className="ob-top-bar__logo">
          <Logo />
        </span>
      </Link>
      <div className="ob-top-bar__heading">
        <h1 className="ob-top-bar__title">{title}</h1>
        {subtitle !== undefined && <div className="ob-top-bar__subtitle">{subtitle}</div>}
      </div>
      {nav}
      <div className="ob-top-bar__end">
        {status}
        {presence}
        {actions}
      </div>
    </header>
  );
}

export interface TopBarNavItem {
  readonly href: string;
  readonly label: string;
  readonly icon: Parameters<typeof Icon>[0]['of'];
  readonly current: boolean;
}

/** The views of a board. */
export function TopBarNav({ items }: { items: readonly TopBarNavItem[] }) {
  const { t } = useTranslation('common');
  return (
    <nav className="ob-top-bar__nav" aria-label={t('views')}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
          <Icon of={item.icon} />
          <span>{item.label}</span>
        </Link>
      ))}
    </nav>
  );
}
