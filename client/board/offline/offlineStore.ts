import type { Id } from '../../../shared/board/ids.ts';
import type { BoardDetail, Session } from '../../../shared/protocol/api.ts';
import { waitingCount } from '../waiting.ts';
import { answered, completed, deleteDatabase, openDatabase, patiently, STORES, type StoreName } from './database.ts';
import { mergeEdits, waitingIn } from './edits.ts';
import {
  type KeptBoard,
  type KeptEdit,
  type KeptSetAside,
  type KeptState,
  minimalDetail,
  minimalSession,
  NOTHING_KEPT,
} from './records.ts';

/**
 * What this device keeps for one person, so that a board opens without a network and no word is lost with a tab. Where
 * the browser keeps nothing, or its disk is full, reading finds nothing and writing does nothing: the board then works
 * from memory alone. No call throws.
 */
export interface OfflineStore {
  /** What it kept was deleted, here or in another tab; it keeps nothing any more. */
  readonly isWiped: () => boolean;
  readonly session: () => Promise<Session | undefined>;
  readonly keepSession: (session: Session) => Promise<void>;
  /** The boards that can be opened: those of which the documents are here too. */
  readonly boards: () => Promise<readonly BoardDetail[]>;
  readonly board: (boardId: Id) => Promise<BoardDetail | undefined>;
  readonly keepBoard: (detail: BoardDetail) => Promise<void>;
  readonly load: (boardId: Id) => Promise<KeptBoard>;
  /** The edits of one board. */
  readonly edits: (boardId: Id) => Promise<readonly KeptEdit[]>;
  readonly putEdit: (edit: KeptEdit) => Promise<void>;
  /** Puts one edit in place of many; gives it, or undefined when nothing was merged. */
  readonly compact: (ids: readonly string[], id: string) => Promise<KeptEdit | undefined>;
  /** Lets go of edits that the server acknowledged. */
  readonly dropEdits: (ids: readonly string[]) => Promise<void>;
  /** Keeps a document as the server has it; not over one of another history, in which edits rest that are not told yet. */
  readonly putState: (state: KeptState) => Promise<void>;
  /**
   * Keeps the words of edits that were not taken, in place of the edits. Of two entries of one id the longer stays.
   * Gives false when it could not.
   */
  readonly putSetAside: (kept: KeptSetAside | undefined, ids: readonly string[]) => Promise<boolean>;
  /** Takes the place of the one with the same id; nothing where that is gone, as another tab may have dropped it. */
  readonly replaceSetAside: (kept: KeptSetAside) => Promise<void>;
  readonly dropSetAside: (id: string) => Promise<void>;
  readonly forgetDocument: (boardId: Id, document: string) => Promise<void>;
  readonly forgetBoard: (boardId: Id) => Promise<void>;
  /** The number of changes, as a person counts them, that wait or were set aside on any board. */
  readonly unsent: () => Promise<number>;
  /** Deletes everything of this person. */
  readonly wipe: () => Promise<void>;
}

const SESSION = 'session';
const WHOLE_BOARD = (boardId: Id): IDBKeyRange => IDBKeyRange.bound([boardId], [boardId, []]);

async function deleteOf(store: IDBObjectStore, boardId: Id): Promise<void> {
  for (const key of await answered(store.index('boardId').getAllKeys(boardId))) store.delete(key);
}

export function offlineStore(userId: Id): OfflineStore {
  let isWiped = false;
  let opening: Promise<IDBDatabase | undefined> | undefined;

  async function use<T>(
    mode: IDBTransactionMode,
    names: readonly StoreName[],
    work: (store: (name: StoreName) => IDBObjectStore) => Promise<T> | T,
  ): Promise<T | undefined> {
    if (isWiped || typeof indexedDB === 'undefined') return undefined;
    try {
      opening ??= openDatabase(userId, () => {
        isWiped = true;
      });
      // What is written waits for it: nobody looks on, and a page that opened slowly would keep nothing as long as it lives.
      const database = await (mode === 'readonly' ? patiently(opening) : opening);
      if (!database || isWiped) return undefined;
      const transaction = database.transaction(names, mode);
      const done = completed(transaction);
      const [result] = await Promise.all([work((name) => transaction.objectStore(name)), done]);
      return result;
    } catch {
      // A full disk, a private window, a database that another tab is deleting: this device keeps nothing.
      return undefined;
    }
  }

  return {
    isWiped: () => isWiped,
    session: () =>
      use('readonly', ['session'], (store) => answered<Session | undefined>(store('session').get(SESSION))),
    keepSession: async (session) => {
      await use('readwrite', ['session'], (store) => void store('session').put(minimalSession(session), SESSION));
    },
    boards: async () =>
      (await use('readonly', ['boards', 'states'], async (store) => {
        const boards: BoardDetail[] = await answered(store('boards').getAll());
        const keys = new Set((await answered(store('states').getAllKeys())).map((key) => JSON.stringify(key)));
        return boards.filter(({ id, documents }) =>
          documents.every((document) => keys.has(JSON.stringify([id, document.name]))),
        );
      })) ?? [],
    board: (boardId) =>
      use('readonly', ['boards'], (store) => answered<BoardDetail | undefined>(store('boards').get(boardId))),
    keepBoard: async (detail) => {
      await use('readwrite', ['boards'], (store) => void store('boards').put(minimalDetail(detail)));
    },
    load: async (boardId) =>
      (await use('readonly', ['states', 'edits', 'setAside'], async (store) => {
        const [states, edits, setAside] = await Promise.all([
          answered<KeptState[]>(store('states').getAll(WHOLE_BOARD(boardId))),
          answered<KeptEdit[]>(store('edits').index('boardId').getAll(boardId)),
          answered<KeptSetAside[]>(store('setAside').index('boardId').getAll(boardId)),
        ]);
        return { states, edits, setAside: setAside.map(({ entry }) => entry) };
      })) ?? NOTHING_KEPT,
    edits: async (boardId) =>
      (await use('readonly', ['edits'], (store) =>
        answered<KeptEdit[]>(store('edits').index('boardId').getAll(boardId)),
      )) ?? [],
    putEdit: async (edit) => {
      await use('readwrite', ['edits'], (store) => void store('edits').put(edit));
    },
    compact: (ids, id) =>
      use('readwrite', ['edits'], async (store) => {
        const edits = store('edits');
        const found = await Promise.all(ids.map((part) => answered<KeptEdit | undefined>(edits.get(part))));
        const parts = found.filter((edit) => edit !== undefined);
        const merged = mergeEdits(parts, id);
        if (!merged) return undefined;
        edits.put(merged);
        for (const part of parts) edits.delete(part.id);
        return merged;
      }),
    dropEdits: async (ids) => {
      await use('readwrite', ['edits'], (store) => {
        for (const id of ids) store('edits').delete(id);
      });
    },
    putState: async (state) => {
      await use('readwrite', ['states', 'edits'], async (store) => {
        const edits: KeptEdit[] = await answered(store('edits').index('boardId').getAll(state.boardId));
        const isOfState = (edit: KeptEdit): boolean =>
          edit.document !== state.document || (edit.generation === state.generation && edit.schema === state.schema);
        if (edits.every(isOfState)) store('states').put(state);
      });
    },
    putSetAside: async (kept, ids) => {
      const isKept = await use('readwrite', ['setAside', 'edits'], async (store) => {
        if (kept) {
          const known = await answered<KeptSetAside | undefined>(store('setAside').get(kept.id));
          if (!known || known.entry.items.length < kept.entry.items.length) store('setAside').put(kept);
        }
        for (const id of ids) store('edits').delete(id);
        return true;
      });
      return isKept === true;
    },
    replaceSetAside: async (kept) => {
      await use('readwrite', ['setAside'], async (store) => {
        if (await answered(store('setAside').get(kept.id))) store('setAside').put(kept);
      });
    },
    dropSetAside: async (id) => {
      await use('readwrite', ['setAside'], (store) => void store('setAside').delete(id));
    },
    forgetDocument: async (boardId, document) => {
      await use('readwrite', ['states', 'edits'], async (store) => {
        store('states').delete([boardId, document]);
        const edits: KeptEdit[] = await answered(store('edits').index('boardId').getAll(boardId));
        for (const edit of edits) if (edit.document === document) store('edits').delete(edit.id);
      });
    },
    forgetBoard: async (boardId) => {
      await use('readwrite', STORES, async (store) => {
        store('boards').delete(boardId);
        store('states').delete(WHOLE_BOARD(boardId));
        await deleteOf(store('edits'), boardId);
        await deleteOf(store('setAside'), boardId);
      });
    },
    unsent: async () =>
      (await use('readonly', ['edits', 'setAside'], async (store) => {
        const edits: KeptEdit[] = await answered(store('edits').getAll());
        const setAside: KeptSetAside[] = await answered(store('setAside').getAll());
        return waitingCount(waitingIn(edits)) + setAside.reduce((sum, { entry }) => sum + entry.items.length, 0);
      })) ?? 0,
    wipe: async () => {
      isWiped = true;
      (await (opening && patiently(opening)))?.close();
      if (typeof indexedDB !== 'undefined') await deleteDatabase(userId).catch(() => undefined);
    },
  };
}
