import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BOARDS_KEY, boardKey } from '../../api/boards.ts';
import { api } from '../../api.ts';

/** Changes a board's title, or closes or reopens it, and shows the result everywhere. */
export function useChangeBoard(boardId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: { title?: string; closed?: boolean }) => api.boards.change(boardId, change),
    onSuccess: async (detail) => {
      queries.setQueryData(boardKey(boardId), detail);
      await queries.invalidateQueries({ queryKey: BOARDS_KEY });
    },
  });
}
