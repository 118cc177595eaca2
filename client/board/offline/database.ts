import type { Id } from '../../../shared/board/ids.ts';

export const STORES = ['session', 'boards', 'states', 'edits', 'setAside'] as const;
export type StoreName = (typeof STORES)[number];

const VERSION = 1;
/** How long an answer of the browser's database is waited for before the product goes on without it. */
const PATIENCE = 2_000;

/** One database a person: another one's is never opened. */
export function databaseName(userId: Id): string {
  return `opbrengstenbord/${userId}`;
}

function create(database: IDBDatabase): void {
  database.createObjectStore('session');
  database.createObjectStore('boards', { keyPath: 'id' });
  database.createObjectStore('states', { keyPath: ['boardId', 'document'] });
  for (const name of ['edits', 'setAside'])
    database.createObjectStore(name, { keyPath: 'id' }).createIndex('boardId', 'boardId');
}

/** Resolves with what comes first: the answer, or undefined after a while. */
export function patiently<T>(answer: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE);
    answer.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      () => {
        clearTimeout(timer);
        resolve(undefined);
      },
    );
  });
}

/**
 * Opens a person's database; undefined where the browser keeps none, as in some private windows. It may take seconds on
 * a machine that is busy, and never come: who waits for it to show something waits `patiently`.
 * @param onGone another tab deletes it
 */
export function openDatabase(userId: Id, onGone: () => void): Promise<IDBDatabase | undefined> {
  const opened = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(databaseName(userId), VERSION);
    request.onupgradeneeded = () => create(request.result);
    request.onsuccess = () => {
      // Another tab signs out: it may not have to wait for this one.
      request.result.onversionchange = () => {
        request.result.close();
        onGone();
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  return opened.catch(() => undefined);
}

/** Deletes a person's database, also when other tabs have it open. */
export async function deleteDatabase(userId: Id): Promise<void> {
  const deleted = new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName(userId));
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
  await patiently(deleted);
}

/** Waits for a request; for use inside one transaction. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Waits until a transaction is in the database. */
export function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}
