import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganisation } from '../../board/boardHooks.ts';
import { useNearlyFull } from '../../board/statusHooks.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';

/** Which parts of the board are nearly as large as they may become, before something is not taken. */
export function NearlyFullNotice() {
  const documents = useNearlyFull();
  const [seen, setSeen] = useState<readonly string[]>([]);
  return documents
    .filter((document) => !seen.includes(document))
    .map((document) => (
      <NearlyFullDocument key={document} document={document} onDone={() => setSeen([...seen, document])} />
    ));
}

function NearlyFullDocument({ document, onDone }: { document: string; onDone: () => void }) {
  const { t } = useTranslation(['boardLater', 'common']);
  const organisation = useOrganisation(document.replace(/^party\//, ''));
  return (
    <Banner
      tone="warning"
      role="alert"
      action={
        <Button size="sm" onClick={onDone}>
          {t('common:close')}
        </Button>
      }
    >
      {organisation ? t('nearlyFull.organisation', { name: organisation.name }) : t('nearlyFull.frame')}
    </Banner>
  );
}
