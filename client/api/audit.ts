import { useQuery } from '@tanstack/react-query';
import type { AuditGroup } from '../../shared/access/auditActions.ts';
import type { AuditPage, RightsOverview } from '../../shared/protocol/audit.ts';
import { boardKey } from './boards.ts';
import { request } from './request.ts';

function query(group: AuditGroup | undefined, before: number | undefined): string {
  const given = { ...(group && { group }), ...(before !== undefined && { before: String(before) }) };
  return new URLSearchParams(given).toString();
}

/**
 * A page of the log of a board, or without one of that of the installation; the newest first.
 * @param before that of the page before it
 */
export function useAudit(boardId: string | undefined, group: AuditGroup | undefined, before: number | undefined) {
  const path = boardId === undefined ? '/admin/audit' : `/boards/${encodeURIComponent(boardId)}/audit`;
  const key = boardId === undefined ? ['admin'] : boardKey(boardId);
  return useQuery({
    queryKey: [...key, 'audit', group ?? 'all', before ?? 'newest'],
    queryFn: () => request<AuditPage>('GET', `${path}?${query(group, before)}`),
  });
}

/** Who may do what on a board now. */
export function useRights(boardId: string) {
  return useQuery({
    queryKey: [...boardKey(boardId), 'rights'],
    queryFn: () => request<RightsOverview>('GET', `/boards/${encodeURIComponent(boardId)}/rights`),
  });
}
