import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../shared/i18n/dates.ts';
import type { AdminPerson } from '../../../shared/protocol/admin.ts';
import { useAdminActs } from '../../api/admin.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { currentLanguage } from '../../i18n.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** Makes a sign-in link and shows it once, with what one should know of it. */
export function LinkDialog({ person, onClose }: { person: AdminPerson; onClose: () => void }) {
  const { t } = useTranslation(['admin', 'common']);
  const problemText = useProblemText();
  const { makeLink } = useAdminActs();
  const { name } = person;
  const date = formatDate(new Date(Date.now() + WEEK_MS).toISOString(), currentLanguage());
  return (
    <Dialog
      isOpen
      size="sm"
      title={t('linkTitle', { name })}
      onClose={onClose}
      footer={
        makeLink.data ? (
          <Button onClick={onClose}>{t('common:close')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button variant="primary" busy={makeLink.isPending} onClick={() => makeLink.mutate(person.id)}>
              {t('makeLink')}
            </Button>
          </>
        )
      }
    >
      <div className="ob-admin__form">
        <p>{t('linkText', { name, date })}</p>
        {makeLink.isError && (
          <Banner tone="negative" role="alert">
            {problemText(makeLink.error)}
          </Banner>
        )}
        {makeLink.data && <CopyField label={t('link')} value={makeLink.data.url} />}
      </div>
    </Dialog>
  );
}
