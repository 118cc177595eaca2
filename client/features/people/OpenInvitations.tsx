import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../shared/i18n/dates.ts';
import type { People } from '../../../shared/protocol/people.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { currentLanguage } from '../../i18n.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { toast } from '../../ui/toast.ts';
import { usePeopleChanges } from './usePeople.ts';

/** Links that still let people in, each with the way to end it. */
export function OpenInvitations({ boardId, invitations }: { boardId: string; invitations: People['invitations'] }) {
  const { t } = useTranslation(['people', 'common']);
  const problemText = useProblemText();
  const heading = useId();
  const { revoke } = usePeopleChanges(boardId);
  if (invitations.length === 0) return null;
  return (
    <section className="ob-people__section" aria-labelledby={heading}>
      <h3 id={heading}>{t('openInvitations')}</h3>
      <ul>
        {invitations.map((invitation) => (
          <li key={invitation.id} className="ob-person">
            <div className="ob-person__who">
              <p className="ob-person__name">{invitation.organisation.name}</p>
              <p className="ob-person__email">
                {t('invitationLine', {
                  role: t(`common:role.${invitation.role}`),
                  date: formatDate(invitation.expiresAt, currentLanguage()),
                })}
                {' · '}
                {invitation.used === 0 ? t('usedNone') : t('used', { count: invitation.used })}
              </p>
            </div>
            <IconButton
              icon={Trash2}
              label={t('revoke', { organisation: invitation.organisation.name })}
              onClick={() =>
                revoke.mutate(invitation.id, {
                  onSuccess: () => toast(t('revoked')),
                  onError: (error) => toast(problemText(error), { tone: 'negative' }),
                })
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
