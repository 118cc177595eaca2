import type { StoredAnswers } from '../../api/stored.ts';
import { offlineUser, setOfflineUser, storeOf, wipeStore } from './stores.ts';

/** What the screens can know without a network, from this device's store of the person who is signed in. */
export const storedAnswers: StoredAnswers = {
  session: async () => {
    const userId = offlineUser();
    const session = userId === undefined ? undefined : await storeOf(userId).session();
    return session?.user.id === userId ? session : undefined;
  },
  keepSession: async (session) => {
    setOfflineUser(session.user.id);
    await storeOf(session.user.id).keepSession(session);
  },
  endSession: () => setOfflineUser(undefined),
  boards: async () => {
    const userId = offlineUser();
    return userId === undefined ? undefined : { boards: [...(await storeOf(userId).boards())] };
  },
  board: async (boardId) => {
    const userId = offlineUser();
    return userId === undefined ? undefined : storeOf(userId).board(boardId);
  },
  keepBoard: async (detail) => {
    const userId = offlineUser();
    if (userId !== undefined) await storeOf(userId).keepBoard(detail);
  },
  forgetBoard: async (boardId) => {
    const userId = offlineUser();
    if (userId !== undefined) await storeOf(userId).forgetBoard(boardId);
  },
  unsent: async () => {
    const userId = offlineUser();
    return userId === undefined ? 0 : storeOf(userId).unsent();
  },
  wipe: async () => {
    const userId = offlineUser();
    setOfflineUser(undefined);
    if (userId !== undefined) await wipeStore(userId);
  },
};
