import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AdminInvitationList,
  AdminOrganisation,
  AdminOverview,
  AdminPeople,
  AdminPeopleQuery,
} from '../../shared/protocol/admin.ts';
import { request } from './request.ts';

const KEY = ['admin'] as const;
const segment = encodeURIComponent;

/** How the installation does; asked again while one looks. */
export function useAdminOverview() {
  return useQuery({
    queryKey: [...KEY, 'overview'],
    queryFn: () => request<AdminOverview>('GET', '/admin/overview'),
    refetchInterval: 15_000,
  });
}

export function useAdminOrganisations() {
  return useQuery({
    queryKey: [...KEY, 'organisations'],
    queryFn: () => request<{ organisations: AdminOrganisation[] }>('GET', '/admin/organisations'),
  });
}

export function useAdminPeople(query: AdminPeopleQuery) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return useQuery({
    queryKey: [...KEY, 'people', search],
    queryFn: () => request<AdminPeople>('GET', `/admin/people?${search}`),
    placeholderData: keepPreviousData,
  });
}

export function useAdminInvitations() {
  return useQuery({
    queryKey: [...KEY, 'invitations'],
    queryFn: () => request<AdminInvitationList>('GET', '/admin/invitations'),
  });
}

/** What the administrator does; the lists follow. */
export function useAdminActs() {
  const queries = useQueryClient();
  const onSuccess = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: KEY });
  };
  return {
    /** Makes an organisation, or renames the one that has this id. */
    nameOrganisation: useMutation({
      mutationFn: ({ id, name }: { id: string | undefined; name: string }) =>
        id === undefined
          ? request<unknown>('POST', '/admin/organisations', { name })
          : request<unknown>('PATCH', `/admin/organisations/${segment(id)}`, { name }),
      onSuccess,
    }),
    signOut: useMutation({
      mutationFn: (userId: string) => request<void>('POST', `/admin/people/${segment(userId)}/sign-out`, {}),
      onSuccess,
    }),
    makeLink: useMutation({
      mutationFn: (userId: string) =>
        request<{ url: string }>('POST', `/admin/people/${segment(userId)}/sign-in-link`, {}),
      onSuccess,
    }),
  };
}
