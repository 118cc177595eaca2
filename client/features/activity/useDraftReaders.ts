import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { draftReadersKey, draftsApi } from '../../api/drafts.ts';

/** Who sees the drafts of one's organisation on a board. */
export function useDraftReaders(boardId: string) {
  return useQuery({ queryKey: draftReadersKey(boardId), queryFn: () => draftsApi.readers(boardId) });
}

/** Lets a colleague see them, or no longer. */
export function useSetDraftReader(boardId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ userId, sees }: { readonly userId: string; readonly sees: boolean }) =>
      sees ? draftsApi.letIn(boardId, userId) : draftsApi.shutOut(boardId, userId),
    onSettled: () => client.invalidateQueries({ queryKey: draftReadersKey(boardId) }),
  });
}
