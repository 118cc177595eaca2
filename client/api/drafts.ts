import type { DraftReaders } from '../../shared/protocol/drafts.ts';
import { request } from './request.ts';

const segment = encodeURIComponent;

function address(boardId: string): string {
  return `/boards/${segment(boardId)}/drafts`;
}

/** Key of who sees the drafts of one's organisation on a board. */
export function draftReadersKey(boardId: string) {
  return ['board', boardId, 'draftReaders'] as const;
}

/** Drafts over HTTP. Every function throws `ApiProblem`. */
export const draftsApi = {
  readers: (boardId: string) => request<DraftReaders>('GET', `${address(boardId)}/readers`),
  letIn: (boardId: string, userId: string) => request<void>('PUT', `${address(boardId)}/readers/${segment(userId)}`),
  shutOut: (boardId: string, userId: string) =>
    request<void>('DELETE', `${address(boardId)}/readers/${segment(userId)}`),
  share: (boardId: string, activityId: string) =>
    request<void>('POST', `${address(boardId)}/${segment(activityId)}/share`),
} as const;
