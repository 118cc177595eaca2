import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { paths } from './paths.ts';
import { ButtonLink } from './ui/ButtonLink.tsx';
import { EmptyState } from './ui/EmptyState.tsx';
import { usePageTitle } from './usePageTitle.ts';

/** An address that leads nowhere, or to what one may not see: the two look alike on purpose. */
export function NotFound() {
  const { t } = useTranslation();
  usePageTitle(t('notFoundTitle'));
  return (
    <main className="ob-page">
      <EmptyState
        level="h1"
        icon={Compass}
        title={t('notFoundTitle')}
        action={
          <ButtonLink variant="primary" href={paths.boards()}>
            {t('goHome')}
          </ButtonLink>
        }
      >
        {t('notFoundText')}
      </EmptyState>
    </main>
  );
}
