import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { GuestList } from '../../../shared/protocol/guests.ts';
import { boardKey } from '../../api/boards.ts';
import { guestApi } from './guestApi.ts';

function guestsKey(boardId: string): QueryKey {
  return [...boardKey(boardId), 'guests'];
}

/** The code and the guests of a board, for its facilitators. Asked again whenever the board says that it changed. */
export function useGuests(boardId: string) {
  return useQuery({ queryKey: guestsKey(boardId), queryFn: () => guestApi.list(boardId) });
}

/** What a facilitator does about guests; each answers with the list as it is then. */
export function useGuestChanges(boardId: string) {
  const queries = useQueryClient();
  const onSuccess = (list: GuestList) => {
    queries.setQueryData(guestsKey(boardId), list);
  };
  return {
    openCode: useMutation({ mutationFn: (approval: boolean) => guestApi.openCode(boardId, approval), onSuccess }),
    setDoor: useMutation({ mutationFn: (approval: boolean) => guestApi.setDoor(boardId, approval), onSuccess }),
    closeCode: useMutation({ mutationFn: (rest: 'stay' | 'go') => guestApi.closeCode(boardId, rest), onSuccess }),
    admit: useMutation({
      mutationFn: (admission: Parameters<typeof guestApi.admit>[1]) => guestApi.admit(boardId, admission),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (ids: readonly string[]) => guestApi.remove(boardId, ids), onSuccess }),
  };
}
