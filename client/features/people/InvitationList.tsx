import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardInvitation, InvitationCreated } from '../../../shared/protocol/invitations.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { toast } from '../../ui/toast.ts';
import { InvitationMade } from './InvitationMade.tsx';
import { InvitationRow } from './InvitationRow.tsx';
import { usePeopleChanges } from './usePeople.ts';

/** Invitations of the last month, each with what became of it, and with the ways to renew and end it. */
export function InvitationList({ boardId, invitations }: { boardId: string; invitations: readonly BoardInvitation[] }) {
  const { t } = useTranslation(['people', 'invitations', 'common']);
  const problemText = useProblemText();
  const heading = useId();
  const { revoke, renew } = usePeopleChanges(boardId);
  const [renewed, setRenewed] = useState<InvitationCreated>();
  const onError = (error: Error): void => void toast(problemText(error), { tone: 'negative' });
  if (invitations.length === 0) return null;
  return (
    <section className="ob-people__section" aria-labelledby={heading}>
      <h3 id={heading}>{t('invitations:listTitle')}</h3>
      <ul>
        {invitations.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            onRenew={() => renew.mutate(invitation.id, { onSuccess: setRenewed, onError })}
            onRevoke={() => revoke.mutate(invitation.id, { onSuccess: () => toast(t('revoked')), onError })}
          >
            {renewed?.id === invitation.id && (
              <InvitationMade invitation={renewed} onAgain={() => setRenewed(undefined)} />
            )}
          </InvitationRow>
        ))}
      </ul>
    </section>
  );
}
