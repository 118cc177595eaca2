import { type QueryClient, type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../shared/protocol/api.ts';
import { api } from '../api.ts';
import { changeLanguage } from '../i18n.ts';
import { problemCode } from './problem.ts';
import { askedOrStored, type MaybeStored, STORED_QUERY, withStored } from './stored.ts';

export const SESSION_KEY = ['session'] as const;

async function askSession(): Promise<Session> {
  const session = await api.session.get();
  void withStored((stored) => stored.keepSession(session));
  return session;
}

async function fetchSession(context: {
  readonly client: QueryClient;
  readonly queryKey: QueryKey;
}): Promise<MaybeStored<Session> | null> {
  try {
    const session = await askedOrStored(context, askSession, (stored) => stored.session());
    await changeLanguage(session.user.language);
    return session;
  } catch (error) {
    if (problemCode(error) !== 'notSignedIn') throw error;
    void withStored((stored) => stored.endSession());
    return null;
  }
}

/** Who is signed in: `data` is null for nobody, undefined while it is being asked. */
export function useSession() {
  return useQuery({ ...STORED_QUERY, queryKey: SESSION_KEY, queryFn: fetchSession, staleTime: 5 * 60_000 });
}

/** Puts a new session in place; what the former person saw is forgotten, and asked anew where it is in sight. */
export function useStartSession(): (session: Session | null) => void {
  const client = useQueryClient();
  return (session) => {
    if (session) void withStored((stored) => stored.keepSession(session));
    client.setQueryData(SESSION_KEY, session);
    void client.resetQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
  };
}

/** Signs out and deletes what this device keeps, unless the person wants to save something first: gives false then. */
export function useSignOut() {
  const start = useStartSession();
  const { t } = useTranslation('account');
  return useMutation({
    mutationFn: async () => {
      const unsent = (await withStored((stored) => stored.unsent())) ?? 0;
      // The browser's own question: it stands over every screen from which one signs out.
      if (unsent > 0 && !window.confirm(t('signOutUnsent', { count: unsent }))) return false;
      await api.session.signOut();
      // The next one at this computer finds nothing of this one.
      await withStored((stored) => stored.wipe());
      return true;
    },
    onSuccess: (isOut) => {
      if (isOut) start(null);
    },
  });
}
