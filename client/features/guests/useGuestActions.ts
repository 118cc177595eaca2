import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../api/useProblemText.ts';
import { toast } from '../../ui/toast.ts';
import { waitingOf } from './guestGroups.ts';
import { useGuestChanges, useGuests } from './useGuests.ts';

/** Admitting, with the words that say what came of it. */
export function useGuestActions(boardId: string) {
  const { t } = useTranslation('guests');
  const problemText = useProblemText();
  const { data } = useGuests(boardId);
  const { admit } = useGuestChanges(boardId);
  const onError = (error: unknown) => toast(problemText(error), { tone: 'negative' });
  return {
    isAdmitting: admit.isPending,
    /** @param ids absent: everyone who waits */
    admit: (ids?: readonly string[], organisationId?: string) => {
      const count = ids?.length ?? waitingOf(data?.guests ?? []).length;
      admit.mutate(
        {
          ...(ids && { guestIds: [...ids] }),
          ...(organisationId !== undefined && { organisation: { id: organisationId } }),
        },
        { onSuccess: () => toast(t('admitted', { count })), onError },
      );
    },
    letRead: (id: string) => admit.mutate({ guestIds: [id], as: 'reader' }, { onError }),
  };
}
