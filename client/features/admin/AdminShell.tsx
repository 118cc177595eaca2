import './admin.css';
import { Building2, Gauge, History, Link2, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { HomeBar } from '../../HomeBar.tsx';
import { paths } from '../../paths.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PageShell } from '../../ui/PageShell.tsx';
import { usePageTitle } from '../../usePageTitle.ts';

const PAGES = [
  { id: 'overview', path: '', icon: Gauge },
  { id: 'organisations', path: 'organisaties', icon: Building2 },
  { id: 'people', path: 'mensen', icon: Users },
  { id: 'invitations', path: 'uitnodigingen', icon: Link2 },
  { id: 'log', path: 'logboek', icon: History },
] as const;

export interface AdminShellProps {
  readonly page: (typeof PAGES)[number]['id'];
  /** Beside the title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** Frame of the administrator's pages, with the way between them. */
export function AdminShell({ page, action, children }: AdminShellProps) {
  const { t } = useTranslation('admin');
  const title = t(`page.${page}`);
  usePageTitle(`${title} · ${t('title')}`);
  return (
    <PageShell bar={<HomeBar />}>
      <p className="ob-admin__name">{t('title')}</p>
      <nav className="ob-admin__nav" aria-label={t('pages')}>
        {PAGES.map(({ id, path, icon }) => (
          <Link key={id} href={paths.admin(path)} aria-current={id === page ? 'page' : undefined}>
            <Icon of={icon} />
            {t(`page.${id}`)}
          </Link>
        ))}
      </nav>
      <header className="ob-page__header">
        <div>
          <h1 className="ob-page__title">{title}</h1>
          <p className="ob-page__lead">{t(`lead.${page}`)}</p>
        </div>
        {action}
      </header>
      {children}
    </PageShell>
  );
}
