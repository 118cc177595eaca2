import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';

export const BOARDS_KEY = ['boards'] as const;

/** Key of one board's details; invalidate it after the live notice `boardChanged`. */
export function boardKey(boardId: string) {
  return ['board', boardId] as const;
}

/** Title, mode, role and documents of one board. */
export function useBoardDetail(boardId: string) {
  return useQuery({ queryKey: boardKey(boardId), queryFn: () => api.boards.get(boardId) });
}
