import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/useProblemText.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';

export interface AskedProps<Data> {
  readonly query: {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly refetch: () => Promise<unknown>;
  };
  readonly children: (data: Data) => ReactNode;
}

/** What was asked of the server, or why it is not there yet. */
export function Asked<Data>({ query, children }: AskedProps<Data>) {
  const { t } = useTranslation(['admin', 'common']);
  const problemText = useProblemText();
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) {
    return (
      <div role="status">
        <VisuallyHidden>{t('loading')}</VisuallyHidden>
        <Skeleton height="14rem" />
      </div>
    );
  }
  return (
    <Banner
      tone="negative"
      role="alert"
      action={
        <Button size="sm" onClick={() => void query.refetch()}>
          {t('common:retry')}
        </Button>
      }
    >
      {problemText(query.error)}
    </Banner>
  );
}
