import './GatePage.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardSketch } from './BoardSketch.tsx';
import { Logo } from './Logo.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { useScreenFocus } from './useScreenFocus.ts';

/** Frame of the screens before one is inside: signing in and invitations. */
export function GatePage({ lead, children, footer }: { lead: string; children: ReactNode; footer?: ReactNode }) {
  const { t } = useTranslation();
  const content = useScreenFocus<HTMLElement>();
  return (
    <div className="ob-gate">
      <header className="ob-gate__brand">
        <p className="ob-gate__name">
          <Logo size={30} />
          {t('productName')}
        </p>
        <p className="ob-gate__lead">{lead}</p>
        <div className="ob-gate__sketch">
          <BoardSketch columns={6} sections={14} activities={62} organisations={8} />
        </div>
      </header>
      <main ref={content} className="ob-gate__main" id="content" tabIndex={-1}>
        <div className="ob-gate__sheet">
          <OfflineBanner />
          {children}
        </div>
        {footer && <div className="ob-gate__footer">{footer}</div>}
      </main>
    </div>
  );
}
