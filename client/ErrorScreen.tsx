import { RefreshCw, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './ui/Button.tsx';
import { EmptyState } from './ui/EmptyState.tsx';

export function ErrorScreen({ newVersion }: { newVersion: boolean }) {
  const { t } = useTranslation();
  return (
    <main className="ob-page">
      <EmptyState
        level="h1"
        icon={newVersion ? RefreshCw : TriangleAlert}
        title={t(newVersion ? 'newVersionTitle' : 'errorTitle')}
        action={
          <Button variant="primary" icon={RefreshCw} onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        }
      >
        {t(newVersion ? 'newVersionText' : 'errorText')}
      </EmptyState>
    </main>
  );
}
