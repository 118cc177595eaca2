import { useTranslation } from 'react-i18next';
import type { Guest, GuestAdmission } from '../../../shared/protocol/guests.ts';
import { useProblemText } from '../../api/useProblemText.ts';
import { toast } from '../../ui/toast.ts';
import { TYPED } from './GuestRow.tsx';
import { useGuestChanges } from './useGuests.ts';

/** One admission for each organisation that was chosen in place of what guests typed, and one for all others. */
function admissionsOf(guests: readonly Guest[], as: ReadonlyMap<string, string>): GuestAdmission[] {
  const chosen = ({ id }: Guest): string => as.get(id) ?? TYPED;
  return [...new Set(guests.map(chosen))].map((organisationId) => ({
    guestIds: guests.filter((guest) => chosen(guest) === organisationId).map(({ id }) => id),
    ...(organisationId !== TYPED && { organisation: { id: organisationId } }),
  }));
}

/** Admitting, with the words that say what came of it. */
export function useGuestActions(boardId: string) {
  const { t } = useTranslation('guests');
  const problemText = useProblemText();
  const { admit } = useGuestChanges(boardId);
  const onError = (error: unknown) => toast(problemText(error), { tone: 'negative' });
  return {
    isAdmitting: admit.isPending,
    /** @param as organisations in place of what they typed, by guest */
    admit: async (guests: readonly Guest[], as: ReadonlyMap<string, string>): Promise<void> => {
      try {
        for (const admission of admissionsOf(guests, as)) await admit.mutateAsync(admission);
        toast(t('admitted', { count: guests.length }));
      } catch (error) {
        onError(error);
      }
    },
    letRead: (id: string) => admit.mutate({ guestIds: [id], as: 'reader' }, { onError }),
  };
}
