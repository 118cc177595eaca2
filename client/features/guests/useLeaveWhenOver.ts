import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useSession, useStartSession } from '../../api/session.ts';
import { offlineUser, setOfflineUser, wipeStore } from '../../board/offline/stores.ts';
import { useBoardStatus } from '../../board/statusHooks.ts';
import { paths } from '../../paths.ts';
import { announce } from '../../ui/announce.ts';
import { dismissToast, toastStore } from '../../ui/toast.ts';

/**
 * Takes everything of the board from the screen and from this device when a guest may not be here any more, and says so.
 * A participant keeps what stands on the screen, to read; a guest who was removed keeps nothing.
 */
export function useLeaveWhenOver(): void {
  const status = useBoardStatus();
  const userId = useSession().data?.user.id;
  const startSession = useStartSession();
  const [, navigate] = useLocation();
  const isOver = status.phase === 'ended' && (status.reason === 'signed-out' || status.reason === 'no-access');

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is over
  useEffect(() => {
    if (!isOver || userId === undefined) return;
    navigate(paths.guestOver(), { replace: true });
    // What was read out, and the messages below, may name cards.
    for (const politeness of ['polite', 'assertive'] as const) announce('', politeness);
    for (const { id } of toastStore.current()) dismissToast(id);
    // Not what is kept of whoever signed in here meanwhile, in another tab.
    if (offlineUser() === userId) setOfflineUser(undefined);
    void wipeStore(userId);
    startSession(null);
  }, [isOver]);
}
