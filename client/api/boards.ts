import { useQuery } from '@tanstack/react-query';
import type { BoardDetail } from '../../shared/protocol/api.ts';
import { api } from '../api.ts';
import { problemCode } from './problem.ts';
import { askedOrStored, STORED_QUERY, withStored } from './stored.ts';

export const BOARDS_KEY = ['boards'] as const;

/** Key of one board's details; invalidate it after the live notice `boardChanged`. */
export function boardKey(boardId: string) {
  return ['board', boardId] as const;
}

async function fetchBoard(boardId: string): Promise<BoardDetail> {
  try {
    return await api.boards.get(boardId);
  } catch (error) {
    // Who is no longer on a board keeps nothing of it.
    if (problemCode(error) === 'notFound') void withStored((stored) => stored.forgetBoard(boardId));
    throw error;
  }
}

/** Title, mode, role and documents of one board. */
export function useBoardDetail(boardId: string) {
  return useQuery({
    ...STORED_QUERY,
    queryKey: boardKey(boardId),
    queryFn: (context) =>
      askedOrStored(
        context,
        () => fetchBoard(boardId),
        (stored) => stored.board(boardId),
      ),
  });
}

/** The boards one is on; without a network those that this device can open. */
export function useBoards() {
  return useQuery({
    ...STORED_QUERY,
    queryKey: BOARDS_KEY,
    queryFn: (context) => askedOrStored(context, api.boards.list, (stored) => stored.boards()),
  });
}
