import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { boardKey } from '../../api/boards.ts';
import { api } from '../../api.ts';

function tokensKey(boardId: string) {
  return [...boardKey(boardId), 'tokens'] as const;
}

/** Access tokens of the board's programs; for facilitators. */
export function useTokens(boardId: string) {
  return useQuery({ queryKey: tokensKey(boardId), queryFn: () => api.tokens.list(boardId) });
}

/** Making and revoking tokens; the list follows. */
export function useTokenChanges(boardId: string) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: tokensKey(boardId) });
  return {
    create: useMutation({
      mutationFn: (token: Parameters<typeof api.tokens.create>[1]) => api.tokens.create(boardId, token),
      onSuccess,
    }),
    revoke: useMutation({ mutationFn: (tokenId: string) => api.tokens.revoke(boardId, tokenId), onSuccess }),
  };
}
