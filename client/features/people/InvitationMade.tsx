import { UserPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../shared/i18n/dates.ts';
import type { InvitationCreated } from '../../../shared/protocol/invitations.ts';
import { currentLanguage } from '../../i18n.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyField } from '../../ui/CopyField.tsx';

/** What became of an invitation that was just made: it was mailed, or its link is here to copy, this once. */
export function InvitationMade({ invitation, onAgain }: { invitation: InvitationCreated; onAgain: () => void }) {
  const { t } = useTranslation(['people', 'invitations', 'common']);
  const { organisation, role, email, url, expiresAt } = invitation;
  const date = formatDate(expiresAt, currentLanguage());
  return (
    <div className="ob-invite__made">
      {email !== undefined && url !== undefined && (
        <Banner tone="warning" role="alert">
          {t('invitations:notSent')}
        </Banner>
      )}
      {url === undefined ? (
        <p role="status">{t('invitations:sent', { email: email ?? '', date })}</p>
      ) : (
        <>
          <CopyField
            label={t('linkReady', { organisation: organisation.name, role: t(`common:role.${role}`) })}
            value={url}
          />
          <p className="ob-field__hint">{t('linkOnce', { date })}</p>
        </>
      )}
      <Button variant="quiet" icon={UserPlus} onClick={onAgain}>
        {t('invitations:another')}
      </Button>
    </div>
  );
}
