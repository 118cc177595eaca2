import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useProblemText } from '../../api/useProblemText.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toast.ts';
import { waitingOf } from './guestGroups.ts';
import { useGuestChanges, useGuests } from './useGuests.ts';
import './strip.css';

/** Tells a facilitator, on the board, that guests wait. */
export function WaitingGuests({ boardId }: { boardId: string }) {
  const { t } = useTranslation('guests');
  const problemText = useProblemText();
  const [, navigate] = useLocation();
  const { data } = useGuests(boardId);
  const { admit } = useGuestChanges(boardId);
  const count = waitingOf(data?.guests ?? []).length;
  if (count === 0) return null;
  return (
    <Banner
      tone="info"
      role="status"
      action={
        <div className="ob-strip__actions">
          <Button size="sm" onClick={() => navigate(paths.guests(boardId) + window.location.search)}>
            {t('show')}
          </Button>
          <Button
            size="sm"
            variant="primary"
            busy={admit.isPending}
            onClick={() =>
              admit.mutate(
                {},
                {
                  onSuccess: () => toast(t('admitted', { count })),
                  onError: (error) => toast(problemText(error), { tone: 'negative' }),
                },
              )
            }
          >
            {t('admitAll')}
          </Button>
        </div>
      }
    >
      {t('waiting', { count })}
    </Banner>
  );
}
