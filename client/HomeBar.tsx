import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountMenu } from './AccountMenu.tsx';
import { paths } from './paths.ts';
import './HomeBar.css';
import { Link } from 'wouter';
import { screen } from './screen.ts';
import { Logo } from './ui/Logo.tsx';

const ClaimOffer = screen(
  () => import('./ClaimOffer.tsx'),
  (m) => m.ClaimOffer,
);

/** The bar above every screen that is not a board: the product's name, and who one is. */
export function HomeBar() {
  const { t } = useTranslation();
  return (
    <>
      <header className="ob-home-bar">
        <Link href={paths.boards()} className="ob-home-bar__brand" aria-label={`${t('productName')}: ${t('goHome')}`}>
          <Logo />
          <span>{t('productName')}</span>
        </Link>
        <AccountMenu />
      </header>
      <Suspense fallback={null}>
        <div className="ob-home-bar__notices">
          <ClaimOffer />
        </div>
      </Suspense>
    </>
  );
}
