import type { Id } from '../../../shared/board/ids.ts';
import { type OfflineStore, offlineStore } from './offlineStore.ts';

/** Whose boards this device may open without a network. Only the last person who was signed in here. */
const KEY = 'offlineUser';
const stores = new Map<Id, OfflineStore>();

/** The store of the person who is signed in. */
export function storeOf(userId: Id): OfflineStore {
  const known = stores.get(userId);
  const store = known && !known.isWiped() ? known : offlineStore(userId);
  stores.set(userId, store);
  return store;
}

/** The person who may go on without a network; undefined after signing out. */
export function offlineUser(): Id | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

export function setOfflineUser(userId: Id | undefined): void {
  try {
    if (userId === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, userId);
  } catch {
    // Without storage nobody goes on without a network.
  }
}

/** Deletes what this device keeps of a person. */
export async function wipeStore(userId: Id): Promise<void> {
  const store = storeOf(userId);
  stores.delete(userId);
  await store.wipe();
}
