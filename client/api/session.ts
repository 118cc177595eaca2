import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from '../../shared/protocol/api.ts';
import { api } from '../api.ts';
import { changeLanguage } from '../i18n.ts';
import { problemCode } from './problem.ts';

export const SESSION_KEY = ['session'] as const;

async function fetchSession(): Promise<Session | null> {
  try {
    const session = await api.session.get();
    await changeLanguage(session.user.language);
    return session;
  } catch (error) {
    if (problemCode(error) === 'notSignedIn') return null;
    throw error;
  }
}

/** Who is signed in: `data` is null for nobody, undefined while it is being asked. */
export function useSession() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: fetchSession, staleTime: 5 * 60_000 });
}

/** Puts a new session in place; what the former person saw is forgotten, and asked anew where it is in sight. */
export function useStartSession(): (session: Session | null) => void {
  const client = useQueryClient();
  return (session) => {
    client.setQueryData(SESSION_KEY, session);
    void client.resetQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
  };
}

export function useSignOut() {
  const start = useStartSession();
  return useMutation({ mutationFn: () => api.session.signOut(), onSuccess: () => start(null) });
}
