import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuestsClaimed } from '../shared/protocol/guests.ts';
import { problemCode } from './api/problem.ts';
import { request } from './api/request.ts';
import { useSession } from './api/session.ts';
import { useProblemText } from './api/useProblemText.ts';
import { forgetGuests, keptGuests } from './guestDevice.ts';
import { Banner } from './ui/Banner.tsx';
import { Button } from './ui/Button.tsx';
import { toast } from './ui/toast.ts';
import './ClaimOffer.css';

/** Offers who signs in where a guest was before to take over what that guest wrote. */
export function ClaimOffer() {
  const { t } = useTranslation('guests');
  const problemText = useProblemText();
  const user = useSession().data?.user;
  const [guests, setGuests] = useState(keptGuests);
  const claim = useMutation({
    mutationFn: () =>
      request<GuestsClaimed>('POST', '/guest-claims', {
        tokens: guests.map(({ token }) => token),
      }),
    onSuccess: ({ claimed }) => {
      done();
      toast(t('claimed', { boards: [...new Set(claimed.map(({ boardTitle }) => boardTitle))].join(', ') }));
    },
    onError: (error) => {
      // Somebody has it already: there is nothing to offer any more.
      if (problemCode(error) === 'notFound') done();
      toast(problemCode(error) === 'notFound' ? t('claimGone') : problemText(error), { tone: 'negative' });
    },
  });

  function done() {
    forgetGuests();
    setGuests([]);
  }

  const last = guests.at(-1);
  if (!user || user.guest || !last) return null;
  return (
    <Banner
      tone="info"
      role="status"
      title={t('claimTitle')}
      action={
        <div className="ob-claim__actions">
          <Button size="sm" variant="primary" busy={claim.isPending} onClick={() => claim.mutate()}>
            {t('claim')}
          </Button>
          <Button size="sm" variant="quiet" onClick={done}>
            {t('claimNotMe')}
          </Button>
        </div>
      }
    >
      {t('claimText', { name: last.name, organisation: last.organisation, title: last.boardTitle })}
    </Banner>
  );
}
