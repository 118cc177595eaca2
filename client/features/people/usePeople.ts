import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BoardSettings } from '../../../shared/access/boardSettings.ts';
import type { Mode, Role } from '../../../shared/access/roles.ts';
import type { InvitationCreated } from '../../../shared/protocol/invitations.ts';
import { BOARDS_KEY, boardKey } from '../../api/boards.ts';
import { request } from '../../api/request.ts';
import { api } from '../../api.ts';

function peopleKey(boardId: string) {
  return [...boardKey(boardId), 'people'] as const;
}

export function usePeople(boardId: string) {
  return useQuery({ queryKey: peopleKey(boardId), queryFn: () => api.people.list(boardId) });
}

/** What changes people, invitations, rules or mode of one board; the lists follow. */
export function usePeopleChanges(boardId: string) {
  const queries = useQueryClient();
  const onSuccess = async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: boardKey(boardId) }),
      queries.invalidateQueries({ queryKey: BOARDS_KEY }),
    ]);
  };
  return {
    setMode: useMutation({ mutationFn: (mode: Mode) => api.boards.change(boardId, { mode }), onSuccess }),
    setRules: useMutation({
      mutationFn: (settings: Partial<BoardSettings>) => api.boards.change(boardId, { settings }),
      onSuccess,
    }),
    wearHat: useMutation({
      mutationFn: (organisationId: string) =>
        request<void>('PUT', `/boards/${encodeURIComponent(boardId)}/hat`, { organisationId }),
      onSuccess,
    }),
    changeRole: useMutation({
      mutationFn: ({ userId, role }: { userId: string; role: Role }) => api.people.change(boardId, userId, { role }),
      onSuccess,
    }),
    appoint: useMutation({
      mutationFn: ({ userId, isContact }: { userId: string; isContact: boolean }) =>
        api.people.change(boardId, userId, { isContact }),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (userId: string) => api.people.remove(boardId, userId), onSuccess }),
    invite: useMutation({
      mutationFn: (invitation: Parameters<typeof api.invitations.create>[1]) =>
        api.invitations.create(boardId, invitation),
      onSuccess,
    }),
    renew: useMutation({
      mutationFn: (invitationId: string) =>
        request<InvitationCreated>('POST', `/boards/${encodeURIComponent(boardId)}/invitations/${invitationId}/renew`),
      onSuccess,
    }),
    revoke: useMutation({
      mutationFn: (invitationId: string) => api.invitations.revoke(boardId, invitationId),
      onSuccess,
    }),
  };
}
