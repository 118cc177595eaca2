import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SESSION_KEY } from '../../api/session.ts';
import { api } from '../../api.ts';

export function useChangeProfile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: api.session.change,
    onSuccess: (session) => queries.setQueryData(SESSION_KEY, session),
  });
}
